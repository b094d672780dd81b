/**
 * How far a chosen point is from the town that the shopper has entered since.
 *
 * Only Sendcloud knows where a town is, and it answers nothing but searches: so one is made, here and not in the cart's own requests,
 * which would wait for it. By the town alone: a street typed letter by letter asks nothing more, and the shop remembers the answer for all.
 */
import { getConfig } from '../lib/config';
import { formatDistance, metresBetween } from '../lib/distance';
import { isSelection, parseSearchAnswer } from '../lib/guards';
import { parseRule } from '../lib/rule';
import { restUrl, searchParameters } from '../lib/search-url';
import type { SearchAnswer, ServicePoint } from '../types/domain';
import type { RelayPackage } from './packages';

const asked = new Map< string, Promise< SearchAnswer | null > >();

/** A failure is nobody's concern: the picker says it when it is opened. */
async function search( url: string ): Promise< SearchAnswer | null > {
	try {
		const response = await fetch( url, {
			headers: { Accept: 'application/json' },
		} );
		return response.ok ? parseSearchAnswer( await response.json() ) : null;
	} catch {
		return null;
	}
}

/** By the answer's own measure where the point is in it; else from the point nearest to the town, which stands for it. */
export function distanceFrom(
	{ service_points: found, geocoding }: SearchAnswer,
	point: ServicePoint
): number | null {
	const same = found.find( ( { id } ) => id === point.id );
	if ( typeof same?.distance === 'number' ) {
		return same.distance;
	}
	const [ nearest ] = found;
	const isKnown = point.position.latitude || point.position.longitude;
	return nearest && isKnown && geocoding?.status !== 'not_found'
		? metresBetween( nearest.position, point.position )
		: null;
}

/** As rough as it is known. */
const rounded = ( metres: number ): number => {
	const step = metres < 100_000 ? 1000 : 10_000;
	return Math.round( metres / step ) * step;
};

/** The distance in words, where it is too far to be left unsaid; else `''`. */
export async function howFar( {
	country,
	rule,
	movedTo,
	selected,
}: RelayPackage ): Promise< string > {
	const { farDistance, restUrl: base, locale } = getConfig();
	if ( ! movedTo || ! farDistance || ! isSelection( selected ) ) {
		return '';
	}
	const url = restUrl(
		base,
		'service-points',
		searchParameters( {
			country,
			rule: parseRule( rule ),
			place: { address: movedTo },
		} )
	);
	const answer = await ( asked.get( url ) ??
		asked.set( url, search( url ) ).get( url ) );
	const metres = answer && distanceFrom( answer, selected.service_point );
	return metres && metres > farDistance
		? formatDistance( rounded( metres ), locale )
		: '';
}
