/**
 * The block checkout's way to the shop, with stores that are told what to answer.
 */
import { servicePoint } from '../../tests/js/service-point';
import type { StorePackage } from '../checkout/packages';

const mockState = { isSelecting: false, isProcessing: false };
const mockListeners = new Set< () => void >();
const mockUpdate = jest.fn();

jest.mock(
	'@woocommerce/block-data',
	() => ( { cartStore: 'cart', checkoutStore: 'checkout' } ),
	{ virtual: true }
);
jest.mock(
	'@woocommerce/blocks-checkout',
	() => ( {
		extensionCartUpdate: ( options: unknown ) => mockUpdate( options ),
	} ),
	{ virtual: true }
);
jest.mock( '@wordpress/api-fetch', () => ( { use: jest.fn() } ) );
jest.mock( '@wordpress/data', () => ( {
	select: () => ( {
		isShippingRateBeingSelected: () => mockState.isSelecting,
		isCustomerDataUpdating: () => false,
		isBeforeProcessing: () => false,
		isProcessing: () => mockState.isProcessing,
		isAfterProcessing: () => false,
		isComplete: () => false,
	} ),
	dispatch: () => ( {
		disableCheckoutFor: ( task: () => Promise< unknown > ) => task(),
	} ),
	subscribe: ( listener: () => void ) => {
		mockListeners.add( listener );
		return () => mockListeners.delete( listener );
	},
} ) );

const relayPackage: StorePackage = {
	id: '1',
	name: 'Shipping 2',
	rate: { id: 'relay:7', name: 'Service point' },
	isChosen: true,
	rule: {},
	country: 'NL',
	address: '',
	selected: null,
	reason: '',
	movedTo: '',
	telephone: '',
};

const shippingPackage = ( id: number | string, more = {} ) => ( {
	package_id: id,
	name: '',
	destination: {
		address_1: '',
		address_2: '',
		city: '',
		state: '',
		postcode: '',
		country: 'NL',
	},
	shipping_rates: [],
	...more,
} );

const store = () => import( './store' );

const flush = () => new Promise( ( resolve ) => setTimeout( resolve ) );

const become = ( next: Partial< typeof mockState > ) => {
	Object.assign( mockState, next );
	mockListeners.forEach( ( listener ) => listener() );
};

beforeEach( () => {
	Object.assign( mockState, { isSelecting: false, isProcessing: false } );
	mockUpdate.mockReset().mockResolvedValue( {} );
} );

test( 'a choice is sent with the package and the rate that the shopper saw', async () => {
	const { saveSelection } = await store();
	await saveSelection( relayPackage, servicePoint( { id: 42 } ), '123456' );
	expect( mockUpdate ).toHaveBeenCalledWith( {
		namespace: 'sendcloud-service-points',
		data: {
			action: 'select',
			package_id: '1',
			service_point_id: 42,
			post_number: '123456',
			rate_id: 'relay:7',
		},
	} );
} );

test.each( [
	[ 'WooCommerce is choosing the rate', 'isSelecting' ],
	[ 'the order is being placed', 'isProcessing' ],
] as const )( 'a choice waits while %s', async ( _, reason ) => {
	const { saveSelection } = await store();
	become( { [ reason ]: true } );
	const saved = saveSelection( relayPackage, servicePoint(), '' );
	await flush();
	expect( mockUpdate ).not.toHaveBeenCalled();

	become( { [ reason ]: false } );
	await saved;
	expect( mockUpdate ).toHaveBeenCalledTimes( 1 );
	expect( mockListeners.size ).toBe( 0 );
} );

test( 'a refusal is told in the shop’s words, without its escapes', async () => {
	const { saveSelection } = await store();
	mockUpdate.mockRejectedValueOnce( {
		message: 'Caf&eacute; &quot;Balto&quot; has closed.',
	} );
	await expect(
		saveSelection( relayPackage, servicePoint(), '' )
	).rejects.toThrow( 'Café "Balto" has closed.' );

	mockUpdate.mockRejectedValueOnce( {} );
	await expect(
		saveSelection( relayPackage, servicePoint(), '' )
	).rejects.toThrow( 'Your choice could not be saved.' );
} );

test( 'renewals have sections of their own only where they go another way', async () => {
	const { allPackages } = await store();
	const order = shippingPackage( 0 );
	const apart = shippingPackage( 'yearly', { needs_shipping: true } );
	expect(
		allPackages(
			[ order ],
			[
				{
					shipping_rates: [
						apart,
						shippingPackage( 'same', {
							needs_shipping: true,
							match_initial_rates: true,
						} ),
						shippingPackage( 'virtual', { needs_shipping: false } ),
					],
				},
				{ shipping_rates: null },
			]
		)
	).toEqual( [ order, apart ] );
	expect( allPackages( [ order ], undefined ) ).toEqual( [ order ] );
} );

test( 'a package whose chosen rate needs no point has no section', async () => {
	const { relayPackages } = await store();
	const rate = ( id: string, selected: boolean ) => ( {
		rate_id: id,
		name: id,
		selected,
	} );
	const packages = [ 'relay:7', 'flat:1' ].map( ( chosen, index ) =>
		shippingPackage( index, {
			shipping_rates: [
				rate( 'relay:7', chosen === 'relay:7' ),
				rate( 'flat:1', chosen === 'flat:1' ),
			],
		} )
	);
	const data = { rules: { 'relay:7': {} }, selection: null };
	expect(
		relayPackages( packages, { packages: { 0: data, 1: data } } ).map(
			( { id } ) => id
		)
	).toEqual( [ '0' ] );
} );
