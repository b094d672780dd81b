/**
 * Opening hours: what they mean now, and in which order a week is read.
 */
import type { OpeningInterval, OpeningTimes, Weekday } from '../types/domain';
import { WEEKDAYS } from './guards';

export type OpenState =
	| { state: 'unknown' | 'closed_today' | 'closed_now' | 'always_open' }
	| { state: 'open'; until: string }
	| { state: 'opens'; at: string };

const minutes = ( time: string ): number => {
	const [ hours = 0, rest = 0 ] = time.split( ':' ).map( Number );
	return hours * 60 + rest;
};

/** `00:00` as an end is midnight of the same night. */
const endOf = ( { end_time: end }: OpeningInterval ): number =>
	minutes( end ) || 24 * 60;

/** Carriers write a day without closing as 00:00 to 00:00, 24:00 or 23:59. */
export const isWholeDay = ( intervals: OpeningInterval[] ): boolean =>
	intervals.length === 1 &&
	intervals.every(
		( interval ) =>
			minutes( interval.start_time ) === 0 &&
			endOf( interval ) >= 24 * 60 - 1
	);

export const weekdayOf = ( date: Date ): Weekday =>
	WEEKDAYS[ ( date.getDay() + 6 ) % 7 ] as Weekday;

export function openState( times: OpeningTimes | null, now: Date ): OpenState {
	if ( ! times ) {
		return { state: 'unknown' };
	}
	if ( WEEKDAYS.every( ( day ) => isWholeDay( times[ day ] ) ) ) {
		return { state: 'always_open' };
	}
	const today = [ ...times[ weekdayOf( now ) ] ].sort(
		( a, b ) => minutes( a.start_time ) - minutes( b.start_time )
	);
	if ( today.length === 0 ) {
		return { state: 'closed_today' };
	}
	const minute = now.getHours() * 60 + now.getMinutes();
	const next = today.find( ( interval ) => endOf( interval ) > minute );
	if ( ! next ) {
		return { state: 'closed_now' };
	}
	return minutes( next.start_time ) <= minute
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

/** `18:00` as the locale writes it. */
export const formatTime = ( time: string, locale: string ): string =>
	new Intl.DateTimeFormat( locale, {
		timeStyle: 'short',
		timeZone: 'UTC',
	} ).format( Date.UTC( 2024, 0, 1, 0, minutes( time ) ) );
