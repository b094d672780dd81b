/**
 * A shop that takes its time: requests of the page overlap, and the one that began first may write last.
 */
import type { Page, Request } from '@playwright/test';
import { type Checkout, HOME, RELAY } from './pages/checkout';
import { PARIS } from './support/addresses';
import { subscriptionsShopUrl } from './support/environment';
import { FAUBOURG } from './support/points';
import type { StoreApi } from './support/store-api';
import { expect, test } from './support/test';

const MILLISECONDS = 2500;

/** The shop takes long over the next such request. Answers it when it has begun. */
async function delayNext(
	page: Page,
	isMeant: ( request: Request ) => boolean
): Promise< { begun: Promise< Request > } > {
	let begin: ( request: Request ) => void;
	const begun = new Promise< Request >( ( resolve ) => {
		begin = resolve;
	} );
	let isDelayed = false;
	await page.route( /wc\/store|wc-ajax/, async ( route, request ) => {
		if ( isDelayed || ! isMeant( request ) ) {
			return route.continue();
		}
		isDelayed = true;
		await route.continue( {
			headers: {
				...request.headers(),
				'X-Test-Delay': String( MILLISECONDS ),
			},
		} );
		begin( request );
	} );
	return { begun };
}

/** With the relay method chosen, and no point yet. */
async function openWithRelay(
	store: StoreApi,
	checkout: Checkout
): Promise< void > {
	await store.addToCart( 'mug' );
	await store.deliverTo( PARIS );
	await store.ship( RELAY );
	await checkout.open();
}

const choosesHome = ( request: Request ): boolean =>
	( request.postData() ?? '' ).includes( '"rate_id":"flat_rate' );

test( 'choosing a point chooses its method, whatever the shop has learnt late', async ( {
	page,
	store,
	checkout,
	picker,
} ) => {
	await openWithRelay( store, checkout );

	const { begun } = await delayNext( page, choosesHome );
	await checkout.choose( HOME );
	await begun;
	await checkout.choose( RELAY );
	await picker.choose( FAUBOURG );

	await checkout.expectPoint( FAUBOURG );
	await page.reload();
	await checkout.expectPoint( FAUBOURG );
	await expect( checkout.method( RELAY ) ).toBeChecked();
} );

test.describe( 'classic checkout', () => {
	test.use( { kind: 'classic' } );

	test( 'a point chosen while the review table is on its way stays', async ( {
		page,
		store,
		checkout,
		picker,
	} ) => {
		await openWithRelay( store, checkout );
		await checkout.chooser().click();
		await expect( picker.dialog ).toBeVisible();
		const { begun } = await delayNext( page, ( request ) =>
			request.url().includes( 'update_order_review' )
		);
		// As a plugin that completes addresses does, whatever the shopper is at.
		await page.evaluate(
			"jQuery( '#billing_address_1' ).val( '82 Rue du Faubourg' ).trigger( 'update_checkout' )"
		);
		const review = await begun;
		await picker.choose( FAUBOURG );
		await ( await review.response() )?.finished();
		await checkout.expectReady();
		await checkout.expectPoint( FAUBOURG );
		await page.reload();
		await checkout.expectPoint( FAUBOURG );
	} );
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
		const { begun } = await delayNext( page, choosesHome );
		await checkout.open();
		await begun;
		await checkout.choose( RELAY );
		await picker.choose( FAUBOURG );

		await checkout.expectPoint( FAUBOURG );
		await page.reload();
		await checkout.expectPoint( FAUBOURG );
	} );
} );
