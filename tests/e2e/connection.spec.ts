/** What Sendcloud's integration tells a shop without Sendcloud's own plugin: its zones, its checkout, and who may tell it. */
import { RELAY } from './pages/checkout';
import { Settings } from './pages/settings';
import { ShippingZones } from './pages/shipping-zones';
import { PARIS } from './support/addresses';
import { standaloneShopUrl } from './support/environment';
import { addKey, addZone } from './support/furnish';
import { FAUBOURG } from './support/points';
import { expectOnThankYouPage } from './support/purchase';
import { Sendcloud, SENDCLOUD_KEYS } from './support/sendcloud';
import { expect, inBothCheckouts, test } from './support/test';

test.skip( standaloneShopUrl === '', 'This shop is not started.' );
test.use( { baseURL: standaloneShopUrl } );
test.describe.configure( { mode: 'serial' } );

const METHOD = 'Service Point Delivery';
const sendcloud = new Sendcloud( standaloneShopUrl );

test( 'only a key of who manages the shop is obeyed', async ( { admin } ) => {
	const [ customer ] = await admin.rest< Array< { id: number } > >(
		'GET',
		'customers?email=camille@example.com'
	);
	const strangers = [
		{ keys: null, status: 401 },
		{ keys: { ...SENDCLOUD_KEYS, consumerSecret: 'cs_no' }, status: 401 },
		{
			keys: await addKey( admin, customer?.id ?? 0, 'read_write' ),
			status: 403,
		},
	];
	for ( const { keys, status } of strangers ) {
		const stranger = new Sendcloud( standaloneShopUrl, keys );
		for ( const [ method, path ] of [
			[ 'GET', 'statuses' ],
			[ 'POST', 'integration' ],
			[ 'DELETE', 'integration' ],
			[ 'POST', 'service_point' ],
			[ 'PUT', 'service_point' ],
			[ 'PATCH', 'service_point' ],
			[ 'DELETE', 'service_point' ],
		] as const ) {
			expect( await stranger.call( method, path ) ).toMatchObject( {
				status,
			} );
		}
	}
	const reader = new Sendcloud(
		standaloneShopUrl,
		await addKey( admin, 1, 'read' )
	);
	expect( await reader.call( 'GET', 'statuses' ) ).toMatchObject( {
		status: 200,
		body: { statuses: { 'wc-processing': 'Processing' } },
	} );
	expect( await reader.switchOff() ).toMatchObject( { status: 401 } );
} );

test( 'the merchant is asked, and no zone gets a second method', async ( {
	admin,
} ) => {
	// A dozen screens of wp-admin.
	test.slow();
	await admin.signIn();
	const { page } = admin;
	const settings = new Settings( page );
	const zones = new ShippingZones( page );
	await settings.whenSwitchedOn( /Ask first/ );
	await addZone( admin, 'Austria', 'AT' );
	await addZone( admin, 'Poland', 'PL' );
	const inFrance = await zones.methods( 'France' );
	await expect( settings.question ).toBeHidden();

	expect( await sendcloud.switchOn() ).toMatchObject( { status: 200 } );
	await page.goto( '/wp-admin/admin.php?page=wc-orders' );
	await expect( settings.question ).toContainText( 'Austria, Poland?' );
	expect( await zones.methods( 'Austria' ) ).toEqual( [] );
	await expect( settings.question ).toBeVisible();
	await page.screenshot( { path: test.info().outputPath( 'question.png' ) } );

	const tab = new Settings( await page.context().newPage() );
	await tab.open();
	const add = { name: 'Add', exact: true };
	await settings.question.getByRole( 'button', add ).click();
	await settings.expectDone( 'was added to 2 zones.' );
	await expect( settings.question ).toBeHidden();
	await tab.question.getByRole( 'button', add ).click();
	await tab.expectDone( `Every shipping zone has "${ METHOD }" already.` );

	expect( await sendcloud.switchOn() ).toMatchObject( { status: 200 } );
	for ( const zone of [ 'Austria', 'Poland' ] ) {
		expect( await zones.methods( zone ) ).toEqual( [ METHOD ] );
	}
	expect( await zones.methods( 'France' ) ).toEqual( inFrance );
	await expect( settings.question ).toBeHidden();
	// Not for nothing: it has the price that it has in France.
	expect( await zones.settings( 'Austria', METHOD ) ).toMatchObject( {
		Cost: '3,90',
		Carriers: '',
	} );

	await addZone( admin, 'Portugal', 'PT' );
	await sendcloud.switchOn();
	await settings.open();
	await expect( settings.question ).toContainText( 'zones: Portugal?' );
	await settings.question
		.getByRole( 'button', { name: 'No, thanks' } )
		.click();
	await settings.expectDone( 'Your shipping zones stay as they are.' );
	await expect( settings.question ).toBeHidden();
	expect( await zones.methods( 'Portugal' ) ).toEqual( [] );
} );

