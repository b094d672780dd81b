/**
 * Pictures for the README: E2E_SCREENSHOTS=1 npm run test:e2e -- --project screenshots
 */
import path from 'node:path';
import { RELAY } from './pages/checkout';
import { PARIS } from './support/addresses';
import { FAUBOURG } from './support/points';
import { expect, inBothCheckouts, test } from './support/test';

const picture = ( name: string ): string =>
	path.resolve( __dirname, `../../docs/screenshots/${ name }.png` );

test.use( { viewport: { width: 1200, height: 800 } } );

test.beforeEach( async ( { store } ) => {
	await store.addToCart( 'mug' );
	await store.deliverTo( PARIS );
} );

inBothCheckouts( ( kind ) => {
	test( 'checkout', async ( { page, store, checkout } ) => {
		await store.ship( RELAY );
		await store.choose( FAUBOURG.id );
		await checkout.open();
		await checkout.expectPoint( FAUBOURG );
		await checkout.delivery.evaluate( ( element ) =>
			element.scrollIntoView( { block: 'center' } )
		);
		await page.screenshot( { path: picture( `${ kind }-checkout` ) } );
	} );
} );

test( 'picker', async ( { page, checkout, picker } ) => {
	await checkout.open();
	await checkout.choose( RELAY );
	await picker.point( FAUBOURG ).check();
	await picker.expectMapDrawn();
	await expect( picker.pin( FAUBOURG ) ).toBeVisible();
	await page.waitForLoadState( 'networkidle' );
	await page.screenshot( { path: picture( 'picker' ) } );
} );

test.describe( 'phone', () => {
	test.use( {
		viewport: { width: 390, height: 844 },
		hasTouch: true,
		isMobile: true,
	} );

	test( 'picker', async ( { page, checkout, picker } ) => {
		await checkout.open();
		await checkout.choose( RELAY );
		await picker.point( FAUBOURG ).check();
		await page.screenshot( { path: picture( 'picker-phone' ) } );
	} );
} );
