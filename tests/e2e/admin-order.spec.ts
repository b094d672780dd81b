/** The merchant's side of an order: its screen and the list. */
import { sandboxUrl } from './support/environment';
import { BALTO, FAUBOURG } from './support/points';
import { Picker } from './pages/picker';
import { expect, test } from './support/test';

test.afterEach( async ( { request } ) => {
	await request.delete( `${ sandboxUrl }/_faults` );
} );

test( 'a merchant chooses, changes and replaces the point of a hand-made order', async ( {
	admin,
	request,
} ) => {
	const { id } = await admin.rest< { id: number } >( 'POST', 'orders', {
		status: 'processing',
		shipping: {
			first_name: 'Claire',
			address_1: '80 Rue du Faubourg Saint-Denis',
			postcode: '75010',
			city: 'Paris',
			country: 'FR',
		},
		shipping_lines: [
			{
				method_id: 'service_point_v2_shipping_method',
				method_title: 'Service Point Delivery',
				total: '4.00',
			},
		],
	} );
	const { page } = admin;
	const picker = new Picker( page );
	const panel = page.locator( '.scsp-order' );
	const notes = page.locator( 'ul.order_notes' );

	await page.goto(
		'/wp-admin/admin.php?page=wc-orders&sendcloud_service_point=missing'
	);
	const row = page.locator( `tr#order-${ id }` );
	await expect( row ).toContainText( 'Missing' );

	await admin.openOrder( String( id ) );
	await panel
		.getByRole( 'button', { name: 'Choose a service point' } )
		.click();
	await picker.choose( FAUBOURG );
	await expect( panel ).toContainText( FAUBOURG.name );
	await expect( notes ).toContainText( 'Service point chosen' );
	await expect( notes ).toContainText( 'admin' );

	await panel.getByRole( 'button', { name: 'Change' } ).click();
	await picker.choose( BALTO );
	await expect( panel ).toContainText( BALTO.name );
	await expect( notes ).toContainText( 'Service point changed' );

	// The point closes; the merchant has the orders checked.
	await request.post( `${ sandboxUrl }/_faults`, {
		data: { fault: 'not_found', path: `/service-points/${ BALTO.id }` },
	} );
	await page.goto( '/wp-admin/admin.php?page=wc-orders' );
	// In this WordPress a click on a row's box is a click on its cell, which WooCommerce follows to the order.
	await row
		.getByRole( 'checkbox' )
		.evaluate( ( box: HTMLInputElement ) => ( box.checked = true ) );
	await page
		.locator( '#bulk-action-selector-top' )
		.selectOption( { label: 'Check the service points' } );
	await page.locator( '#doaction' ).click();
	await expect( page.locator( '.scsp-check' ) ).toContainText(
		'1 of 1 orders checked',
		{ timeout: 60_000 }
	);
	await page.reload();
	await expect( row ).toContainText( 'Closed' );
	await admin.openOrder( String( id ) );
	const use = panel.getByRole( 'button', { name: /^Use / } );
	await expect( use ).toHaveCount( 3 );
	await use.first().click();
	await expect( use ).toHaveCount( 0 );
	await expect( notes ).toContainText( BALTO.name );
} );
