/**
 * The oldest WooCommerce we support, orders in the posts table. One file, since its last tests change the whole shop.
 */
import { RELAY } from './pages/checkout';
import { oldShopUrl } from './support/environment';
import { PARIS } from './support/addresses';
import { FAUBOURG } from './support/points';
import { expectInWpAdmin, expectOnThankYouPage } from './support/purchase';
import { expect, inBothCheckouts, test } from './support/test';

test.skip( oldShopUrl === '', 'This WooCommerce cannot be had.' );
test.use( { baseURL: oldShopUrl } );

inBothCheckouts( () => {
	test( 'a shopper buys', async ( { store, checkout, picker, admin } ) => {
		await store.addToCart( 'mug' );
		await store.deliverTo( PARIS );
		await checkout.open();
		await checkout.choose( RELAY );
		await picker.expectMapDrawn();
		await picker.choose( FAUBOURG );
		await checkout.expectPoint( FAUBOURG );
		await checkout.pay( 'Cash on delivery' );
		await checkout.placeOrder();
		const id = await expectOnThankYouPage( checkout, FAUBOURG );
		await expectInWpAdmin( admin, id, FAUBOURG );
	} );
} );

test( 'a shop where no method needs a point carries nothing of ours', async ( {
	page,
	store,
	admin,
	watch,
} ) => {
	const methods = await admin.methodsNamed(
		/^(Service Point Delivery|Livraison en point relais|Ritiro)$/
	);
	expect( methods.length ).toBeGreaterThan( 4 );
	await store.addToCart( 'mug' );
	try {
		await admin.setEnabled( methods, false );
		for ( const path of [ '/checkout/', '/checkout-classic/', '/cart/' ] ) {
			await page.goto( path );
			await expect(
				page.getByText( 'Home delivery' ).first()
			).toBeVisible();
			await page.waitForLoadState( 'load' );
		}
		expect(
			watch.requests.filter( ( url ) =>
				url.includes( 'sendcloud-service-points' )
			)
		).toEqual( [] );
	} finally {
		await admin.setEnabled( methods, true );
	}
} );

test( 'a shop where no method needs a point is led to one', async ( {
	admin,
} ) => {
	const methods = await admin.methodsNamed(
		/^(Service Point Delivery|Livraison en point relais|Ritiro)$/
	);
	const guide = admin.page.getByRole( 'region', {
		name: 'Set up service points in five steps',
	} );
	const settings =
		'/wp-admin/admin.php?page=wc-settings&tab=shipping&section=sendcloud-service-points';
	try {
		await admin.setEnabled( methods, false );
		await admin.page.goto( settings );
		const step = ( title: string ) =>
			guide.getByRole( 'listitem' ).filter( { hasText: title } );
		await expect( step( 'Connect to Sendcloud' ) ).toContainText( 'done' );
		await expect(
			step( 'Offer the delivery' ).getByRole( 'button' )
		).toBeVisible();
	} finally {
		await admin.setEnabled( methods, true );
	}
	await admin.page.goto( settings );
	await expect( guide ).toBeHidden();
} );
