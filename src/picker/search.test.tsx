import { act, screen } from '@testing-library/react';
import {
	locker,
	open,
	openWith,
	postOffice,
	preparePage,
	radio,
	server,
	shop,
} from '../../tests/js/open-picker';
import { servicePoint } from '../../tests/js/service-point';
import { parseRule } from '../lib/rule';

preparePage();

describe( 'searching', () => {
	test( 'for another address replaces the list', async () => {
		const { user } = await openWith( [ shop ] );
		const field = screen.getByRole( 'searchbox', {
			name: 'Address or postcode',
		} );
		await user.clear( field );
		await user.type( field, 'Dam 1, Amsterdam{Enter}' );

		expect( server().lastQuestion()[ 'address' ] ).toBe(
			'Dam 1, Amsterdam'
		);
		server().answer( [ postOffice ] );
		await screen.findByRole( 'radio', { name: /Post Centraal/ } );
		expect(
			screen.queryByRole( 'radio', { name: /Corner Shop/ } )
		).toBeNull();
	} );

	test( 'drops the answer that comes too late', async () => {
		const { user } = open();
		await user.click( screen.getByRole( 'button', { name: 'Search' } ) );
		expect( server().questions() ).toBe( 2 );

		server().answer( [ postOffice ], {}, 1 );
		await screen.findByRole( 'radio', { name: /Post Centraal/ } );
		await act( async () => server().answer( [ shop ] ) );

		expect( screen.getAllByRole( 'radio' ) ).toHaveLength( 1 );
		radio( /Post Centraal/ );
	} );

	test( 'by carrier and kind asks the server, and can be undone', async () => {
		const { user } = await openWith( [ shop, locker ] );
		await user.selectOptions(
			screen.getByRole( 'combobox', { name: 'Carrier' } ),
			'DHL'
		);
		server().answer( [ locker ] );
		await user.selectOptions(
			screen.getByRole( 'combobox', { name: 'Kind of service point' } ),
			'Parcel shop'
		);
		expect( server().lastQuestion() ).toMatchObject( {
			carriers: 'dhl_de',
			shop_types: 'servicepoint',
		} );

		server().answer( [] );
		await user.click(
			await screen.findByRole( 'button', { name: 'Remove the filters' } )
		);
		expect( server().lastQuestion() ).toEqual( {
			country: 'NL',
			address: '5611 EM Eindhoven',
		} );
	} );

	test( 'searches only the kinds it may, filtered or not, and says why', async () => {
		const { user } = await openWith( [ shop, postOffice ], {
			rule: {
				carriers: [ 'dhl', 'postnl' ],
				without_carriers: [ 'ups' ],
				without_shop_types: [ 'locker' ],
				hint: 'Lockers are left out.',
			},
		} );
		screen.getByText( 'Lockers are left out.' );
		const rule = {
			carriers: 'dhl,postnl',
			without_carriers: 'ups',
			without_shop_types: 'locker',
		};
		const place = { country: 'NL', address: '5611 EM Eindhoven' };
		expect( server().lastQuestion() ).toEqual( { ...place, ...rule } );

		const kind = screen.getByRole( 'combobox', {
			name: 'Kind of service point',
		} );
		server().answer( [ shop ] );
		await user.selectOptions( kind, 'Parcel shop' );
		expect( server().lastQuestion() ).toEqual( {
			...place,
			...rule,
			shop_types: 'servicepoint',
		} );
		server().answer( [ shop, postOffice ] );
		await user.selectOptions( kind, 'All kinds' );
		expect( server().lastQuestion() ).toEqual( { ...place, ...rule } );
	} );

	test( 'offers a kind that is newer than the picker by its own word', async () => {
		const kiosk = { ...postOffice, shop_type: 'post_kiosk' };
		const unknown = { ...locker, shop_type: '' };
		const { user } = await openWith( [ shop, kiosk, unknown ] );
		const kind = screen.getByRole( 'combobox', {
			name: 'Kind of service point',
		} );
		expect(
			Array.from( kind.children, ( { textContent } ) => textContent )
		).toEqual( [ 'All kinds', 'Parcel shop', 'Post kiosk' ] );
		await user.selectOptions( kind, 'Post kiosk' );
		expect( server().lastQuestion() ).toMatchObject( {
			shop_types: 'post_kiosk',
		} );
	} );

	test( 'filters by carrier within the rule', async () => {
		const { user } = await openWith( [ shop, locker ], {
			rule: { ...parseRule( {} ), without_carriers: [ 'ups' ] },
		} );
		await user.selectOptions(
			screen.getByRole( 'combobox', { name: 'Carrier' } ),
			'DHL'
		);
		expect( server().lastQuestion() ).toMatchObject( {
			carriers: 'dhl_de',
			without_carriers: 'ups',
		} );
	} );

	test( 'filters by a carrier that was answered for another without asking for it by its own name', async () => {
		const rule = { ...parseRule( {} ), carriers: [ 'relais_colis' ] };
		const successor = servicePoint( {
			id: 8,
			name: 'Relais',
			carrier: { code: 'relais_national', name: 'Relais National' },
		} );
		const { user } = await openWith( [ shop, successor ], { rule } );
		await user.selectOptions(
			screen.getByRole( 'combobox', { name: 'Carrier' } ),
			'Relais National'
		);
		expect( server().lastQuestion() ).toMatchObject( {
			carriers: 'relais_colis',
			limit: '200',
		} );
		await act( async () => server().answer( [ shop, successor ] ) );
		expect( screen.getAllByRole( 'radio' ) ).toHaveLength( 1 );
		screen.getByRole( 'radio', { name: /Relais/ } );
	} );

	test( 'offers no filter where there is nothing to filter', async () => {
		await openWith( [ shop ] );
		expect( screen.queryByRole( 'combobox' ) ).toBeNull();
	} );

	test( 'waits for an address where the checkout has none', () => {
		open( { address: '' } );
		expect( server().questions() ).toBe( 0 );
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
		expect( server().lastQuestion() ).toEqual( {
			country: 'NL',
			latitude: '51.4',
			longitude: '5.5',
		} );
		Reflect.deleteProperty( navigator, 'geolocation' );
	} );
} );
