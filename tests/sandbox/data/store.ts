/** All points, and the one search both API versions use. */
import type { ShopKind } from './carriers';
import { metresBetween, type Place } from './city-grid';
import { FIXED_POINTS } from './fixed-points';
import { generatePoints } from './generate';
import type { Point } from './point';
import { hash } from './random';

export interface Box {
	northEast: Place;
	southWest: Place;
}

export interface Criteria {
	country: string;
	/** Null: every carrier. */
	carriers: readonly string[] | null;
	near?: Place | null;
	radius?: number | null;
	box?: Box | null;
	kinds?: readonly string[];
	carrierShopType?: string | null;
	carrierPointIds?: readonly string[];
	limit?: number;
	matches?: ( point: Point ) => boolean;
}

export interface Found {
	point: Point;
	/** Whole metres; null where there was no place to measure from. */
	distance: number | null;
}

function isInBox( place: Place, { northEast, southWest }: Box ): boolean {
	return (
		place.latitude <= northEast.latitude &&
		place.latitude >= southWest.latitude &&
		place.longitude <= northEast.longitude &&
		place.longitude >= southWest.longitude
	);
}

export class PointStore {
	private readonly byId: ReadonlyMap< number, Point >;
	private readonly byCountry = new Map< string, Point[] >();

	constructor(
		points: readonly Point[] = [ ...FIXED_POINTS, ...generatePoints() ]
	) {
		this.byId = new Map( points.map( ( point ) => [ point.id, point ] ) );
		// Without a place to measure from the order means nothing, and must look so.
		const shuffled = [ ...points ].sort(
			( a, b ) => hash( String( a.id ) ) - hash( String( b.id ) )
		);
		for ( const point of shuffled ) {
			const list = this.byCountry.get( point.country ) ?? [];
			list.push( point );
			this.byCountry.set( point.country, list );
		}
	}

	get size(): number {
		return this.byId.size;
	}

	find( id: number ): Point | undefined {
		return this.byId.get( id );
	}

	all(): Iterable< Point > {
		return this.byId.values();
	}

	search( criteria: Criteria ): Found[] {
		const {
			carriers,
			near = null,
			radius = null,
			box = null,
			limit,
		} = criteria;
		const {
			kinds = [],
			carrierShopType = null,
			carrierPointIds = [],
		} = criteria;
		const found: Found[] = [];

		for ( const point of this.byCountry.get( criteria.country ) ?? [] ) {
			if (
				( carriers && ! carriers.includes( point.carrier ) ) ||
				( kinds.length &&
					! kinds.includes( point.kind as ShopKind ) ) ||
				( carrierShopType !== null &&
					point.carrierShopType !== carrierShopType ) ||
				( carrierPointIds.length &&
					! carrierPointIds.includes( point.carrierPointId ) ) ||
				( box && ! isInBox( point, box ) ) ||
				( criteria.matches && ! criteria.matches( point ) )
			) {
				continue;
			}
			const metres = near ? metresBetween( near, point ) : null;
			if ( metres !== null && radius !== null && metres > radius ) {
				continue;
			}
			found.push( {
				point,
				distance: metres === null ? null : Math.round( metres ),
			} );
		}

		if ( near ) {
			found.sort( ( a, b ) => ( a.distance ?? 0 ) - ( b.distance ?? 0 ) );
		}
		return limit === undefined ? found : found.slice( 0, limit );
	}
}
