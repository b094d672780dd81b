/** Methods of Sendcloud's first plugin where that plugin is gone: adopted as they are, then converted by the merchant. */
import { Settings } from './pages/settings';
import { ShippingZones } from './pages/shipping-zones';
import { orderSelections, type WpAdmin } from './pages/wp-admin';
import { PARIS } from './support/addresses';
import { standaloneShopUrl } from './support/environment';
import { addOldMethod, addUser } from './support/furnish';
import { FAUBOURG } from './support/points';
import { expectInWpAdmin, expectOnThankYouPage } from './support/purchase';
import { expect, inBothCheckouts, test } from './support/test';

test.skip( standaloneShopUrl === '', 'This shop is not started.' );
test.use( { baseURL: standaloneShopUrl } );
test.describe.configure( { mode: 'serial' } );

const TITLE = `Relais « L'été » "à 2 pas"`;
/** Where WordPress sets its quotation marks. */
const AS_SHOWN = /Relais « L.été » .à 2 pas./;
/** One mug without a shipping class, without tax. */
const PRICE = /3,75/;
const WORLD = 'Locations not covered by your other zones';

const V1 = 'service_point_shipping_method';
const V2 = 'service_point_v2_shipping_method';

/** How many methods of a kind the shop's zones have. */
async function count( admin: WpAdmin, kind: string ): Promise< number > {
	const zones = await admin.rest< Array< { id: number } > >(
		'GET',
		'shipping/zones'
	);
	const methods = await Promise.all(
		zones.map( ( { id } ) =>
			admin.rest< Array< { method_id: string } > >(
				'GET',
				`shipping/zones/${ id }/methods`
			)
		)
	);
	return methods.flat().filter( ( method ) => method.method_id === kind )
		.length;
}

test( 'a shop has old methods', async ( { admin } ) => {
	await addUser( admin, 'shop_manager' );
	await addUser( admin, 'editor' );
	const [ bulky ] = await admin.rest< Array< { id: number } > >(
		'GET',
		'products/shipping_classes'
	);
	await addOldMethod( admin, 'France', {
		title: TITLE,
		tax_status: 'none',
		cost: '1.5 + [qty] * 2',
		[ `class_cost_${ bulky?.id }` ]: '[fee percent="10" min_fee="4"]',
		no_class_cost: '0.25',
		type: 'order',
		free_shipping_enabled: 'yes',
		free_shipping_requires: 'min_amount_or_coupon',
		free_shipping_min_amount: '80.5',
		ignore_discounts: 'yes',
		carrier_select: 'Mondial_Relay, chronopost',
	} );
	await addOldMethod(
		admin,
		WORLD,
		{ title: 'Colis & relais', tax_status: 'taxable', cost: '' },
		false
	);
	await addOldMethod( admin, 'Spain' );
	expect( await count( admin, V1 ) ).toBe( 3 );
} );

inBothCheckouts( () => {
	test( 'an old method has the picker as it is', async ( {
		store,
		checkout,
		picker,
	} ) => {
		await store.addToCart( 'mug' );
		await store.deliverTo( PARIS );
		await checkout.open();
		await expect( checkout.delivery ).toContainText( PRICE );
		await checkout.choose( AS_SHOWN );
		// Only of its own carriers.
		await expect(
			picker.list.getByRole( 'radio', { name: /Chronopost/ } ).first()
		).toBeVisible();
		await expect(
			picker.list.getByRole( 'radio', { name: /Colissimo|UPS/ } )
		).toHaveCount( 0 );
		await picker.choose( FAUBOURG );
		await checkout.expectPoint( FAUBOURG );
	} );
} );

