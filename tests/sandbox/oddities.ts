/** The documented oddities, each by its name: GET /_oddities says what they are, GET /_oddities/expired which points have it. */
import { SUCCESSORS } from './data/carriers';
import type { Point } from './data/point';
import type { PointStore } from './data/store';
import { json, type Reply } from './http';

interface Oddity {
	about: string;
	isIn: ( point: Point ) => boolean;
}

export const ODDITIES: Record< string, Oddity > = {
	expired: {
		about: 'Not confirmed lately (v3 is_expired, v2 not is_active), and taking parcels.',
		isIn: ( { expired, available } ) => expired && available,
	},
	stale: {
		about: 'Not confirmed lately, and taking no parcels any more.',
		isIn: ( { expired, available } ) => expired && ! available,
	},
	full: {
		about: 'Fresh, and taking no parcels.',
		isIn: ( { expired, available } ) => ! expired && ! available,
	},
	superseded: {
		about: 'Of a carrier that has taken the place of another: the answer to a question about that one.',
		isIn: ( { carrier } ) =>
			Object.values( SUCCESSORS ).includes( carrier ),
	},
	holiday: {
		about: 'Shut this week, opens again on Monday: every day is null, next_open_at is not.',
		isIn: ( { onHoliday } ) => onHoliday ?? false,
	},
	'unknown-hours': {
		about: 'Nothing is known of its hours.',
		isIn: ( { hours } ) => hours === null,
	},
	'closed-all-week': {
		about: 'Every day of the week is null: closed, or unknown. The answer does not tell.',
		isIn: ( { hours } ) =>
			hours?.every( ( day ) => day.length === 0 ) ?? false,
	},
};

export function listOddities(
	name: string | undefined,
	query: URLSearchParams,
	points: PointStore
): Reply {
	if ( name === undefined ) {
		return json( {
			oddities: Object.fromEntries(
				Object.entries( ODDITIES ).map( ( [ key, { about } ] ) => [
					key,
					about,
				] )
			),
		} );
	}
	const oddity = ODDITIES[ name ];
	if ( ! oddity ) {
		return json(
			{ error: `One of ${ Object.keys( ODDITIES ).join( ', ' ) }.` },
			404
		);
	}
	const country = query.get( 'country' );
	return json( {
		ids: [ ...points.all() ]
			.filter(
				( point ) =>
					oddity.isIn( point ) &&
					( country === null || point.country === country )
			)
			.slice( 0, Number( query.get( 'limit' ) ?? 100 ) )
			.map( ( { id } ) => id ),
	} );
}
