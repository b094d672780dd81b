/**
 * A shop that answers another shopper's identical question tells the picker to come back.
 */
import { act, screen } from '@testing-library/react';
import { open, preparePage, server, shop } from '../../tests/js/open-picker';

preparePage();
beforeEach( () => jest.useFakeTimers() );
afterEach( () => jest.useRealTimers() );

const BUSY = 'sendcloud_service_points_busy';

const refuse = ( retryAfter = '2', code = BUSY ) =>
	act( async () =>
		server().fail( code, 'Please try again in a moment.', {
			'Retry-After': retryAfter,
		} )
	);

const wait = ( seconds: number ) =>
	act( () => jest.advanceTimersByTimeAsync( seconds * 1000 ) );

const status = () => screen.getByRole( 'status' ).textContent;

test( 'the picker asks again after the pause the shop names, and says that it is searching', async () => {
	open();
	await refuse( '2' );
	await wait( 1.9 );
	expect( server().questions() ).toBe( 1 );
	expect( status() ).toBe( 'Searching for service points…' );
	expect( screen.queryByRole( 'alert' ) ).toBeNull();

	await wait( 0.2 );
	expect( server().questions() ).toBe( 2 );
	await act( async () => server().answer( [ shop ] ) );
	screen.getByRole( 'radio', { name: /Corner Shop/ } );
} );

test( 'after four attempts, the shopper reads why and can try again', async () => {
	open();
	for ( let attempt = 1; attempt < 4; attempt++ ) {
		await refuse( '1' );
		await wait( 1 );
	}
	expect( server().questions() ).toBe( 4 );
	await refuse( '1' );
	expect( screen.getByRole( 'alert' ).textContent ).toContain(
		'Please try again in a moment.'
	);
	await wait( 60 );
	expect( server().questions() ).toBe( 4 );
} );

test( 'no pause is longer than ten seconds', async () => {
	open();
	await refuse( '3600' );
	await wait( 10 );
	expect( server().questions() ).toBe( 2 );
} );

test( 'a closed dialog does not ask again', async () => {
	open();
	await refuse();
	act( () => document.querySelector( 'dialog' )?.close() );
	await wait( 60 );
	expect( server().questions() ).toBe( 1 );
} );

test( 'a new search takes the place of the one that waits', async () => {
	open();
	await refuse();
	act( () => screen.getByRole( 'button', { name: 'Search' } ).click() );
	await wait( 60 );
	expect( server().questions() ).toBe( 2 );
} );

test( 'any other refusal is shown at once', async () => {
	open();
	await refuse( '2', 'sendcloud_service_points_rate_limited' );
	expect( screen.getByRole( 'alert' ).textContent ).toContain(
		'Please try again'
	);
	await wait( 60 );
	expect( server().questions() ).toBe( 1 );
} );
