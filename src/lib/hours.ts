/**
 * Opening hours: what they mean now, and in which order a week is read.
 */
import type { OpeningInterval, OpeningTimes, Weekday } from '../types/domain';
import { WEEKDAYS } from './guards';

export type OpenState =
	| { state: 'unknown' | 'closed_today' | 'closed_now' | 'always_open' }
	| { state: 'open'; until: string }
	| { state: 'opens'; at: string }
	| { state: 'opens_on'; date: string; days: number; at: string };

const DAY = 24 * 60;

const minutes = ( time: string ): number => {
	const [ hours = 0, rest = 0 ] = time.split( ':' ).map( Number );
	return hours * 60 + rest;
};

const startOf = ( { start_time: start }: OpeningInterval ): number =>
	minutes( start );

/** Midnight is written as 00:00, 24:00 or 23:59; an end before the start is on the day after. */
function endOf( interval: OpeningInterval ): number {
	const end = minutes( interval.end_time );
	if ( end === 0 || end >= DAY - 1 ) {
		return DAY;
	}
	return end <= startOf( interval ) ? end + DAY : end;
}

export const isWholeDay = ( intervals: OpeningInterval[] ): boolean =>
	intervals.length === 1 &&
	intervals.every(
		( interval ) => startOf( interval ) === 0 && endOf( interval ) === DAY
	);

const dayBefore = ( day: Weekday ): Weekday =>
	WEEKDAYS.at( WEEKDAYS.indexOf( day ) - 1 ) as Weekday;

/** The hours after midnight that belong to the evening of the day before, as far as there are such. */
function nightBefore(
	times: OpeningTimes,
	day: Weekday
): { evening?: OpeningInterval; night?: OpeningInterval } {
	const evening = times[ dayBefore( day ) ].find(
		( interval ) => startOf( interval ) > 0 && endOf( interval ) === DAY
	);
	const night =
		evening &&
		times[ day ].find(
			( interval ) =>
				startOf( interval ) === 0 &&
				endOf( interval ) <= startOf( evening )
		);
	return night ? { evening, night } : {};
}

/** A night is one entry, 18:00 to 02:00, as people say it: the server ends every day at midnight. */
export function joinNights( times: OpeningTimes ): OpeningTimes {
	const joined = { ...times };
	for ( const day of WEEKDAYS ) {
		const { evening, night } = nightBefore( times, day );
		if ( evening && night ) {
			const previous = dayBefore( day );
			joined[ day ] = joined[ day ].filter(
				( interval ) => interval !== night
			);
			joined[ previous ] = joined[ previous ].map( ( interval ) =>
				interval === evening
					? { ...evening, end_time: night.end_time }
					: interval
			);
		}
	}
	return joined;
}

const clocks = new Map< string | undefined, Intl.DateTimeFormat >();

/** Day and minute in a zone; in the browser's where none is given. */
function clockAt( date: Date, zone?: string ): [ Weekday, number ] {
	const clock =
		clocks.get( zone ) ??
		new Intl.DateTimeFormat( 'en', {
			timeZone: zone,
			weekday: 'long',
			hour: '2-digit',
			minute: '2-digit',
			hourCycle: 'h23',
		} );
	clocks.set( zone, clock );
	const part = ( wanted: string ) =>
		clock.formatToParts( date ).find( ( { type } ) => type === wanted )
			?.value ?? '';
	return [
		part( 'weekday' ).toLowerCase() as Weekday,
		minutes( `${ part( 'hour' ) }:${ part( 'minute' ) }` ),
	];
}

export const weekdayOf = ( date: Date, zone?: string ): Weekday =>
	clockAt( date, zone )[ 0 ];

/** The Monday of the week, `2026-03-09`. */
export function weekOf( date: Date, zone?: string ): string {
	// As Swedes write dates.
	const day = new Intl.DateTimeFormat( 'sv', { timeZone: zone } ).format(
		date
	);
	const monday = new Date( day );
	monday.setUTCDate(
		monday.getUTCDate() - WEEKDAYS.indexOf( weekdayOf( date, zone ) )
	);
	return monday.toISOString().slice( 0, 10 );
}

export function openState(
	times: OpeningTimes | null,
	now: Date,
	zone?: string
): OpenState {
	if ( ! times ) {
		return { state: 'unknown' };
	}
	if ( WEEKDAYS.every( ( day ) => isWholeDay( times[ day ] ) ) ) {
		return { state: 'always_open' };
	}
	const [ day, minute ] = clockAt( now, zone );
	const week = joinNights( times );
	const night = week[ dayBefore( day ) ].find(
		( interval ) => endOf( interval ) - DAY > minute
	);
	if ( night ) {
		return { state: 'open', until: night.end_time };
	}
	if ( week[ day ].length === 0 ) {
		return { state: 'closed_today' };
	}
	// Sendcloud does not promise an order.
	const next = [ ...week[ day ] ]
		.sort( ( a, b ) => startOf( a ) - startOf( b ) )
		.find( ( interval ) => endOf( interval ) > minute );
	if ( ! next ) {
		return { state: 'closed_now' };
	}
	return startOf( next ) <= minute
		? { state: 'open', until: next.end_time }
		: { state: 'opens', at: next.start_time };
}

interface WeekLocale extends Intl.Locale {
	getWeekInfo?: () => { firstDay: number };
	weekInfo?: { firstDay: number };
}

/** The days of a week as the locale counts them: from Monday where the browser does not know. */
export function weekdaysFor( locale: string ): Weekday[] {
	const language: WeekLocale = new Intl.Locale( locale );
	const week = language.getWeekInfo?.() ?? language.weekInfo;
	const first = ( week?.firstDay ?? 1 ) - 1;
	return [ ...WEEKDAYS.slice( first ), ...WEEKDAYS.slice( 0, first ) ];
}

export const weekdayName = ( day: Weekday, locale: string ): string =>
	new Intl.DateTimeFormat( locale, {
		weekday: 'long',
		timeZone: 'UTC',
		// The first of January 2024 was a Monday.
	} ).format( Date.UTC( 2024, 0, 1 + WEEKDAYS.indexOf( day ) ) );

/** `2026-03-09` as the locale writes it, without the year. */
export const formatDay = ( date: string, locale: string ): string =>
	new Intl.DateTimeFormat( locale, {
		day: 'numeric',
		month: 'long',
		timeZone: 'UTC',
	} ).format( Date.parse( date ) );

/** `18:00` as the locale writes it. */
export const formatTime = ( time: string, locale: string ): string =>
	new Intl.DateTimeFormat( locale, {
		timeStyle: 'short',
		timeZone: 'UTC',
	} ).format( Date.UTC( 2024, 0, 1, 0, minutes( time ) ) );
