import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import {
	focused,
	open,
	opener,
	openWith,
	preparePage,
	radio,
	server,
	shop,
} from '../../tests/js/open-picker';

preparePage();

describe( 'the dialog', () => {
	test( 'is named, takes the focus and shows that it is searching', () => {
		open();
		const dialog = screen.getByRole( 'dialog', {
			name: 'Choose a service point',
		} );
		expect( dialog.contains( focused() ) ).toBe( true );
		expect( screen.getByRole( 'status' ).textContent ).toBe(
			'Searching for service points…'
		);
		expect( server().lastQuestion() ).toEqual( {
			country: 'NL',
			address: '5611 EM Eindhoven',
		} );
	} );

	test( 'closes with Escape and gives the focus and the page back', async () => {
		const { user, onClose } = await openWith();
		expect( document.documentElement.style.overflow ).toBe( 'hidden' );

		await user.keyboard( '{Escape}' );

		expect( screen.queryByRole( 'dialog' ) ).toBeNull();
		expect( focused() ).toBe( opener() );
		expect( document.documentElement.style.overflow ).toBe( '' );
		expect( onClose ).toHaveBeenCalledTimes( 1 );
	} );

	test( 'is one at a time', () => {
		const first = open();
		open();
		expect( screen.getAllByRole( 'dialog' ) ).toHaveLength( 1 );
		expect( first.onClose ).toHaveBeenCalledTimes( 1 );
	} );

	test( 'has no accessibility violations, with a list and with an error', async () => {
		const { user } = await openWith();
		await user.click( radio( /Packstation 145/ ) );
		expect( ( await axe( document.body ) ).violations ).toEqual( [] );

		await user.click( screen.getByRole( 'button', { name: 'Search' } ) );
		server().fail( 'sendcloud_service_points_unreachable', 'Not now.' );
		await screen.findByRole( 'alert' );
		expect( ( await axe( document.body ) ).violations ).toEqual( [] );
	} );
} );

describe( 'without a list', () => {
	test( 'an error says the server’s word and can be tried again', async () => {
		const { user } = open();
		server().fail( 'sendcloud_service_points_unreachable', 'Not now.' );
		expect( ( await screen.findByRole( 'alert' ) ).textContent ).toContain(
			'Not now.'
		);
		await user.click( screen.getByRole( 'button', { name: 'Try again' } ) );
		expect( focused() ).toBe( screen.getByRole( 'status' ) );
		server().answer( [ shop ] );
		await screen.findByRole( 'radio' );
		expect( screen.queryByRole( 'alert' ) ).toBeNull();
	} );

	test( 'a geocoder that is down leaves the position and the map', async () => {
		open();
		server().fail(
			'sendcloud_service_points_geocoder_unavailable',
			'No addresses now.'
		);
		expect( ( await screen.findByRole( 'alert' ) ).textContent ).toContain(
			'use your position'
		);
	} );

	test.each( [
		[ 'not_found', 'We could not find that address.' ],
		[ 'matched', 'No service points found here.' ],
	] as const )(
		'an address that is %s gets advice',
		async ( status, text ) => {
			open();
			server().answer( [], {
				geocoding: { status, precision: null, formatted_address: null },
			} );
			expect(
				( await screen.findByRole( 'alert' ) ).textContent
			).toContain( text );
		}
	);
} );
