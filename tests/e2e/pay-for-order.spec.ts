/** Whoever pays for an order that exists chooses the service point it lacks, on the page to pay for it: a guest with the link of a mail. */
import { FAUBOURG } from './support/points';
import { orderMeta, orderSelections } from './pages/wp-admin';
import { Picker } from './pages/picker';
import { expect, test } from './support/test';

for ( const { name, viewport } of [
	{ name: 'at a desk', viewport: { width: 1280, height: 900 } },
	{ name: 'on a phone', viewport: { width: 390, height: 844 } },
] ) {
	test( `a guest pays for an order made by hand, ${ name }`, async ( {
		admin,
		browser,
		baseURL,
	} ) => {
		const products = await admin.rest< Array< { id: number } > >(
			'GET',
			'products?sku=mug'
		);
		const address = {
			first_name: 'Claire',
			last_name: 'Martin',
			address_1: '80 Rue du Faubourg Saint-Denis',
			postcode: '75010',
			city: 'Paris',
			country: 'FR',
		};
		const { id, order_key: key } = await admin.rest< {
			id: number;
			order_key: string;
		} >( 'POST', 'orders', {
			status: 'pending',
			billing: { ...address, email: 'claire@example.com' },
			shipping: address,
			line_items: [ { product_id: products[ 0 ]?.id, quantity: 1 } ],
			shipping_lines: [
				{
					method_id: 'service_point_v2_shipping_method',
					method_title: 'Service Point Delivery',
					total: '4.00',
				},
			],
		} );

		const context = await browser.newContext( {
			viewport,
			...( baseURL && { baseURL } ),
		} );
		const page = await context.newPage();
		await page.goto(
			`/checkout/order-pay/${ id }/?pay_for_order=true&key=${ key }`
		);
		const pay = page.getByRole( 'button', { name: 'Pay for order' } );
		await expect(
			page.getByText(
				'Please choose a service point for this order before you pay for it.'
			)
		).toBeVisible();
		await expect( pay ).toBeHidden();
		await page.screenshot( {
			path: test.info().outputPath( 'without.png' ),
			fullPage: true,
		} );

		await page
			.getByRole( 'button', { name: 'Choose a service point' } )
			.click();
		await new Picker( page ).choose( FAUBOURG );
		await expect( pay ).toBeVisible();
		await expect( page.locator( '.scsp-point' ) ).toContainText(
			FAUBOURG.name
		);
		await page.screenshot( {
			path: test.info().outputPath( 'with.png' ),
			fullPage: true,
		} );
		await page.getByLabel( 'Cash on delivery' ).check();
		await pay.click();
		await expect(
			page.getByText( 'Thank you. Your order has been received.' )
		).toBeVisible();
		await context.close();

		const order = await admin.order( String( id ) );
		expect( order.status ).toBe( 'processing' );
		expect( orderSelections( order )[ 0 ]?.service_point.id ).toBe(
			FAUBOURG.id
		);
		expect( orderMeta( order, '_sendcloud_service_point_id' ) ).toBe(
			String( FAUBOURG.id )
		);
	} );
}