test( 'the merchant converts them, and again finds nothing to do', async ( {
	admin,
	signIn,
} ) => {
	// A dozen screens of wp-admin.
	test.slow();
	const { page } = await signIn( 'shop_manager' );
	const zones = new ShippingZones( page );
	const settings = new Settings( page );
	const inFrance = await zones.methods( 'France' );
	const fields = await zones.settings( 'France', TITLE );
	expect( fields ).toMatchObject( {
		Name: TITLE,
		'Tax status': 'None',
		Cost: '1.5 + [qty] * 2',
		'"Bulky" shipping class cost': '[fee percent="10" min_fee="4"]',
		'No shipping class cost': '0,25',
		'Free shipping': 'Yes',
		'Free shipping requires':
			'A minimum order amount OR a free shipping coupon',
		'Minimum order amount': '80,5',
		'Coupon discounts': 'ticked',
		Carriers: 'Mondial_Relay, chronopost',
	} );

	await settings.open();
	await expect( settings.oldMethods ).toHaveText( [
		new RegExp( `${ WORLD }.*Colis & relais.*No.*all` ),
		new RegExp( `France.*${ TITLE }.*Yes.*mondial_relay, chronopost` ),
		/Spain.*Service Point Delivery.*Yes.*all/,
	] );
	await settings.conversion.screenshot( {
		path: test.info().outputPath( 'conversion.png' ),
	} );
	expect( await count( admin, V1 ) ).toBe( 3 );

	const tab = new Settings( await page.context().newPage() );
	await tab.open();
	await settings.convert.click();
	await settings.expectDone( '3 methods were converted.' );
	await expect( settings.conversion ).toBeHidden();

	// Another tab still offers it.
	await tab.convert.click();
	await tab.expectDone( 'There is nothing to convert.' );

	expect( await count( admin, V1 ) ).toBe( 0 );
	expect( await zones.methods( 'France' ) ).toEqual( inFrance );
	expect( await zones.settings( 'France', TITLE ) ).toEqual( {
		...fields,
		Carriers: 'Chronopost, Mondial Relay',
	} );
	await zones.openZone( 'Rest of the world' );
	await expect( zones.toggle( 'Colis & relais' ) ).toHaveText( 'No' );
	await zones.openZone( 'Spain' );
	await expect( zones.toggle( 'Service Point Delivery' ) ).toHaveText(
		'Yes'
	);
} );

inBothCheckouts( () => {
	test( 'a shopper buys with a converted method', async ( {
		store,
		checkout,
		picker,
		admin,
	} ) => {
		await store.addToCart( 'mug' );
		await store.deliverTo( PARIS );
		await checkout.open();
		await expect( checkout.delivery ).toContainText( PRICE );
		await checkout.choose( AS_SHOWN );
		await picker.choose( FAUBOURG );
		await checkout.pay( 'Cash on delivery' );
		await checkout.placeOrder();
		const id = await expectOnThankYouPage( checkout, FAUBOURG );
		await expectInWpAdmin( admin, id, FAUBOURG );
		const order = await admin.order( id );
		expect( order.shipping_lines ).toMatchObject( [
			{ method_id: V2, method_title: TITLE, total: '3.75' },
		] );
		expect( orderSelections( order ) ).toMatchObject( [
			{ service_point: { id: FAUBOURG.id } },
		] );
	} );
} );

test( 'only who manages the shop can convert', async ( { admin, signIn } ) => {
	await addOldMethod( admin, 'Germany', { title: 'Paketshop', cost: '4' } );
	const { page: managers } = await signIn( 'shop_manager' );
	const { page: editors } = await signIn( 'editor' );
	const settings = new Settings( managers );
	await settings.open();
	await expect( settings.oldMethods ).toHaveCount( 1 );
	const action = 'sendcloud_service_points_convert_methods';
	const nonce = await managers
		.locator( `#${ action }_form [name="_wpnonce"]` )
		.inputValue();

	for ( const [ page, form ] of [
		[ managers, { action } ],
		[ managers, { action, _wpnonce: 'abcdef1234' } ],
		[ editors, { action, _wpnonce: nonce } ],
	] as const ) {
		const answer = await page.request.post( '/wp-admin/admin-post.php', {
			form,
		} );
		expect( answer.status() ).toBe( 403 );
	}
	const answer = await editors.goto(
		'/wp-admin/admin.php?page=wc-settings&tab=shipping&section=sendcloud-service-points'
	);
	expect( answer?.status() ).toBe( 403 );
	expect( await count( admin, V1 ) ).toBe( 1 );
} );
