/**
 * What a point says of itself now: its hours of this week, and when it opens next. Its clock is its own, never the shopper's.
 */
import type { ServicePoint } from '../types/domain';
import { openState, weekdayOf, weekOf, type OpenState } from './hours';
import { zoneOf } from './time-zones';

const MOMENT =
	/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

interface Moment {
	time: number;
	/** As the clock at the point shows it. */
	date: string;
	clock: string;
	/** Milliseconds east of Greenwich. */
	offset: number;
}

function readMoment( text: string | null ): Moment | null {
	const [ , date = '', clock = '', sign, hours = '0', minutes = '0' ] =
		MOMENT.exec( text ?? '' ) ?? [];
	const time = Date.parse( text ?? '' );
	return date && ! Number.isNaN( time )
		? {
				time,
				date,
				clock,
				offset:
					( Number( hours ) * 60 + Number( minutes ) ) *
					MINUTE *
					( sign === '-' ? -1 : 1 ),
			}
		: null;
}

/** Now, and the zone to read it in. Where a country has several, the point's offset tells which; without it there is only the browser's. */
function clockOf(
	{ address, next_open_at: next }: ServicePoint,
	now: Date
): [ Date, string | undefined ] {
	const zone = zoneOf( address.country_code );
	const moment = zone ? null : readMoment( next );
	return moment
		? [ new Date( now.getTime() + moment.offset ), 'UTC' ]
		: [ now, zone ];
}

/** Whether the point's hours are this week's; null where nobody noted which week they are of. */
export function isThisWeek( point: ServicePoint, now: Date ): boolean | null {
	return ( point.opening_week &&
		point.opening_week === weekOf( ...clockOf( point, now ) ) ) as
		boolean | null;
}

/** The day it is at the point. */
export const todayAt = ( point: ServicePoint, now: Date ) =>
	weekdayOf( ...clockOf( point, now ) );

/** When the point opens next; null when nobody knows, or that has passed. */
function nextOpening( text: string | null, now: Date ): OpenState | null {
	const moment = readMoment( text );
	if ( ! moment || moment.time <= now.getTime() ) {
		return null;
	}
	const today = new Date( now.getTime() + moment.offset )
		.toISOString()
		.slice( 0, 10 );
	return {
		state: 'opens_on',
		date: moment.date,
		days: ( Date.parse( moment.date ) - Date.parse( today ) ) / DAY,
		at: moment.clock,
	};
}

export function stateOf( point: ServicePoint, now: Date ): OpenState {
	const isStale = isThisWeek( point, now ) === false;
	const state = openState(
		isStale ? null : point.opening_times,
		...clockOf( point, now )
	);
	return state.state === 'open' || state.state === 'always_open'
		? state
		: ( nextOpening( point.next_open_at, now ) ?? state );
}