test( 'zones get the method by themselves, until the merchant deletes it', async ( {
	admin,
} ) => {
	await admin.signIn();
	const settings = new Settings( admin.page );
	const zones = new ShippingZones( admin.page );
	await settings.whenSwitchedOn( /every shipping zone/ );
	await addZone( admin, 'Greece', 'GR' );

	await sendcloud.switchOn();
	expect( await zones.methods( 'Greece' ) ).toEqual( [ METHOD ] );
	await expect( settings.question ).toBeHidden();

	await zones.delete( 'Greece', METHOD );
	await sendcloud.switchOn();
	expect( await zones.methods( 'Greece' ) ).toEqual( [] );
} );

test( 'the merchant chooses among the carriers that Sendcloud tells of', async ( {
	admin,
} ) => {
	await admin.signIn();
	const zones = new ShippingZones( admin.page );
	const carriers = admin.page
		.getByRole( 'listbox', { name: 'Carriers' } )
		.getByRole( 'option' );
	for ( const [ method, name ] of [
		[ 'PUT', 'Acme Post' ],
		[ 'PATCH', 'Acme Parcel' ],
	] as const ) {
		expect(
			await sendcloud.call( method, 'service_point', {
				carriers: { acme: name, dhl: 'DHL' },
			} )
		).toMatchObject( { status: 200 } );
	}
	await zones.settings( 'France', METHOD );
	await expect( carriers ).toHaveText( [ 'Acme Parcel', 'DHL' ] );
	await sendcloud.switchOn();
} );

inBothCheckouts( () => {
	test( 'the checkout offers it while service points are on', async ( {
		page,
		store,
		checkout,
		picker,
		watch,
	} ) => {
		watch.expect( /status of 409 .*\/checkout/ );
		await store.addToCart( 'mug' );
		await store.deliverTo( PARIS );
		await checkout.open();
		await checkout.choose( RELAY );
		await picker.choose( FAUBOURG );
		await checkout.expectPoint( FAUBOURG );
		await checkout.pay( 'Cash on delivery' );

		expect( await sendcloud.switchOff() ).toMatchObject( { status: 200 } );
		try {
			// WooCommerce would take the dearer method in silence.
			await checkout.placeOrder();
			await expect(
				page.getByText( 'The delivery you chose is no longer possible' )
			).toBeVisible();
			await page.goto( checkout.path );
			await expect( checkout.delivery ).toContainText( 'Home delivery' );
			await expect( checkout.delivery ).not.toContainText( METHOD );
		} finally {
			await sendcloud.switchOn();
		}

		await checkout.open();
		await expect( checkout.delivery ).toContainText( /4,68/ );
		await checkout.choose( RELAY );
		await checkout.expectPoint( FAUBOURG );
		await checkout.pay( 'Cash on delivery' );
		await checkout.placeOrder();
		await expectOnThankYouPage( checkout, FAUBOURG );
	} );
} );

test( 'the merchant is told that it is off, and may know better', async ( {
	admin,
	store,
} ) => {
	await admin.signIn();
	const settings = new Settings( admin.page );
	const zones = new ShippingZones( admin.page );
	const offered = async (): Promise< string[] > =>
		( await store.cart() ).shipping_rates.flatMap(
			( { shipping_rates: rates } ) => rates.map( ( { name } ) => name )
		);
	const before = await zones.settings( 'France', METHOD );
	await store.addToCart( 'mug' );
	await store.deliverTo( PARIS );

	await sendcloud.switchOff();
	expect( await offered() ).toEqual( [ 'Home delivery' ] );
	expect( await zones.settings( 'France', METHOD ) ).toEqual( before );
	await expect( settings.warning ).toBeVisible();
	// Out of the dialog of the method.
	await admin.page.keyboard.press( 'Escape' );
	await settings.warning
		.getByRole( 'button', { name: 'Offer it anyway' } )
		.click();
	await settings.expectDone( `"${ METHOD }" is offered again.` );
	await expect( settings.warning ).toBeHidden();
	expect( await offered() ).toContain( METHOD );
} );

test( 'a shop that Sendcloud leaves keeps nothing of its webhooks', async ( {
	admin,
} ) => {
	const names = async (): Promise< string[] > =>
		( await admin.rest< Array< { name: string } > >( 'GET', 'webhooks' ) )
			.map( ( { name } ) => name )
			.sort();
	for ( const name of [ 'Bookkeeping', 'Sendcloud order updated' ] ) {
		await admin.rest( 'POST', 'webhooks', {
			name,
			topic: 'order.updated',
			delivery_url: 'http://127.0.0.1/',
			status: 'paused',
		} );
	}
	const integration = { integration_id: 451234 };
	await sendcloud.call( 'POST', 'integration', integration );
	expect( await names() ).toHaveLength( 2 );
	expect(
		await sendcloud.call( 'DELETE', 'integration', integration )
	).toMatchObject( { status: 200 } );
	expect( await names() ).toEqual( [ 'Bookkeeping' ] );
} );
