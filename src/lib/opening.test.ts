import { openingTimes, servicePoint } from '../../tests/js/service-point';
import { openStateLabel } from './format';
import { isThisWeek, stateOf, todayAt } from './opening';

const hours = openingTimes( {
	monday: [ { start_time: '09:00', end_time: '18:00' } ],
	wednesday: [ { start_time: '09:00', end_time: '18:00' } ],
} );
const point = ( more: Parameters< typeof servicePoint >[ 0 ] ) =>
	servicePoint( {
		opening_times: hours,
		opening_week: '2026-03-09',
		...more,
	} );
const label = ( more: Parameters< typeof servicePoint >[ 0 ], now: string ) =>
	openStateLabel( stateOf( point( more ), new Date( now ) ), 'en-GB' );

test.each( [
	[ 'today', '2026-03-11T07:00:00Z', 'Opens today at 09:00' ],
	[ 'tomorrow', '2026-03-10T12:00:00Z', 'Opens tomorrow at 09:00' ],
	[ 'on a weekday', '2026-03-06T12:00:00Z', 'Opens Wednesday at 09:00' ],
	[ 'after holidays', '2026-02-25T12:00:00Z', 'Opens 11 March at 09:00' ],
] )( 'a point opens %s when Sendcloud says so', ( _, now, expected ) => {
	expect(
		label(
			{
				opening_times: null,
				next_open_at: '2026-03-11T09:00:00+01:00',
			},
			now
		)
	).toBe( expected );
} );

test( 'the hour and the day are those of the point’s clock, wherever the shopper is', () => {
	// Eleven in the evening in Berlin, and the next day in Tokyo.
	const now = '2026-03-10T22:00:00Z';
	expect( label( { next_open_at: '2026-03-11T09:00:00+01:00' }, now ) ).toBe(
		'Opens tomorrow at 09:00'
	);
	expect( label( { next_open_at: '2026-03-11T09:00:00+09:00' }, now ) ).toBe(
		'Opens today at 09:00'
	);
} );

test( 'where a country has two clocks, the point’s offset tells which', () => {
	const canaries = point( {
		address: { ...servicePoint().address, country_code: 'ES' },
		next_open_at: '2026-03-12T09:00:00+00:00',
	} );
	const now = new Date( '2026-03-11T17:30:00Z' );
	expect( stateOf( canaries, now ) ).toEqual( {
		state: 'open',
		until: '18:00',
	} );
	expect( todayAt( canaries, now ) ).toBe( 'wednesday' );
} );

test( 'open is open, whatever comes next', () => {
	expect(
		label(
			{ next_open_at: '2026-03-16T09:00:00+01:00' },
			'2026-03-11T12:00:00Z'
		)
	).toBe( 'Open today until 18:00' );
} );

test( 'a holiday that Sendcloud knows of goes before the usual hours', () => {
	expect(
		label(
			{ next_open_at: '2026-03-16T09:00:00+01:00' },
			'2026-03-11T07:00:00Z'
		)
	).toBe( 'Opens Monday at 09:00' );
} );

test.each( [
	[ 'no answer, as in API v2', null ],
	[ 'what has passed', '2026-03-09T09:00:00+01:00' ],
	[ 'nonsense', 'soon' ],
] )( 'with %s the hours of the week are left', ( _, next ) => {
	expect( label( { next_open_at: next }, '2026-03-11T07:00:00Z' ) ).toBe(
		'Opens today at 09:00'
	);
} );

test( 'hours of another week say nothing of today', () => {
	const now = '2026-03-18T12:00:00Z';
	expect( label( {}, now ) ).toBe( '' );
	expect( isThisWeek( point( {} ), new Date( now ) ) ).toBe( false );
	expect(
		isThisWeek( point( {} ), new Date( '2026-03-15T22:30:00Z' ) )
	).toBe( true );
	expect(
		isThisWeek( point( {} ), new Date( '2026-03-15T23:30:00Z' ) )
	).toBe( false );
	expect(
		isThisWeek( point( { opening_week: null } ), new Date( now ) )
	).toBeNull();
} );
