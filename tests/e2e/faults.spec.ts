/** Sendcloud in trouble. These run last and one by one: a fault, and the shop's memory of it, are everybody's. */
import { RELAY } from './pages/checkout';
import { breakSandbox, mendSandbox } from './support/sandbox';
import { PARIS } from './support/addresses';
import { FAUBOURG } from './support/points';
import { expect, test } from './support/test';
import type { Fault } from '../sandbox/faults';

test.describe.configure( { mode: 'default' } );

const AT_THE_SHOP =
	/not available at the moment.*choose another delivery method/;
const FOR_A_MOMENT = /cannot be loaded right now.*try again/;

/** Differs from run to run, so that a shop that has seen this file before has no old answer; of streets of 8 km at most. */
const houseNumber = ( Math.floor( Date.now() / 1000 ) % 900 ) + 1;

/** Each asks for a street of its own, so that no answer remembered from another test hides the fault. */
const faults: Array< [ Fault[ 'fault' ], string, RegExp ] > = [
	[ 'unauthorized', 'Rue de Belleville', AT_THE_SHOP ],
	[ 'not_enabled', 'Rue de Ménilmontant', AT_THE_SHOP ],
	[ 'rate_limited', 'Rue de Turbigo', /try again in a minute/ ],
	[ 'server_error', 'Rue Réaumur', FOR_A_MOMENT ],
	[ 'cut', 'Rue du Sentier', FOR_A_MOMENT ],
	[ 'html', 'Rue Montorgueil', FOR_A_MOMENT ],
	[ 'slow', 'Rue des Petits Carreaux', FOR_A_MOMENT ],
];

test.afterEach( async ( { request } ) => mendSandbox( request ) );

test.beforeEach( async ( { store } ) => {
	await store.addToCart( 'mug' );
} );

for ( const [ fault, street, message ] of faults ) {
	test( `${ fault }: the shopper reads what is wrong, and the next try works`, async ( {
		request,
		store,
		checkout,
		picker,
		watch,
	} ) => {
		watch.expect( /Failed to load resource.*50[0-9]/ );
		await store.deliverTo( {
			...PARIS,
			address_1: `${ houseNumber } ${ street }`,
		} );
		await breakSandbox( request, { fault, retry_after: 1, ms: 6000 } );
		await checkout.open();
		await checkout.choose( RELAY );
		const alert = picker.dialog.getByRole( 'alert' );
		await expect( alert ).toContainText( message );
		await expect( alert ).not.toContainText( /error|exception|https?:/i );

		await mendSandbox( request );
		// Sendcloud may want to be left alone for that second.
		const again = alert.getByRole( 'button', { name: 'Try again' } );
		await expect( async () => {
			await expect( again.or( picker.points.first() ) ).toBeVisible();
			if ( await again.isVisible() ) {
				await again.click();
			}
			await expect( picker.points.first() ).toBeVisible( {
				timeout: 3000,
			} );
		} ).toPass();
	} );
}

test( 'a geocoder that is down leaves the own position to search by', async ( {
	request,
	context,
	store,
	checkout,
	picker,
	watch,
} ) => {
	watch.expect( /Failed to load resource.*503/ );
	await context.grantPermissions( [ 'geolocation' ] );
	await context.setGeolocation( { latitude: 48.8745, longitude: 2.3563 } );
	await store.deliverTo( {
		...PARIS,
		address_1: `${ houseNumber } Rue du Caire`,
	} );
	await breakSandbox( request, { fault: 'geocoder_down' } );
	await checkout.open();
	await checkout.choose( RELAY );
	await expect( picker.dialog.getByRole( 'alert' ) ).toContainText(
		'use your position'
	);
	await picker.dialog
		.getByRole( 'button', { name: 'Use my position' } )
		.click();
	await expect( picker.point( FAUBOURG ) ).toBeVisible();
} );

test( 'a choice that cannot be saved keeps the picker open with the reason', async ( {
	request,
	store,
	checkout,
	picker,
	watch,
} ) => {
	watch.expect( /Failed to load resource.*503/ );
	// The shop remembers a point that anyone has chosen, for a day; nobody else has theirs sent here.
	await store.deliverTo( {
		...PARIS,
		address_1: `${ houseNumber } Rue de la République`,
		postcode: '69002',
		city: 'Lyon',
	} );
	await checkout.open();
	await checkout.choose( RELAY );
	await picker.points.first().waitFor();
	await picker.points
		.nth( houseNumber % ( await picker.points.count() ) )
		.check();
	await breakSandbox( request, {
		fault: 'server_error',
		path: '/service-points/',
	} );
	await picker.chooseButton.click();
	await expect( picker.dialog.getByRole( 'alert' ) ).toBeVisible();

	await mendSandbox( request );
	await picker.chooseButton.click();
	await expect( picker.dialog ).toBeHidden();
	await expect( checkout.chooser() ).toHaveText( 'Change service point' );
} );

test( 'an order with a point goes through while Sendcloud is away', async ( {
	request,
	store,
	checkout,
	picker,
} ) => {
	await store.deliverTo( PARIS );
	await checkout.open();
	await checkout.choose( RELAY );
	await picker.choose( FAUBOURG );
	await checkout.expectPoint( FAUBOURG );
	await checkout.pay( 'Cash on delivery' );
	await breakSandbox( request, { fault: 'server_error' } );
	await checkout.placeOrder();
	await checkout.expectThanks();
} );
