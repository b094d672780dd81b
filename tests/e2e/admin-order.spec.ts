/** The merchant's side of an order, its screen and the list, wherever the shop keeps its orders. */
import type { Locator } from '@playwright/test';
import { oldShopUrl, sandboxUrl, shopUrl } from './support/environment';
import { BALTO, DURAND, FAUBOURG } from './support/points';
import { Picker } from './pages/picker';
import { orderSelections, type WpAdmin } from './pages/wp-admin';
import { expect, test } from './support/test';

test.afterEach( async ( { request } ) => {
	await request.delete( `${ sandboxUrl }/_faults` );
} );

/** Made by hand, with a line for each package. */
async function makeOrder(
	admin: WpAdmin,
	packages: number
): Promise< string > {
	const { id } = await admin.rest< { id: number } >( 'POST', 'orders', {
		status: 'processing',
		shipping: {
			first_name: 'Claire',
			address_1: '80 Rue du Faubourg Saint-Denis',
			postcode: '75010',
			city: 'Paris',
			country: 'FR',
		},
		shipping_lines: Array.from( { length: packages }, () => ( {
			method_id: 'service_point_v2_shipping_method',
			method_title: 'Service Point Delivery',
			total: '4.00',
		} ) ),
	} );
	return String( id );
}

for ( const { name, url } of [
	{ name: 'orders in tables of their own', url: shopUrl },
	{ name: 'orders in the posts table', url: oldShopUrl },
] ) {
	test.describe( name, () => {
		test.skip( url === '', 'This WooCommerce cannot be had.' );
		test.use( { baseURL: url } );

		test( 'a merchant chooses, changes and replaces the point of a hand-made order', async ( {
			admin,
			request,
		} ) => {
			const id = await makeOrder( admin, 1 );
			const { page } = admin;
			const picker = new Picker( page );
			const panel = page.locator( '.scsp-order' );
			const notes = page.locator( 'ul.order_notes' );

			await admin.openOrders( 'missing' );
			const row = admin.orderRow( id );
			await expect( row ).toContainText( 'Missing' );

			await admin.openOrder( id );
			await panel
				.getByRole( 'button', { name: 'Choose a service point' } )
				.click();
			await picker.choose( FAUBOURG );
			await expect( panel ).toContainText( FAUBOURG.name );
			await expect( notes ).toContainText( 'Service point chosen' );
			await expect( notes ).toContainText( 'admin' );

			await panel.getByRole( 'button', { name: 'Change' } ).click();
			await picker.choose( DURAND );
			await expect( panel ).toContainText( DURAND.name );
			await expect( notes ).toContainText( 'Service point changed' );

			// The point closes, for everyone who shares the sandbox: nobody else has it. The merchant has the orders checked.
			await request.post( `${ sandboxUrl }/_faults`, {
				data: {
					fault: 'not_found',
					path: `/service-points/${ DURAND.id }`,
				},
			} );
			await admin.openOrders();
			// In this WordPress a click on a row's box is a click on its cell, which WooCommerce follows to the order.
			await row
				.getByRole( 'checkbox' )
				.evaluate(
					( box: HTMLInputElement ) => ( box.checked = true )
				);
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
			await row.getByRole( 'link', { name: 'Preview' } ).click();
			const preview = page.locator( '.wc-order-preview' );
			await expect( preview ).toContainText( DURAND.name );
			await expect( preview ).toContainText( DURAND.street );
			await expect( preview ).toContainText( 'Closed' );
			await page.screenshot( {
				path: test.info().outputPath( 'preview.png' ),
			} );
			await admin.openOrder( id );
			const use = panel.getByRole( 'button', { name: /^Use / } );
			await expect( use ).toHaveCount( 3 );
			await use.first().click();
			await expect( use ).toHaveCount( 0 );
			await expect( notes ).toContainText( DURAND.name );

			page.once( 'dialog', ( dialog ) => dialog.dismiss() );
			await panel.getByRole( 'button', { name: 'Remove' } ).click();
			await expect(
				panel.getByRole( 'button', { name: 'Change' } )
			).toBeVisible();

			page.once( 'dialog', ( dialog ) => dialog.accept() );
			await panel.getByRole( 'button', { name: 'Remove' } ).click();
			await expect( panel ).toContainText(
				'Nobody has chosen a point yet.'
			);
			await expect( notes ).toContainText( 'Service point removed' );
			await page.screenshot( {
				path: test.info().outputPath( 'removed.png' ),
				fullPage: true,
			} );
			await notes
				.getByRole( 'listitem' )
				.filter( { hasText: 'Service point removed' } )
				.getByRole( 'link', { name: 'Put it back' } )
				.click();
			await expect(
				panel.getByRole( 'button', { name: 'Change' } )
			).toBeVisible();
		} );

		test( 'each of two packages gets a point of its own', async ( {
			admin,
		} ) => {
			const id = await makeOrder( admin, 2 );
			const { page } = admin;
			const picker = new Picker( page );
			const line = ( index: number ): Locator =>
				page.locator( '.scsp-order__line' ).nth( index );
			const choose = { name: 'Choose a service point' };

			await admin.openOrder( id );
			await line( 1 ).getByRole( 'button', choose ).click();
			await picker.choose( BALTO );
			await expect( line( 1 ) ).toContainText( BALTO.name );
			await line( 0 ).getByRole( 'button', choose ).click();
			await picker.choose( FAUBOURG );
			await expect( line( 0 ) ).toContainText( FAUBOURG.name );
			await expect( line( 1 ) ).toContainText( BALTO.name );
			expect(
				orderSelections( await admin.order( id ) ).map(
					( { service_point: point } ) => point.id
				)
			).toEqual( [ FAUBOURG.id, BALTO.id ] );

			await page.setViewportSize( { width: 390, height: 844 } );
			await page.locator( '.scsp-order' ).scrollIntoViewIfNeeded();
			await page.screenshot( {
				path: test.info().outputPath( 'narrow.png' ),
			} );
		} );
	} );
}
