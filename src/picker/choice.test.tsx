import { act, screen, waitFor } from '@testing-library/react';
import {
	chooseButton,
	focused,
	locker,
	opener,
	openWith,
	otherLocker,
	postOffice,
	preparePage,
	radio,
	shop,
} from '../../tests/js/open-picker';
import { servicePoint } from '../../tests/js/service-point';
import { refusal } from '../lib/refusal';

preparePage();

describe( 'choosing', () => {
	test( 'works with the keyboard alone', async () => {
		const { user, onSelect, onClose } = await openWith( [
			shop,
			postOffice,
		] );
		const name = () => focused()?.getAttribute( 'name' );
		const group = radio( /Corner Shop/ ).getAttribute( 'name' );
		while ( name() !== group ) {
			await user.tab();
		}
		await user.keyboard( ' {ArrowDown}' );
		expect( radio( /Post Centraal/ ) ).toHaveProperty( 'checked', true );

		await user.tab();
		await user.tab();
		expect( focused() ).toBe( chooseButton() );
		await user.keyboard( '{Enter}' );

		expect( onSelect ).toHaveBeenCalledWith( postOffice, '' );
		await waitFor( () => expect( onClose ).toHaveBeenCalled() );
		expect( focused() ).toBe( opener() );
	} );

	test( 'a point that is full is marked, and the nearest others are a click away', async () => {
		const near = servicePoint( {
			id: 8,
			name: 'Next Door',
			position: { latitude: 51.4381, longitude: 5.4786 },
		} );
		const far = servicePoint( {
			id: 9,
			name: 'Across Town',
			position: { latitude: 51.45, longitude: 5.5 },
		} );
		const onSelect = jest
			.fn()
			.mockRejectedValueOnce(
				refusal(
					'This service point does not accept parcels at the moment.',
					'sendcloud_service_points_unavailable'
				)
			)
			.mockResolvedValue( undefined );
		const { user } = await openWith( [ shop, far, near ], { onSelect } );
		await user.click( radio( /Corner Shop/ ) );
		await user.click( chooseButton() );

		expect( ( await screen.findByRole( 'alert' ) ).textContent ).toContain(
			'does not accept parcels'
		);
		radio( /Corner Shop.*Full at the moment/ );
		const others = screen
			.getAllByRole( 'button' )
			.filter( ( { className } ) => className === 'scsp-alternative' );
		expect( others.map( ( { textContent } ) => textContent ) ).toEqual( [
			expect.stringContaining( 'Next Door' ),
			expect.stringContaining( 'Across Town' ),
		] );

		await user.click( others[ 0 ]! );
		await waitFor( () => expect( focused() ).toBe( radio( /Next Door/ ) ) );
		expect( radio( /Next Door/ ) ).toHaveProperty( 'checked', true );
		expect( screen.queryByRole( 'alert' ) ).toBeNull();
		await user.click( chooseButton() );
		expect( onSelect ).toHaveBeenLastCalledWith( near, '' );
	} );

	test( 'a choice that failed for another reason offers no others', async () => {
		const { user } = await openWith( undefined, {
			onSelect: jest.fn().mockRejectedValue( new Error( 'No answer.' ) ),
		} );
		await user.click( radio( /Corner Shop/ ) );
		await user.click( chooseButton() );
		await screen.findByRole( 'alert' );
		expect( screen.queryByText( 'The nearest others' ) ).toBeNull();
		expect( screen.queryByText( 'Full at the moment' ) ).toBeNull();
	} );

	test( 'a point chosen for another address is not among those near the new one', async () => {
		const selected = { service_point: shop, post_number: '' };
		await openWith( [ postOffice ], { selected } );
		expect( radio( /Corner Shop/ ) ).toHaveProperty( 'checked', true );
		act( () => document.querySelector( 'dialog' )?.close() );

		await openWith( [ postOffice ], { selected, hasMoved: true } );
		expect( screen.queryByRole( 'radio', { name: /Corner Shop/ } ) ).toBe(
			null
		);
		expect( radio( /Post Centraal/ ) ).toHaveProperty( 'checked', false );
	} );

	test( 'a Packstation needs a post number', async () => {
		const { user, onSelect } = await openWith();
		await user.click( radio( /Packstation 145/ ) );
		const field = screen.getByRole( 'textbox', {
			name: 'Your DHL post number',
		} );

		await user.type( field, '123' );
		await user.click( chooseButton() );
		expect( onSelect ).not.toHaveBeenCalled();
		expect( focused() ).toBe( field );
		expect( field.getAttribute( 'aria-invalid' ) ).toBe( 'true' );
		screen.getByText( 'A post number has 6 to 10 digits.' );

		await user.type( field, ' 456 78' );
		expect( field.getAttribute( 'aria-invalid' ) ).toBe( 'false' );
		await user.click( chooseButton() );
		expect( onSelect ).toHaveBeenCalledWith( locker, '12345678' );
	} );

	test( 'a post number goes from one Packstation to the next, and to no other carrier', async () => {
		const { user, onSelect } = await openWith( [
			locker,
			otherLocker,
			postOffice,
			shop,
		] );
		await user.click( radio( /Packstation 145/ ) );
		await user.type( screen.getByRole( 'textbox' ), '12345678' );

		await user.click( radio( /Packstation 7/ ) );
		expect( screen.getByRole( 'textbox' ) ).toHaveProperty(
			'value',
			'12345678'
		);
		await user.click( radio( /Post Centraal/ ) );
		expect( screen.getByRole( 'textbox' ) ).toHaveProperty( 'value', '' );
		await user.click( radio( /Corner Shop/ ) );
		expect( screen.queryByRole( 'textbox' ) ).toBeNull();
		await user.click( chooseButton() );
		expect( onSelect ).toHaveBeenCalledWith( shop, '' );
	} );

	test( 'a refusal is told, and nothing is lost', async () => {
		let refuse: ( reason: Error ) => void = () => {};
		const onSelect = jest.fn(
			() =>
				new Promise< void >( ( _, reject ) => {
					refuse = reject;
				} )
		);
		const { user, onClose } = await openWith( undefined, { onSelect } );
		await user.click( radio( /Packstation 145/ ) );
		await user.type( screen.getByRole( 'textbox' ), '12345678' );
		await user.click( chooseButton() );

		// While it is being saved, nothing closes and nothing is sent twice.
		const busy = screen.getByRole( 'button', {
			name: 'Saving your choice…',
		} );
		await user.click( busy );
		await user.keyboard( '{Escape}' );
		expect( onSelect ).toHaveBeenCalledTimes( 1 );
		expect( onClose ).not.toHaveBeenCalled();

		await act( async () => refuse( new Error( 'No longer available.' ) ) );
		expect( screen.getByRole( 'alert' ).textContent ).toBe(
			'No longer available.'
		);
		expect( screen.getByRole( 'textbox' ) ).toHaveProperty(
			'value',
			'12345678'
		);

		await user.click( radio( /Corner Shop/ ) );
		expect( screen.queryByRole( 'alert' ) ).toBeNull();
	} );
} );
