/**
 * The self-test's questions to the shop: those a shopper's checkout would ask, and nothing of it left behind.
 */
import { servicePoint } from '../../tests/js/service-point';
import type { Selection } from '../types/domain';
import { tryToSave } from './save-step';
import { Shop } from './shop';
import { createSteps } from './steps';

const RATE = 'service_point_v2_shipping_method:7';

const point = servicePoint( { id: 8 } );
const packstation = servicePoint( { id: 9, post_number: 'required' } );

/** A shop with one package; it may forget what it is told. */
function openShop( {
	isForgetful = false,
	chosen = null as Selection | null,
} = {} ) {
	let selection = chosen;
	const asked: URL[] = [];
	const cart = () => ( {
		items_count: 1,
		shipping_rates: [
			{
				package_id: 0,
				name: 'Shipping',
				destination: {
					address_1: 'Stadhuisplein 1',
					postcode: '5611 EM',
					city: 'Eindhoven',
					country: 'NL',
				},
				shipping_rates: [
					{ rate_id: RATE, name: 'Service point', selected: true },
				],
			},
		],
		extensions: {
			'sendcloud-service-points': {
				packages: {
					0: {
						rules: {
							[ RATE ]: {
								carriers: [ 'dhl', 'postnl' ],
								without_carriers: [ 'dhl' ],
								without_shop_types: [ 'locker' ],
								hint: 'No lockers.',
							},
						},
						selection,
						reason: '',
						explanations: [],
					},
				},
			},
		},
	} );
	const take = ( { data }: { data: Record< string, unknown > } ) => {
		if ( ! isForgetful ) {
			selection =
				data[ 'action' ] === 'select'
					? {
							service_point: {
								...point,
								id: Number( data[ 'service_point_id' ] ),
							},
							post_number: String( data[ 'post_number' ] ),
						}
					: null;
		}
	};
	window.sendcloudServicePointsSelfTest = {
		storeUrl: 'http://localhost/wp-json/wc/store/v1/',
		nonce: '',
		diagnostics: '',
	};
	window.fetch = jest.fn( async ( to: RequestInfo | URL, init = {} ) => {
		const url = new URL( String( to ) );
		asked.push( url );
		if ( init.method === 'POST' ) {
			take( JSON.parse( String( init.body ) ) );
		}
		return {
			ok: true,
			headers: new Headers(),
			json: async () =>
				url.pathname.endsWith( 'service-points' )
					? {
							service_points: [ packstation, point ],
							geocoding: null,
						}
					: cart(),
		} as Response;
	} );
	return { asked, selection: () => selection };
}

const firstOffer = async ( shop: Shop ) => {
	const [ offer ] = ( await shop.cart() ).offers;
	if ( ! offer ) {
		throw new Error( 'Nothing is offered.' );
	}
	return offer;
};

test( 'points are searched by the rule of the package', async () => {
	const { asked } = openShop();
	const steps = createSteps();
	const run = ( id: string ) =>
		steps.find( ( step ) => step.id === id )?.run();
	await run( 'rate' );
	expect( await run( 'points' ) ).toMatchObject( { status: 'good' } );
	expect( Object.fromEntries( asked.at( -1 )?.searchParams ?? [] ) ).toEqual(
		{
			country: 'NL',
			address: 'Stadhuisplein 1, 5611 EM Eindhoven',
			carriers: 'dhl,postnl',
			without_carriers: 'dhl',
			without_shop_types: 'locker',
		}
	);
} );

test( 'a choice is tried and what was there before comes back', async () => {
	const before = {
		service_point: servicePoint( { id: 3 } ),
		post_number: '',
	};
	const { selection } = openShop( { chosen: before } );
	const shop = new Shop();
	expect(
		await tryToSave( shop, await firstOffer( shop ), [
			packstation,
			point,
		] )
	).toMatchObject( { status: 'good' } );
	expect( selection()?.service_point.id ).toBe( 3 );
} );

test( 'a shop that accepts a choice and forgets it is told apart', async () => {
	openShop( { isForgetful: true } );
	const shop = new Shop();
	expect(
		await tryToSave( shop, await firstOffer( shop ), [ point ] )
	).toMatchObject( {
		status: 'bad',
		text: expect.stringContaining( 'has forgotten it' ),
	} );
} );

test( 'nothing is chosen where every point asks for a post number', async () => {
	openShop();
	const shop = new Shop();
	expect(
		await tryToSave( shop, await firstOffer( shop ), [ packstation ] )
	).toMatchObject( { status: 'note' } );
} );
