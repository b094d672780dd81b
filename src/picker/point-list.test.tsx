import { fireEvent, screen, within } from '@testing-library/react';
import {
	chooseButton,
	locker,
	openWith,
	preparePage,
	radio,
	shop,
} from '../../tests/js/open-picker';
import { openingTimes, servicePoint } from '../../tests/js/service-point';

preparePage();

describe( 'the list', () => {
	test( 'says of each point what tells it apart', async () => {
		await openWith( [ shop, locker ] );
		expect(
			screen
				.getAllByRole( 'radio' )
				.map( ( option ) =>
					option.closest( 'label' )?.textContent?.trim()
				)
		).toEqual( [
			'Corner Shop 90 m Stadhuisplein 1, 5611 EM Eindhoven Closed today PostNL Parcel shop',
			'Packstation 145 1.2 km Stadhuisplein 1, 5611 EM Eindhoven  DHL Parcel locker',
		] );
	} );

	test( 'marks a point that its carrier has not confirmed lately, which can be chosen all the same', async () => {
		const { user, onSelect } = await openWith( [
			servicePoint( { name: 'Old Mill', is_expired: true } ),
		] );
		await user.click(
			radio( /Old Mill.*Not confirmed by the carrier lately/ )
		);
		await user.click( chooseButton() );
		expect( onSelect ).toHaveBeenCalled();
	} );

	test( "has the carriers' pictures where the shop has them, and the name alone where one does not load", async () => {
		window.sendcloudServicePointsConfig!.marks = {
			postnl: '/uploads/postnl.svg',
		};
		await openWith( [ shop, locker ] );
		const pictures = document.querySelectorAll( '.scsp-card img' );
		expect( pictures ).toHaveLength( 1 );
		expect( pictures[ 0 ]?.getAttribute( 'src' ) ).toBe(
			'/uploads/postnl.svg'
		);
		expect( pictures[ 0 ]?.getAttribute( 'alt' ) ).toBe( '' );
		fireEvent.error( pictures[ 0 ]! );
		expect( document.querySelector( '.scsp-card img' ) ).toBeNull();
		expect( document.querySelector( '.scsp-badge' )?.textContent ).toBe(
			'PostNL'
		);
	} );

	test( 'is counted in a live region within the dialog', async () => {
		await openWith();
		const status = within( screen.getByRole( 'dialog' ) ).getByRole(
			'status'
		);
		expect( status.textContent ).toBe( '3 service points, nearest first' );
	} );

	test( 'unfolds the week of the selected point, today marked', async () => {
		jest.useFakeTimers( {
			now: new Date( 2026, 10, 24, 12 ),
			doNotFake: [ 'setTimeout', 'setInterval', 'setImmediate' ],
		} );
		const { user } = await openWith( [
			servicePoint( {
				opening_times: openingTimes( {
					tuesday: [ { start_time: '09:00', end_time: '18:00' } ],
				} ),
			} ),
		] );
		expect( screen.queryByRole( 'table' ) ).toBeNull();

		await user.click( radio( /Open today until 18:00/ ) );

		const rows = within(
			screen.getByRole( 'table', { name: 'Opening hours' } )
		).getAllByRole( 'row' );
		expect( rows ).toHaveLength( 7 );
		expect( rows[ 1 ]?.textContent ).toContain( 'Tuesday09:00 – 18:00' );
		expect( rows[ 1 ]?.getAttribute( 'aria-current' ) ).toBe( 'date' );
		expect( rows[ 6 ]?.textContent ).toContain( 'SundayClosed' );
		jest.useRealTimers();
	} );

	test( 'says which week the hours are of', async () => {
		jest.useFakeTimers( {
			now: new Date( 2026, 10, 24, 12 ),
			doNotFake: [ 'setTimeout', 'setInterval', 'setImmediate' ],
		} );
		const times = openingTimes( {
			tuesday: [ { start_time: '09:00', end_time: '18:00' } ],
		} );
		const { user } = await openWith( [
			servicePoint( {
				name: 'Fresh',
				opening_times: times,
				opening_week: '2026-11-23',
			} ),
			servicePoint( {
				id: 2,
				name: 'Kept',
				opening_times: times,
				opening_week: '2026-11-16',
			} ),
		] );
		await user.click( radio( /Fresh.*Open today until 18:00/ ) );
		screen.getByRole( 'table', { name: 'Opening hours this week' } );

		await user.click( radio( /Kept/ ) );
		expect(
			screen.queryByRole( 'radio', { name: /Kept.*Open / } )
		).toBeNull();
		const table = screen.getByRole( 'table', {
			name: /^Opening hours in the week of (16 November|November 16)$/,
		} );
		expect( table.querySelector( '[aria-current]' ) ).toBeNull();
		jest.useRealTimers();
	} );

	test( 'has no seven lines to say that a locker is always open', async () => {
		const day = [ { start_time: '00:00', end_time: '24:00' } ];
		const { user } = await openWith( [
			servicePoint( {
				opening_times: {
					monday: day,
					tuesday: day,
					wednesday: day,
					thursday: day,
					friday: day,
					saturday: day,
					sunday: day,
				},
			} ),
		] );
		await user.click( radio( /Open day and night/ ) );
		chooseButton();
		expect( screen.queryByRole( 'table' ) ).toBeNull();
	} );

	test( 'shows the earlier choice even where the answer does not', async () => {
		const far = servicePoint( {
			id: 99,
			name: 'Far away',
			distance: null,
		} );
		await openWith( [ shop ], {
			selected: { service_point: far, post_number: '' },
		} );
		const choice = radio( /Far away.*Your choice/ );
		expect( choice ).toHaveProperty( 'checked', true );
	} );
} );
