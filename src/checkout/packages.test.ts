import type { ShippingPackage } from '@woocommerce/block-data';
import { servicePoint } from '../../tests/js/service-point';
import { readExplanations, toStorePackages } from './packages';

const RELAY = 'service_point_v2_shipping_method:7';

const shippingPackage = (
	packageId: number | string,
	chosen = RELAY
): ShippingPackage => ( {
	package_id: packageId,
	name: `Shipping ${ packageId }`,
	destination: {
		address_1: ' Stadhuisplein 1 ',
		address_2: '',
		city: 'Eindhoven',
		state: '',
		postcode: '5611 EM',
		country: 'NL',
	},
	shipping_rates: [
		{ rate_id: 'flat_rate:1', name: 'Home', selected: chosen !== RELAY },
		{ rate_id: RELAY, name: 'Point', selected: chosen === RELAY },
	],
} );

const rule = ( without: string[], hint = '' ) => ( {
	carriers: [],
	without_carriers: [],
	without_shop_types: without,
	hint,
} );

const data = ( more: Record< string, unknown > = {} ) => ( {
	rules: { [ RELAY ]: rule( [] ) },
	selection: null,
	reason: '',
	explanations: [],
	...more,
} );

it( 'gives two packages with one rate each its own rule', () => {
	const [ heavy, light ] = toStorePackages(
		[ shippingPackage( 0 ), shippingPackage( 1 ) ],
		{
			packages: {
				0: data( {
					rules: { [ RELAY ]: rule( [ 'locker' ], 'No lockers.' ) },
				} ),
				1: data(),
			},
		}
	);
	expect( heavy?.rule ).toEqual( rule( [ 'locker' ], 'No lockers.' ) );
	expect( light?.rule ).toEqual( rule( [] ) );
} );

it( 'reads all that a checkout shows of a package', () => {
	const selection = { service_point: servicePoint(), post_number: '' };
	expect(
		toStorePackages( [ shippingPackage( 'renewal_1' ) ], {
			packages: {
				renewal_1: data( {
					selection,
					reason: 'Moved.',
					moved_to: '69003 Lyon',
					telephone: 'Needed.',
				} ),
			},
		} )
	).toEqual( [
		{
			id: 'renewal_1',
			name: 'Shipping renewal_1',
			rate: { id: RELAY, name: 'Point' },
			isChosen: true,
			rule: rule( [] ),
			country: 'NL',
			address: 'Stadhuisplein 1, 5611 EM Eindhoven',
			selected: selection,
			reason: 'Moved.',
			movedTo: '69003 Lyon',
			hasMoved: true,
			telephone: 'Needed.',
		},
	] );
} );

it( 'tells the rate that could be chosen from the one that is', () => {
	const extension = { packages: { 0: data() } };
	expect(
		toStorePackages( [ shippingPackage( 0, 'flat_rate:1' ) ], extension )
	).toMatchObject( [ { rate: { id: RELAY }, isChosen: false } ] );
} );

it.each( [
	[ 'no data of ours', undefined ],
	[ 'an empty list, as PHP writes an empty map', { packages: [] } ],
	[ 'a package without rules', { packages: { 0: { rules: [] } } } ],
] )( 'leaves out a package with %s', ( _, extension ) => {
	expect( toStorePackages( [ shippingPackage( 0 ) ], extension ) ).toEqual(
		[]
	);
	expect( readExplanations( extension ) ).toEqual( [] );
} );

it( 'explains once what several packages lack', () => {
	expect(
		readExplanations( {
			packages: {
				0: data( { explanations: [ 'Too heavy.' ] } ),
				1: data( { explanations: [ 'Too heavy.', 'Too long.' ] } ),
			},
		} )
	).toEqual( [ 'Too heavy.', 'Too long.' ] );
} );
