/**
 * Beside Sendcloud's own plugin, its code running: one picker, its meta, and orders that open.
 */
import { RELAY } from './pages/checkout';
import { orderMeta } from './pages/wp-admin';
import { PARIS } from './support/addresses';
import { officialShopUrl } from './support/environment';
import { BALTO, FAUBOURG } from './support/points';
import { expectOnThankYouPage } from './support/purchase';
import { expect, inBothCheckouts, test } from './support/test';

test.skip(
	officialShopUrl === '',
	'Sendcloud’s own plugin cannot be had (OFFICIAL_PLUGIN_PATH).'
);
test.use( { baseURL: officialShopUrl } );

const META = 'sendcloudshipping_v2_service_point';
/** The heading under which the official plugin shows a point. */
const THEIRS = 'Service Point Address';

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
			watch.requests.filter( ( url ) =>
				/embed\.sendcloud|sendcloud-connected-shipping/.test( url )
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
		expect( orderMeta( order, META ) ).toBe(
			'{"id":"1000012","toPostalCode":"","name":"Tabac \\"Le Balto\\"","street":"Boulevard de Strasbourg","city":"Paris","postal_code":"75010","house_number":"12 bis"}'
		);
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
	const { id, order_key: key } = await admin.rest< {
		id: number;
		order_key: string;
	} >( 'POST', 'orders', {
		status: 'processing',
		billing: { email: 'claire@example.com' },
		meta_data: [
			{
				key: META,
				value: `{"id":"${ FAUBOURG.id }","toPostalCode":"","name":"${ FAUBOURG.name }","street":"Rue du Faubourg","city":"Paris","postal_code":"75010","house_number":[]}`,
			},
		],
	} );
	for ( const path of [ '/checkout', '/checkout-classic' ] ) {
		const response = await page.goto(
			`${ path }/order-received/${ id }/?key=${ key }`
		);
		expect( response?.status() ).toBe( 200 );
		await expect( page.getByText( FAUBOURG.name ) ).toHaveCount( 1 );
	}
	await admin.openOrder( String( id ) );
	await expect( admin.page.locator( '#wpbody' ) ).toContainText(
		FAUBOURG.name
	);
} );
