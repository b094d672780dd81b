import { servicePoint } from '../../tests/js/service-point';
import type { ServicePoint } from '../types/domain';
import { distanceFrom, howFar } from './moved';

const PARIS = { latitude: 48.8745, longitude: 2.3563 };
const LYON = { latitude: 45.76, longitude: 4.84 };

const chosen = servicePoint( { id: 7, position: PARIS } );
const inLyon = servicePoint( { id: 8, position: LYON, distance: 300 } );
const answer = ( points: ServicePoint[] ) => ( {
	service_points: points,
	geocoding: null,
} );

const relayPackage = ( movedTo: string ) => ( {
	id: '0',
	country: 'FR',
	rule: { carriers: [ 'mondial_relay' ] },
	address: '1 place Bellecour, ' + movedTo,
	movedTo,
	selected: { service_point: chosen, post_number: '' },
} );

function serve( points: ServicePoint[] ) {
	const fetched = jest
		.fn()
		.mockResolvedValue( { ok: true, json: async () => answer( points ) } );
	window.fetch = fetched;
	return fetched;
}

it( 'tells the distance of a point left behind, as roughly as it is known', async () => {
	const fetched = serve( [ inLyon ] );
	expect( await howFar( relayPackage( '69003 Lyon' ) ) ).toMatch(
		/^390\skm$/
	);
	expect( await howFar( relayPackage( '69003 Lyon' ) ) ).not.toBe( '' );
	expect( fetched ).toHaveBeenCalledTimes( 1 );
	const url = new URL( fetched.mock.calls[ 0 ][ 0 ] );
	expect( url.searchParams.get( 'address' ) ).toBe( '69003 Lyon' );
	expect( url.searchParams.get( 'carriers' ) ).toBe( 'mondial_relay' );
} );

it( 'asks nothing where nothing has changed', async () => {
	const fetched = serve( [ inLyon ] );
	expect( await howFar( relayPackage( '' ) ) ).toBe( '' );
	expect( fetched ).not.toHaveBeenCalled();
} );

it( 'says nothing of a point near the new address, of an address nobody knows, and of no answer', async () => {
	serve( [ { ...chosen, distance: 1200 } ] );
	expect( await howFar( relayPackage( '75011 Paris' ) ) ).toBe( '' );
	serve( [] );
	expect( await howFar( relayPackage( '99999 Nowhere' ) ) ).toBe( '' );
	window.fetch = jest.fn().mockRejectedValue( new TypeError( 'offline' ) );
	expect( await howFar( relayPackage( '13001 Marseille' ) ) ).toBe( '' );
} );

it( 'takes the measure of the answer where the point is in it', () => {
	expect(
		distanceFrom( answer( [ { ...chosen, distance: 25_000 } ] ), chosen )
	).toBe( 25_000 );
} );
