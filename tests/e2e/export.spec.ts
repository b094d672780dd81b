/** Orders sent to Sendcloud: switched on by the merchant, seen on the order and in Sendcloud, and mended after trouble. */
import { RELAY } from './pages/checkout';
import { Settings } from './pages/settings';
import { WpAdmin } from './pages/wp-admin';
import { PARIS } from './support/addresses';
import {
	officialShopUrl,
	standaloneSandboxUrl,
	standaloneShopUrl,
} from './support/environment';
import { FAUBOURG } from './support/points';
import { expectInPanel } from './support/purchase';
import { breakSandbox, mendSandbox } from './support/sandbox';
import { expect, test } from './support/test';

/** The shop's queue runs every few seconds. */
const SOON = { timeout: 60_000 };
const ORDERS = '/api/v3/orders';

test.describe( 'a shop that sends its orders', () => {
	test.skip( standaloneShopUrl === '', 'This shop is not started.' );
	test.use( { baseURL: standaloneShopUrl, sandbox: standaloneSandboxUrl } );
	test.slow();

	test.afterEach( async ( { admin, request, sandbox } ) => {
		await mendSandbox( request, sandbox );
		await new Settings( admin.page ).sendOrders( false );
	} );

	test( 'an order arrives once, whatever happens on the way', async ( {
		admin,
		store,
		checkout,
		picker,
		panel,
		request,
		sandbox,
	} ) => {
		await admin.signIn();
		await new Settings( admin.page ).sendOrders( true );
		const box = admin.page.locator( '#sendcloud-service-points-export' );
		const again = box.getByRole( 'link', { name: 'Send again' } );
		const expectState = ( id: string, ...texts: string[] ) =>
			expect( async () => {
				await admin.openOrder( id );
				for ( const text of texts ) {
					await expect( box ).toContainText( text, {
						timeout: 500,
					} );
				}
			} ).toPass( SOON );

		await store.addToCart( 'mug' );
		await store.deliverTo( PARIS );
		await checkout.open();
		await checkout.choose( RELAY );
		await picker.choose( FAUBOURG );
		await checkout.pay( 'Cash on delivery' );
		await checkout.placeOrder();
		const id = await checkout.expectThanks();
		await expectState( id, 'Sent', "Sendcloud's number:" );
		await expectInPanel( panel, id, FAUBOURG );
		await expect( await panel.openOrder( id ) ).toHaveCount( 1 );

		await breakSandbox(
			request,
			{ fault: 'server_error', path: ORDERS },
			sandbox
		);
		await again.click();
		await expect( admin.page.locator( '.notice-success' ) ).toContainText(
			'1 order will be sent'
		);
		await expectState( id, 'Waiting to be sent', 'cannot be reached' );

		await mendSandbox( request, sandbox );
		await breakSandbox(
			request,
			{ fault: 'unauthorized', path: ORDERS },
			sandbox
		);
		await again.click();
		await expectState( id, 'Sendcloud refuses these keys' );

		await mendSandbox( request, sandbox );
		await again.click();
		await expectState( id, 'Sent', "Sendcloud's number:" );
		await expect( box.locator( '.notice' ) ).toHaveCount( 0 );
		await expect( await panel.openOrder( id ) ).toHaveCount( 1 );

		await admin.rest( 'PUT', `orders/${ id }`, { status: 'cancelled' } );
		await expectState( id, 'Withdrawn' );
		await expect( await panel.openOrder( id ) ).toHaveCount( 0 );
	} );
} );

test( 'nothing can be sent beside Sendcloud’s own plugin', async ( {
	browser,
} ) => {
	test.skip( officialShopUrl === '', 'It cannot be had.' );
	const context = await browser.newContext( { baseURL: officialShopUrl } );
	const admin = new WpAdmin( await context.newPage() );
	await admin.signIn();
	const settings = new Settings( admin.page );
	await settings.open();
	await expect(
		admin.page.getByText(
			'They need not be sent, and would be there twice.'
		)
	).toBeVisible();
	await expect( settings.sending ).toHaveCount( 0 );
	await context.close();
} );
