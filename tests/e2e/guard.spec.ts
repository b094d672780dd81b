/**
 * Every road to an order without a valid point, over real HTTP. Their depths are tests/php/Integration's business.
 */
import { RELAY } from './pages/checkout';
import { BERLIN, PARIS, type Address } from './support/addresses';
import { FAUBOURG, POINT } from './support/points';
import { breakSandbox } from './support/sandbox';
import { orderOnClassicPage } from './support/classic-post';
import type { StoreApi } from './support/store-api';
import { expect, inBothCheckouts, test } from './support/test';

const NO_POINT = /choose a service point/;

inBothCheckouts( () => {
	test( 'the page holds an order without a point back, and says so at the method', async ( {
		checkout,
		store,
		picker,
	} ) => {
		await store.addToCart( 'mug' );
		await store.deliverTo( PARIS );
		await checkout.open();
		await checkout.choose( RELAY );
		await expect( picker.points.first() ).toBeVisible();
		await checkout.page.keyboard.press( 'Escape' );
		await checkout.pay( 'Cash on delivery' );
		await checkout.placeOrder();

		await expect( checkout.error ).toContainText( NO_POINT );
		await expect( checkout.chooser() ).toBeFocused();
		expect( ( await store.cart() ).items ).toHaveLength( 1 );

		await checkout.chooser().click();
		await picker.choose( FAUBOURG );
		await expect( checkout.error ).toBeHidden();
		await checkout.placeOrder();
		await checkout.expectThanks();
	} );

	test( 'an order of nothing to pay needs its point all the same', async ( {
		checkout,
		store,
	} ) => {
		await store.addToCart( 'mug' );
		await store.deliverTo( PARIS );
		await store.applyCoupon( 'all-free' );
		await store.ship( RELAY );
		expect( ( await store.cart() ).totals.total_price ).toBe( '0' );
		await checkout.open();
		await checkout.placeOrder();
		await expect( checkout.error ).toContainText( NO_POINT );
	} );
} );

test.describe( 'without any page', () => {
	const prepare = async (
		store: StoreApi,
		address: Address
	): Promise< void > => {
		await store.addToCart( 'mug' );
		await store.deliverTo( address );
		await store.ship( RELAY );
	};

	test( 'the Store API refuses an order without a point', async ( {
		store,
	} ) => {
		await prepare( store, PARIS );
		expect( await store.order( PARIS ) ).toEqual( {
			status: 400,
			code: 'sendcloud_service_points_missing',
			message: expect.stringMatching( NO_POINT ),
		} );
		expect( ( await store.cart() ).items ).toHaveLength( 1 );
	} );

	test( 'the classic form refuses an order without a point', async ( {
		store,
		page,
	} ) => {
		await prepare( store, PARIS );
		const answer = await orderOnClassicPage( page.request, PARIS );
		expect( answer.result ).toBe( 'failure' );
		expect( answer.messages ).toMatch( NO_POINT );
		expect( ( await store.cart() ).items ).toHaveLength( 1 );
	} );

	const refusals: Array< [ string, Address, number, string ] > = [
		[ 'withdrawn', PARIS, POINT.missing, 'not_found' ],
		[ 'in another country', PARIS, POINT.eindhovenShop, 'other_country' ],
		[
			'of a carrier the method does not allow',
			BERLIN,
			POINT.berlinHermes,
			'other_carrier',
		],
	];
	for ( const [ what, address, id, code ] of refusals ) {
		test( `a point that is ${ what } is refused on both roads`, async ( {
			store,
			page,
		} ) => {
			await prepare( store, address );
			expect( await store.choose( id ) ).toMatchObject( {
				status: 400,
				code: `sendcloud_service_points_${ code }`,
			} );
			expect( await store.order( address ) ).toMatchObject( {
				code: 'sendcloud_service_points_missing',
			} );
			const answer = await orderOnClassicPage(
				page.request,
				address,
				id
			);
			expect( answer.result ).toBe( 'failure' );
			expect( answer.messages ).toMatch( /Please choose/ );
			expect( ( await store.cart() ).items ).toHaveLength( 1 );
		} );
	}

	test( 'a point that its carrier has not confirmed lately is taken', async ( {
		store,
	} ) => {
		await prepare( store, PARIS );
		expect( await store.choose( POINT.expired ) ).toBeNull();
		expect( await store.order( PARIS ) ).toBeNull();
	} );

	test( 'a point that has filled up since it was chosen is refused', async ( {
		store,
		page,
	} ) => {
		await prepare( store, PARIS );
		expect( await store.choose( POINT.parisChronopost ) ).toBeNull();
		await breakSandbox( page.request, {
			fault: 'full',
			path: `/${ POINT.parisChronopost }/`,
			times: 1,
		} );
		expect( await store.order( PARIS ) ).toMatchObject( {
			status: 400,
			code: 'sendcloud_service_points_unavailable',
		} );
		expect( await store.choose( FAUBOURG.id ) ).toBeNull();
		expect( await store.order( PARIS ) ).toBeNull();
	} );
} );
