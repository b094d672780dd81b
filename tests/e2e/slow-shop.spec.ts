/**
 * A shop that takes its time: requests of the page overlap, and the one that started first may write last.
 */
import type { Page } from '@playwright/test';
import { HOME, RELAY } from './pages/checkout';
import { PARIS } from './support/addresses';
import { subscriptionsShopUrl } from './support/environment';
import { FAUBOURG } from './support/points';
import { expect, test } from './support/test';

const BATCH = '**/wc/store/v1/batch**';
const MILLISECONDS = 2500;

/** The shop takes long over the next request that has this rate chosen, and this rate alone. Done when it has begun. */
function delayChoosing( page: Page, rate: string ): Promise< unknown > {
	return new Promise( ( resolve ) => {
		let isDelayed = false;
		void page.route( BATCH, async ( route, request ) => {
			const body = request.postData() ?? '';
			const delays =
				! isDelayed &&
				body.includes( `"rate_id":"${ rate }` ) &&
				! body.includes( 'service_point' );
			isDelayed ||= delays;
			await route.continue( {
				headers: {
					...request.headers(),
					...( delays && { 'X-Test-Delay': `${ MILLISECONDS }` } ),
				},
			} );
			if ( delays ) {
				resolve( undefined );
			}
		} );
	} );
}

test( 'choosing a point chooses its method, whatever the shop has learnt late', async ( {
	page,
	store,
	checkout,
	picker,
} ) => {
	await store.addToCart( 'mug' );
	await store.deliverTo( PARIS );
	await store.ship( RELAY );
	await checkout.open();

	const begun = delayChoosing( page, 'flat_rate' );
	await checkout.choose( HOME );
	await begun;
	await checkout.choose( RELAY );
	await picker.choose( FAUBOURG );

	await checkout.expectPoint( FAUBOURG );
	await page.reload();
	await checkout.expectPoint( FAUBOURG );
	await expect( checkout.method( RELAY ) ).toBeChecked();
} );

test.describe( 'beside WooCommerce Subscriptions', () => {
	test.skip(
		subscriptionsShopUrl === '',
		'WooCommerce Subscriptions cannot be had (SUBSCRIPTIONS_PATH).'
	);
	test.use( { baseURL: subscriptionsShopUrl } );

	test( 'the page’s own choice of a rate does not undo the shopper’s', async ( {
		page,
		store,
		checkout,
		picker,
	} ) => {
		await store.addToCart( 'coffee-club' );
		await store.deliverTo( { ...PARIS, email: 'slow@example.com' } );

		// WooCommerce chooses a first rate for the renewals as soon as it shows them.
		const begun = delayChoosing( page, 'flat_rate' );
		await checkout.open();
		await begun;
		await checkout.choose( RELAY );
		await picker.choose( FAUBOURG );

		await checkout.expectPoint( FAUBOURG );
		await page.reload();
		await checkout.expectPoint( FAUBOURG );
	} );
} );
