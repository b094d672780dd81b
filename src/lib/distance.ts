import type { Position } from '../types/domain';

export interface Box {
	north: number;
	east: number;
	south: number;
	west: number;
}

/** What Sendcloud accepts as the diagonal of a box. */
const MAX_DIAGONAL = 50_000;

const EARTH_RADIUS = 6_371_000;

const radians = ( degrees: number ) => ( degrees * Math.PI ) / 180;

/** Metres between two places on the globe (haversine). */
export function metresBetween( a: Position, b: Position ): number {
	const haversine =
		Math.sin( radians( b.latitude - a.latitude ) / 2 ) ** 2 +
		Math.cos( radians( a.latitude ) ) *
			Math.cos( radians( b.latitude ) ) *
			Math.sin( radians( b.longitude - a.longitude ) / 2 ) ** 2;
	return 2 * EARTH_RADIUS * Math.asin( Math.sqrt( haversine ) );
}

export const isSearchable = ( { north, east, south, west }: Box ): boolean =>
	metresBetween(
		{ latitude: north, longitude: west },
		{ latitude: south, longitude: east }
	) <= MAX_DIAGONAL;

export function formatDistance( metres: number, locale: string ): string {
	const isNear = metres < 995;
	const value = isNear ? Math.round( metres / 10 ) * 10 : metres / 1000;
	return new Intl.NumberFormat( locale, {
		style: 'unit',
		unit: isNear ? 'meter' : 'kilometer',
		unitDisplay: 'short',
		maximumFractionDigits: isNear || value >= 10 ? 0 : 1,
	} ).format( value );
}
