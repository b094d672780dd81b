/**
 * The diagnostics in wp-admin, and the self-test in the checkout. In a browser without WebGL, which the self-test must notice.
 */
import type { Page } from '@playwright/test';
import { RELAY } from './pages/checkout';
import { WpAdmin } from './pages/wp-admin';
import { PARIS } from './support/addresses';
import { FAUBOURG } from './support/points';
import { expect, inBothCheckouts, test } from './support/test';

const DIAGNOSTICS =
	'/wp-admin/admin.php?page=wc-settings&tab=shipping&section=sendcloud-service-points&view=diagnostics';

/** WordPress' own, in the bar of whoever is signed in. */
const AVATAR = /gravatar\.com/;

test( 'finds a method that is switched off, switches it on and reports it', async ( {
	admin,
} ) => {
	// Only the zone of Italy has a method of this name, and no other test delivers there.
	const methods = await admin.methodsNamed( /^Ritiro$/ );
	expect( methods ).toHaveLength( 1 );
	await admin.setEnabled( methods, false );
	const { page } = admin;
	await page.goto( DIAGNOSTICS );
	await expect(
		page.getByRole( 'button', { name: 'Save changes' } )
	).toBeHidden();
	const status = page.getByRole( 'status' ).filter( { hasText: /^Done/ } );
	await expect( status ).toBeVisible( { timeout: 60_000 } );

	const zones = page.getByRole( 'listitem' ).filter( {
		has: page.getByRole( 'heading', { name: 'Shipping zones' } ),
	} );
	await expect( zones ).toContainText( 'Italy' );
	await zones.getByRole( 'button' ).click();
	// Nothing is changed before it is confirmed.
	await page.getByRole( 'dialog' ).getByRole( 'button' ).nth( 1 ).click();
	await expect( zones ).toBeHidden();
	const [ method = '' ] = methods;
	expect(
		await admin.rest< { enabled: boolean } >( 'GET', method )
	).toMatchObject( { enabled: true } );

	await page
		.context()
		.grantPermissions( [ 'clipboard-read', 'clipboard-write' ] );
	await page.getByRole( 'button', { name: 'Copy report' } ).click();
	await expect( page.getByText( 'Report copied.' ) ).toBeVisible();
	const report = await page.evaluate( () => navigator.clipboard.readText() );
	expect( report ).toContain( '(credentials)' );
	expect( report ).toContain( '(zones)' );
	expect( report ).not.toContain( 'sandbox-secret' );
} );

inBothCheckouts( () => {
	const overlay = ( page: Page ) =>
		page.getByRole( 'region', { name: 'Self-test of the service points' } );

	test.beforeEach( async ( { page, store, watch }, { title } ) => {
		if ( ! title.startsWith( 'shoppers' ) ) {
			await new WpAdmin( page ).signIn();
			watch.expect( AVATAR );
		}
		await store.addToCart( 'mug' );
		await store.deliverTo( PARIS );
		await store.ship( RELAY );
		await store.choose( FAUBOURG.id );
	} );

	test( 'the self-test goes all the way and leaves the point as it was', async ( {
		page,
		checkout,
	} ) => {
		const beacon = page.waitForRequest( /\/fallbacks$/ );
		await page.goto( `${ checkout.path }?sendcloud-self-test` );
		await expect( overlay( page ).getByRole( 'status' ) ).toHaveText(
			'Shoppers can choose a service point here.',
			{ timeout: 60_000 }
		);
		const steps = overlay( page ).getByRole( 'listitem' );
		await expect( steps.filter( { hasText: 'Works' } ) ).toHaveCount( 5 );
		await expect(
			steps.filter( { hasText: 'cannot draw maps' } )
		).toHaveCount( 1 );
		expect( ( await beacon ).postData() ).toBe( 'reason=no_webgl' );
		await page.goto( checkout.path );
		await checkout.expectPoint( FAUBOURG );
	} );

	test( 'the self-test tells a button that a style sheet hides', async ( {
		page,
		checkout,
	} ) => {
		await page.addInitScript( () =>
			document.addEventListener( 'DOMContentLoaded', () =>
				document.head.insertAdjacentHTML(
					'beforeend',
					'<style>.scsp-choose { display: none !important; }</style>'
				)
			)
		);
		await page.goto( `${ checkout.path }?sendcloud-self-test` );
		await expect( overlay( page ) ).toContainText(
			'a style sheet hides it',
			{ timeout: 60_000 }
		);
		await expect( overlay( page ) ).toContainText( 'Not tested' );
	} );

	test( 'shoppers never load the self-test', async ( {
		page,
		checkout,
		watch,
	} ) => {
		await page.goto( `${ checkout.path }?sendcloud-self-test` );
		await checkout.expectReady();
		await expect( overlay( page ) ).toHaveCount( 0 );
		expect( watch.requests.join() ).not.toContain( 'self-test.js' );
	} );
} );
