import { openingTimes } from '../../tests/js/service-point';
import type { OpeningInterval } from '../types/domain';
import {
	formatTime,
	isWholeDay,
	joinNights,
	openState,
	weekdayName,
	weekdayOf,
	weekdaysFor,
} from './hours';
import { zoneOf } from './time-zones';

const interval = ( start: string, end: string ): OpeningInterval => ( {
	start_time: start,
	end_time: end,
} );

/** A Tuesday. */
const tuesdayAt = ( hours: number, minutes = 0 ) =>
	new Date( 2026, 10, 24, hours, minutes );

describe( 'openState', () => {
	const split = openingTimes( {
		// Sendcloud does not promise an order.
		tuesday: [ interval( '13:30', '18:00' ), interval( '09:00', '12:00' ) ],
	} );

	test.each( [
		[ 8, 59, { state: 'opens', at: '09:00' } ],
		[ 9, 0, { state: 'open', until: '12:00' } ],
		[ 12, 0, { state: 'opens', at: '13:30' } ],
		[ 17, 59, { state: 'open', until: '18:00' } ],
		[ 18, 0, { state: 'closed_now' } ],
	] )( 'on a day with a lunch break at %i:%i', ( hours, minutes, state ) => {
		expect( openState( split, tuesdayAt( hours, minutes ) ) ).toEqual(
			state
		);
	} );

	test( 'a day without hours is closed', () => {
		expect( openState( openingTimes(), tuesdayAt( 12 ) ) ).toEqual( {
			state: 'closed_today',
		} );
	} );

	test( 'a point without any hours is not called closed', () => {
		expect( openState( null, tuesdayAt( 12 ) ) ).toEqual( {
			state: 'unknown',
		} );
	} );

	test( 'a shop that closes at midnight is open at eleven', () => {
		const late = openingTimes( {
			tuesday: [ interval( '18:00', '00:00' ) ],
		} );
		expect( openState( late, tuesdayAt( 23 ) ) ).toEqual( {
			state: 'open',
			until: '00:00',
		} );
	} );

	describe.each( [
		[
			'as a carrier writes it',
			openingTimes( { tuesday: [ interval( '18:00', '02:00' ) ] } ),
		],
		[
			'as the server splits it',
			openingTimes( {
				tuesday: [ interval( '18:00', '23:59' ) ],
				wednesday: [ interval( '00:00', '02:00' ) ],
			} ),
		],
	] )( 'a night past midnight, %s', ( _, night ) => {
		test.each( [
			[ 'in the morning before', 10, { state: 'opens', at: '18:00' } ],
			[ 'in the evening', 19, { state: 'open', until: '02:00' } ],
			[ 'at one in the night', 25, { state: 'open', until: '02:00' } ],
			[ 'at three in the night', 27, { state: 'closed_today' } ],
			[ 'the night before', 1, { state: 'opens', at: '18:00' } ],
		] )( '%s', ( __, hour, state ) => {
			expect( openState( night, tuesdayAt( hour ) ) ).toEqual( state );
		} );

		test( 'is one entry in the table of the week', () => {
			const week = joinNights( night );
			expect( week.tuesday ).toEqual( [ interval( '18:00', '02:00' ) ] );
			expect( week.wednesday ).toEqual( [] );
		} );
	} );

	test( 'a night into Monday is Sunday’s', () => {
		const week = joinNights(
			openingTimes( {
				sunday: [ interval( '20:00', '23:59' ) ],
				monday: [
					interval( '00:00', '01:00' ),
					interval( '09:00', '18:00' ),
				],
			} )
		);
		expect( week.sunday ).toEqual( [ interval( '20:00', '01:00' ) ] );
		expect( week.monday ).toEqual( [ interval( '09:00', '18:00' ) ] );
	} );

	test.each( [
		[ 'a day that is open throughout', '00:00', '23:59', '02:00' ],
		[ 'one opening of more than a day', '08:00', '23:59', '10:00' ],
		[ 'a day that does not end at midnight', '08:00', '22:00', '02:00' ],
	] )( 'is not joined to %s', ( _, start, end, nightEnd ) => {
		const times = openingTimes( {
			tuesday: [ interval( start, end ) ],
			wednesday: [ interval( '00:00', nightEnd ) ],
		} );
		expect( joinNights( times ) ).toEqual( times );
	} );

	test( 'the clock is the point’s, not the traveller’s', () => {
		const shop = openingTimes( {
			tuesday: [ interval( '09:00', '18:00' ) ],
		} );
		const noonInParis = new Date( '2026-11-24T11:00:00Z' );
		const midnightInParis = new Date( '2026-11-24T23:30:00Z' );
		expect( openState( shop, noonInParis, zoneOf( 'FR' ) ) ).toEqual( {
			state: 'open',
			until: '18:00',
		} );
		expect( weekdayOf( midnightInParis, zoneOf( 'FR' ) ) ).toBe(
			'wednesday'
		);
		expect( openState( shop, noonInParis, 'Asia/Tokyo' ) ).toEqual( {
			state: 'closed_now',
		} );
		// Spain has two zones.
		expect( zoneOf( 'ES' ) ).toBeUndefined();
	} );

	test( 'a locker is open day and night', () => {
		const day = [ interval( '00:00', '24:00' ) ];
		expect(
			openState(
				openingTimes( {
					monday: day,
					tuesday: day,
					wednesday: day,
					thursday: day,
					friday: day,
					saturday: day,
					sunday: day,
				} ),
				tuesdayAt( 3 )
			)
		).toEqual( { state: 'always_open' } );
	} );
} );

test.each( [ '24:00', '00:00', '23:59' ] )(
	'midnight to %s is the whole day',
	( end ) => {
		expect( isWholeDay( [ interval( '00:00', end ) ] ) ).toBe( true );
	}
);

test( 'half a day is not the whole day', () => {
	expect( isWholeDay( [ interval( '00:00', '12:00' ) ] ) ).toBe( false );
	expect( isWholeDay( [] ) ).toBe( false );
} );

test( 'a week begins with the day the language begins it with', () => {
	expect( weekdaysFor( 'fr-FR' )[ 0 ] ).toBe( 'monday' );
	expect( weekdaysFor( 'en-US' ) ).toEqual( [
		'sunday',
		'monday',
		'tuesday',
		'wednesday',
		'thursday',
		'friday',
		'saturday',
	] );
} );

test( 'days and times are written as the language writes them', () => {
	expect( weekdayName( 'tuesday', 'fr-FR' ) ).toBe( 'mardi' );
	expect( formatTime( '18:05', 'fr-FR' ) ).toBe( '18:05' );
	expect( formatTime( '18:05', 'en-US' ) ).toMatch( /^6:05\sPM$/ );
	expect( formatTime( '24:00', 'fr-FR' ) ).toBe( '00:00' );
} );
