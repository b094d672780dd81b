/** Opening hours: the patterns points have, and what the API derives from them. */
import type { Random } from './random';
import type { Interval, Week } from './point';

const CLOSED: readonly Interval[] = [];

function week(
	weekday: readonly Interval[],
	saturday: readonly Interval[],
	sunday: readonly Interval[] = CLOSED
): Week {
	return [ weekday, weekday, weekday, weekday, weekday, saturday, sunday ];
}

/** How carriers write "never closes". */
export const ALWAYS_OPEN: Week = week(
	[ [ '00:00', '23:59' ] ],
	[ [ '00:00', '23:59' ] ],
	[ [ '00:00', '23:59' ] ]
);

export const CLOSED_ALL_WEEK: Week = week( CLOSED, CLOSED );

export const SPLIT_DAYS: Week = [
	CLOSED,
	...week(
		[
			[ '09:00', '12:00' ],
			[ '13:30', '17:15' ],
		],
		[ [ '09:00', '12:30' ] ]
	).slice( 1 ),
];

const THROUGH: readonly Week[] = [
	week( [ [ '09:00', '18:00' ] ], [ [ '09:00', '17:00' ] ] ),
	week(
		[ [ '08:00', '20:00' ] ],
		[ [ '08:00', '20:00' ] ],
		[ [ '10:00', '18:00' ] ]
	),
	week( [ [ '08:30', '19:30' ] ], [ [ '09:00', '19:00' ] ] ),
	week(
		[ [ '06:30', '22:00' ] ],
		[ [ '07:00', '22:00' ] ],
		[ [ '08:00', '21:00' ] ]
	),
	week( [ [ '10:00', '19:00' ] ], CLOSED ),
];

const SPLIT: readonly Week[] = [
	SPLIT_DAYS,
	week(
		[
			[ '08:00', '12:30' ],
			[ '14:30', '19:00' ],
		],
		[ [ '08:00', '13:00' ] ]
	),
	week(
		[
			[ '09:30', '13:30' ],
			[ '17:00', '20:30' ],
		],
		[ [ '10:00', '14:00' ] ]
	),
	week(
		[
			[ '07:00', '13:00' ],
			[ '15:30', '19:30' ],
		],
		[
			[ '07:00', '13:00' ],
			[ '15:30', '19:30' ],
		],
		[ [ '07:30', '12:30' ] ]
	),
];

export function shopHours( random: Random, middayBreak: number ): Week {
	return random.pick( random.chance( middayBreak ) ? SPLIT : THROUGH );
}

interface LocalTime {
	/** 0 is Monday. */
	day: number;
	/** `2026-03-11`. */
	date: string;
	/** `09:00`. */
	time: string;
	/** `+01:00`. */
	offset: string;
}

const WEEKDAYS = [ 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun' ];

/** Making one takes longer than all else in an answer. */
const FORMATS = new Map< string, Intl.DateTimeFormat >();

function formatOf( timeZone: string ): Intl.DateTimeFormat {
	let format = FORMATS.get( timeZone );
	if ( ! format ) {
		format = new Intl.DateTimeFormat( 'en-GB', {
			timeZone,
			weekday: 'short',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			hourCycle: 'h23',
			timeZoneName: 'longOffset',
		} );
		FORMATS.set( timeZone, format );
	}
	return format;
}

function localTime( moment: Date, timeZone: string ): LocalTime {
	const parts = Object.fromEntries(
		formatOf( timeZone )
			.formatToParts( moment )
			.map( ( { type, value } ) => [ type, value ] )
	);
	return {
		day: WEEKDAYS.indexOf( parts[ 'weekday' ] ?? '' ),
		date: `${ parts[ 'year' ] }-${ parts[ 'month' ] }-${ parts[ 'day' ] }`,
		time: `${ parts[ 'hour' ] }:${ parts[ 'minute' ] }`,
		offset: parts[ 'timeZoneName' ]?.replace( 'GMT', '' ) || '+00:00',
	};
}

export function isOpenTomorrow(
	hours: Week | null,
	timeZone: string,
	now: Date
): boolean {
	const tomorrow = ( localTime( now, timeZone ).day + 1 ) % 7;
	return ( hours?.[ tomorrow ]?.length ?? 0 ) > 0;
}

export function isOpenInComingWeek( hours: Week | null ): boolean {
	return hours?.some( ( day ) => day.length > 0 ) ?? false;
}

/** A week of holidays: no hours now, and the usual ones from the Monday after. */
export function nextOpeningAfterHolidays(
	hours: Week | null,
	timeZone: string,
	now: Date
): string | null {
	const monday = new Date(
		now.getTime() + ( 7 - localTime( now, timeZone ).day ) * 86_400_000
	);
	const { date } = localTime( monday, timeZone );
	return nextOpeningAt( hours, timeZone, new Date( `${ date }T00:00:00Z` ) );
}

/** When the point opens next; null when it never does, or when nobody knows. */
export function nextOpeningAt(
	hours: Week | null,
	timeZone: string,
	now: Date
): string | null {
	if ( ! hours ) {
		return null;
	}
	const { day, time } = localTime( now, timeZone );
	for ( let ahead = 0; ahead <= 7; ahead++ ) {
		const opening = hours[ ( day + ahead ) % 7 ]?.find(
			( [ start ] ) => ahead > 0 || start > time
		);
		if ( opening ) {
			const moment = new Date( now.getTime() + ahead * 86_400_000 );
			const { date, offset } = localTime( moment, timeZone );
			return `${ date }T${ opening[ 0 ] }:00${ offset }`;
		}
	}
	return null;
}
