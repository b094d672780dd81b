/**
 * Beside WooCommerce Subscriptions, its code running: what only renewals send needs a point too.
 */
import { RELAY } from './pages/checkout';
import type { Order } from './pages/wp-admin';
import { PARIS } from './support/addresses';
import { subscriptionsShopUrl } from './support/environment';
import { FAUBOURG } from './support/points';
import { expect, inBothCheckouts, test } from './support/test';

test.skip(
	subscriptionsShopUrl === '',
	'WooCommerce Subscriptions cannot be had (SUBSCRIPTIONS_PATH).'
);
test.use( { baseURL: subscriptionsShopUrl } );

inBothCheckouts( ( kind ) => {
	test( 'a shopper chooses the point of the renewals of a free trial', async ( {
		store,
		checkout,
		picker,
		admin,
	}, testInfo ) => {
		await store.addToCart( 'coffee-club' );
		// Whoever subscribes gets an account, and no address gets two.
		await store.deliverTo( {
			...PARIS,
			email: `${ kind }-${ testInfo.repeatEachIndex }@example.com`,
		} );
		await checkout.open();
		await checkout.choose( RELAY );
		await picker.choose( FAUBOURG );
		await checkout.expectPoint( FAUBOURG );
		await checkout.placeOrder();
		const order = await checkout.expectThanks();

		const [ subscription ] = await admin.rest<
			Array< { meta_data: Order[ 'meta_data' ] } >
		>( 'GET', `orders/${ order }/subscriptions` );
		expect( subscription?.meta_data ).toContainEqual(
			expect.objectContaining( {
				key: '_sendcloud_service_point_name',
				value: FAUBOURG.name,
			} )
		);
	} );
} );
