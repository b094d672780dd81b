/**
 * Beside either of Sendcloud's own plugins, its code running: one picker, its meta, and orders that open.
 */
import { RELAY } from './pages/checkout';
import { orderMeta } from './pages/wp-admin';
import { PARIS } from './support/addresses';
import { firstOfficialShopUrl, officialShopUrl } from './support/environment';
import { BALTO, FAUBOURG } from './support/points';
import { expectOnThankYouPage } from './support/purchase';
import { expect, inBothCheckouts, test } from './support/test';

/** The heading under which both show a point. */
const THEIRS = 'Service Point Address';

const GENERATIONS = [
	{
		name: 'Sendcloud Shipping',
		url: officialShopUrl,
		variable: 'OFFICIAL_PLUGIN_PATH',
		key: 'sendcloudshipping_v2_service_point',
		/** What it would have written itself. */
		written:
			'{"id":"1000012","toPostalCode":"","name":"Tabac \\"Le Balto\\"","street":"Boulevard de Strasbourg","city":"Paris","postal_code":"75010","house_number":"12 bis"}',
		/** A point it dies of when it shows it. */
		poison: `{"id":"${ FAUBOURG.id }","toPostalCode":"","name":"${ FAUBOURG.name }","street":"Rue du Faubourg","city":"Paris","postal_code":"75010","house_number":[]}`,
		scripts: /embed\.sendcloud|sendcloud-connected-shipping/,
		strangers: /^\b$/,
	},
	{
		name: 'its first generation',
		url: firstOfficialShopUrl,
		variable: 'OFFICIAL_V1_PATH',
		key: 'sendcloudshipping_service_point_meta',
		written: {
			id: '1000012',
			extra: 'Tabac "Le Balto"|Boulevard de Strasbourg 12 bis|75010 Paris',
			post_number: '',
		},
		poison: `{"id":"${ FAUBOURG.id }","extra":"${ FAUBOURG.name }|Rue du Faubourg|75010 Paris"}`,
		scripts: /embed\.sendcloud/,
		/** Of its Dynamic Checkout, on every page of the shop, needed or not; and what does not bear that it is out of reach. */
		strangers:
			/checkout-plugin-ui-loader|sendcloud\.checkout-shipping-methods-controller/,
	},
];

for ( const generation of GENERATIONS ) {
	const { name, url, variable, key, written, poison } = generation;
	test.describe( `beside ${ name }`, () => {
		test.skip( url === '', `It cannot be had (${ variable }).` );
		test.use( { baseURL: url } );
		test.beforeEach( ( { watch } ) => {
			watch.expect( generation.strangers );
		} );

		inBothCheckouts( () => {
			test( 'a shopper buys with the official method and our picker', async ( {
				page,
				store,
				checkout,
				picker,
				admin,
				watch,
			} ) => {
				await store.addToCart( 'mug' );
				await store.deliverTo( PARIS );
				await checkout.open();
				await checkout.choose( RELAY );
				await expect( picker.dialog ).toHaveCount( 1 );
				await picker.choose( BALTO );
				await checkout.expectPoint( BALTO );
				await expect(
					page.getByRole( 'button', { name: /service point/i } )
				).toHaveCount( 1 );
				await page.screenshot( {
					path: test.info().outputPath( 'checkout.png' ),
					fullPage: true,
				} );
				expect(
					watch.requests.filter( ( address ) =>
						generation.scripts.test( address )
					)
				).toEqual( [] );

				await checkout.pay( 'Cash on delivery' );
				await checkout.placeOrder();
				const id = await expectOnThankYouPage( checkout, BALTO );
				await expect(
					page.getByRole( 'main' ).getByText( BALTO.name )
				).toHaveCount( 1 );
				await expect( page.getByText( THEIRS ) ).toHaveCount( 0 );
				await page.screenshot( {
					path: test.info().outputPath( 'thanks.png' ),
					fullPage: true,
				} );

				const order = await admin.order( id );
				expect( orderMeta( order, key ) ).toEqual( written );
				await admin.openOrder( id );
				await expect( admin.page.locator( '#wpbody' ) ).toContainText(
					BALTO.name
				);
				await expect( admin.page.getByText( THEIRS ) ).toHaveCount( 0 );
				await admin.page.screenshot( {
					path: test.info().outputPath( 'order.png' ),
					fullPage: true,
				} );
			} );
		} );

		test( 'an order that the official plugin dies of opens', async ( {
			page,
			admin,
		} ) => {
			const { id, order_key: orderKey } = await admin.rest< {
				id: number;
				order_key: string;
			} >( 'POST', 'orders', {
				status: 'processing',
				billing: { email: 'claire@example.com' },
				meta_data: [
					{
						key,
						value: poison,
					},
				],
			} );
			for ( const path of [ '/checkout', '/checkout-classic' ] ) {
				const response = await page.goto(
					`${ path }/order-received/${ id }/?key=${ orderKey }`
				);
				expect( response?.status() ).toBe( 200 );
				await expect( page.getByText( FAUBOURG.name ) ).toHaveCount(
					1
				);
			}
			await admin.openOrder( String( id ) );
			await expect( admin.page.locator( '#wpbody' ) ).toContainText(
				FAUBOURG.name
			);
		} );
	} );
}
