import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { searchServer } from '../../tests/js/search-server';
import { openingTimes, servicePoint } from '../../tests/js/service-point';
import type { PickerRequest } from '../types/domain';
import { openPicker } from './open-picker';

const shop = servicePoint( { name: 'Corner Shop' } );
const locker = servicePoint( {
	id: 2,
	name: 'Packstation 145',
	carrier: { code: 'dhl_de', name: 'DHL' },
	shop_type: 'locker',
	post_number: 'required',
	opening_times: null,
	distance: 1240,
} );
const otherLocker = servicePoint( { ...locker, id: 3, name: 'Packstation 7' } );
const postOffice = servicePoint( {
	id: 4,
	name: 'Post Centraal',
	shop_type: 'post_office',
	post_number: 'optional',
} );

let server: ReturnType< typeof searchServer >;

beforeEach( () => {
	server = searchServer();
	document.body.innerHTML = '<button>Change</button>';
} );

afterEach( () => {
	// One dialog at a time, and none into the next test.
	act( () => document.querySelector( 'dialog' )?.close() );
} );

const focused = () => document.body.ownerDocument.activeElement;

const opener = () => screen.getByRole( 'button', { name: 'Change' } );

function open( request: Partial< PickerRequest > = {} ) {
	const full = {
		country: 'NL',
		carriers: [],
		address: '5611 EM Eindhoven',
		selected: null,
		onSelect: jest.fn( async () => {} ),
		onClose: jest.fn(),
		...request,
	};
	opener().focus();
	act( () => openPicker( full ) );
	return { ...full, user: userEvent.setup() };
}

async function openWith(
	points = [ shop, locker, otherLocker ],
	request: Partial< PickerRequest > = {}
) {
	const opened = open( request );
	server.answer( points );
	await screen.findAllByRole( 'radio' );
	return opened;
}

const radio = ( name: RegExp ) => screen.getByRole( 'radio', { name } );
const chooseButton = () =>
	screen.getByRole( 'button', { name: 'Choose this service point' } );

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
		expect( server.lastQuestion() ).toEqual( {
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
		server.fail( 'sendcloud_service_points_unreachable', 'Not now.' );
		await screen.findByRole( 'alert' );
		expect( ( await axe( document.body ) ).violations ).toEqual( [] );
	} );
} );

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

describe( 'searching', () => {
	test( 'for another address replaces the list', async () => {
		const { user } = await openWith( [ shop ] );
		const field = screen.getByRole( 'searchbox', {
			name: 'Address or postcode',
		} );
		await user.clear( field );
		await user.type( field, 'Dam 1, Amsterdam{Enter}' );

		expect( server.lastQuestion()[ 'address' ] ).toBe( 'Dam 1, Amsterdam' );
		server.answer( [ postOffice ] );
		await screen.findByRole( 'radio', { name: /Post Centraal/ } );
		expect(
			screen.queryByRole( 'radio', { name: /Corner Shop/ } )
		).toBeNull();
	} );

	test( 'drops the answer that comes too late', async () => {
		const { user } = open();
		await user.click( screen.getByRole( 'button', { name: 'Search' } ) );
		expect( server.questions() ).toBe( 2 );

		server.answer( [ postOffice ], {}, 1 );
		await screen.findByRole( 'radio', { name: /Post Centraal/ } );
		await act( async () => server.answer( [ shop ] ) );

		expect( screen.getAllByRole( 'radio' ) ).toHaveLength( 1 );
		radio( /Post Centraal/ );
	} );

	test( 'by carrier and kind asks the server, and can be undone', async () => {
		const { user } = await openWith( [ shop, locker ] );
		await user.selectOptions(
			screen.getByRole( 'combobox', { name: 'Carrier' } ),
			'DHL'
		);
		server.answer( [ locker ] );
		await user.selectOptions(
			screen.getByRole( 'combobox', { name: 'Kind of service point' } ),
			'Parcel shop'
		);
		expect( server.lastQuestion() ).toMatchObject( {
			carriers: 'dhl_de',
			shop_types: 'servicepoint',
		} );

		server.answer( [] );
		await user.click(
			await screen.findByRole( 'button', { name: 'Remove the filters' } )
		);
		expect( server.lastQuestion() ).toEqual( {
			country: 'NL',
			address: '5611 EM Eindhoven',
		} );
	} );

	test( 'searches only the kinds it may, filtered or not, and says why', async () => {
		const { user } = await openWith( [ shop, postOffice ], {
			shopTypes: [ 'servicepoint', 'post_office' ],
			hint: 'Lockers are left out.',
		} );
		screen.getByText( 'Lockers are left out.' );
		expect( server.lastQuestion() ).toMatchObject( {
			shop_types: 'servicepoint,post_office',
		} );

		const kind = screen.getByRole( 'combobox', {
			name: 'Kind of service point',
		} );
		server.answer( [ shop ] );
		await user.selectOptions( kind, 'Parcel shop' );
		server.answer( [ shop, postOffice ] );
		await user.selectOptions( kind, 'All kinds' );
		expect( server.lastQuestion() ).toMatchObject( {
			shop_types: 'servicepoint,post_office',
		} );
	} );

	test( 'offers no filter where there is nothing to filter', async () => {
		await openWith( [ shop ] );
		expect( screen.queryByRole( 'combobox' ) ).toBeNull();
	} );

	test( 'waits for an address where the checkout has none', () => {
		open( { address: '' } );
		expect( server.questions() ).toBe( 0 );
		screen.getByText( /Type an address or a postcode/ );
	} );

	test( 'uses the position only when asked to', async () => {
		const getCurrentPosition = jest.fn();
		Object.defineProperty( navigator, 'geolocation', {
			configurable: true,
			value: { getCurrentPosition },
		} );
		const { user } = await openWith();
		expect( getCurrentPosition ).not.toHaveBeenCalled();

		await user.click(
			screen.getByRole( 'button', { name: 'Use my position' } )
		);
		const [ succeed, fail ] = getCurrentPosition.mock.calls[ 0 ];
		act( () => fail() );
		expect( screen.getByRole( 'alert' ).textContent ).toContain(
			'Your position is not available'
		);

		act( () => succeed( { coords: { latitude: 51.4, longitude: 5.5 } } ) );
		expect( server.lastQuestion() ).toEqual( {
			country: 'NL',
			latitude: '51.4',
			longitude: '5.5',
		} );
		Reflect.deleteProperty( navigator, 'geolocation' );
	} );
} );

describe( 'without a list', () => {
	test( 'an error says the server’s word and can be tried again', async () => {
		const { user } = open();
		server.fail( 'sendcloud_service_points_unreachable', 'Not now.' );
		expect( ( await screen.findByRole( 'alert' ) ).textContent ).toContain(
			'Not now.'
		);
		await user.click( screen.getByRole( 'button', { name: 'Try again' } ) );
		expect( focused() ).toBe( screen.getByRole( 'status' ) );
		server.answer( [ shop ] );
		await screen.findByRole( 'radio' );
		expect( screen.queryByRole( 'alert' ) ).toBeNull();
	} );

	test( 'a geocoder that is down leaves the position and the map', async () => {
		open();
		server.fail(
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
			server.answer( [], {
				geocoding: { status, precision: null, formatted_address: null },
			} );
			expect(
				( await screen.findByRole( 'alert' ) ).textContent
			).toContain( text );
		}
	);
} );

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
