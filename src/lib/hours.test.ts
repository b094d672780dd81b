import { openingTimes } from '../../tests/js/service-point';
import type { OpeningInterval } from '../types/domain';
import {
	formatTime,
	isWholeDay,
	openState,
	weekdayName,
	weekdaysFor,
} from './hours';

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
