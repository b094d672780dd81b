import { servicePoint } from '../../tests/js/service-point';
import { isSelection, isServicePoint, parseSearchAnswer } from './guards';

test( 'a service point is recognised, with and without hours and distance', () => {
	expect( isServicePoint( servicePoint() ) ).toBe( true );
	expect(
		isServicePoint(
			servicePoint( { opening_times: null, distance: null } )
		)
	).toBe( true );
} );

test.each( [
	[ 'nothing', null ],
	[ 'a list', [] ],
	[ 'an id as text', { ...servicePoint(), id: '1' } ],
	[ 'no address', { ...servicePoint(), address: null } ],
	[ 'no coordinates', { ...servicePoint(), position: { latitude: 'x' } } ],
	[ 'six days', { ...servicePoint(), opening_times: { monday: [] } } ],
	[ 'another rule', { ...servicePoint(), post_number: 'maybe' } ],
] )( '%s is no service point', ( _, value ) => {
	expect( isServicePoint( value ) ).toBe( false );
} );

test( 'a selection is a service point with a post number', () => {
	const point = servicePoint();
	expect( isSelection( { service_point: point, post_number: '' } ) ).toBe(
		true
	);
	expect( isSelection( { service_point: point } ) ).toBe( false );
} );

test( 'one bad point does not empty the list', () => {
	const point = servicePoint();
	expect(
		parseSearchAnswer( {
			service_points: [ { id: 2 }, point ],
			geocoding: { status: 'new word' },
		} )
	).toEqual( { service_points: [ point ], geocoding: null } );
} );

test( 'an answer without a list is none', () => {
	expect( parseSearchAnswer( { service_points: {} } ) ).toBeNull();
	expect( parseSearchAnswer( 'OK' ) ).toBeNull();
} );
