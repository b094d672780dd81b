/** Draws on a city's own grid: what comes out is GeoJSON. */
import type { Feature, LineString, Polygon, Position } from 'geojson';
import type { City } from '../data/cities';
import { cityRadius, toPlace, type GridPosition } from '../data/city-grid';
import { hash } from '../data/random';

export interface Properties {
	/** The tile's layer. */
	layer: 'ground' | 'roads';
	kind:
		| 'wood'
		| 'built'
		| 'building'
		| 'block'
		| 'park'
		| 'river'
		| 'motorway'
		| 'main'
		| 'avenue'
		| 'street'
		| 'rail';
	name?: string;
}

export type CityFeature = Feature< LineString | Polygon, Properties >;

/** How far river and railway go, in radii of the city. */
export const REACH = 4;

function write( city: City, position: GridPosition ): Position {
	const { latitude, longitude } = toPlace( city, position );
	return [ longitude, latitude ];
}

export function polygon(
	city: City,
	kind: Properties[ 'kind' ],
	ring: GridPosition[]
): CityFeature {
	const positions = ring.map( ( position ) => write( city, position ) );
	return {
		type: 'Feature',
		properties: { layer: 'ground', kind },
		geometry: {
			type: 'Polygon',
			coordinates: [ [ ...positions, ...positions.slice( 0, 1 ) ] ],
		},
	};
}

export function line(
	city: City,
	kind: Properties[ 'kind' ],
	path: GridPosition[],
	name?: string
): CityFeature {
	return {
		type: 'Feature',
		properties: { layer: 'roads', kind, ...( name ? { name } : {} ) },
		geometry: {
			type: 'LineString',
			coordinates: path.map( ( position ) => write( city, position ) ),
		},
	};
}

/** Places all around the middle, `reach` metres away at each angle. */
export function around(
	reach: ( angle: number ) => GridPosition,
	steps: number
): GridPosition[] {
	return Array.from( { length: steps }, ( _, step ) =>
		reach( ( step / steps ) * 2 * Math.PI )
	);
}

/** How far the city goes at an angle: no city is round. */
export function reachAt( city: City, angle: number ): number {
	const phase = ( hash( city.name ) % 628 ) / 100;
	return (
		cityRadius( city ) *
		( 0.95 +
			0.1 * Math.sin( 3 * angle + phase ) +
			0.05 * Math.sin( 7 * angle - phase ) )
	);
}

export function isInside(
	city: City,
	{ along, across }: GridPosition
): boolean {
	return (
		Math.hypot( along, across ) <
		reachAt( city, Math.atan2( across, along ) ) - 30
	);
}

export function polar( distance: number, angle: number ): GridPosition {
	return {
		along: distance * Math.cos( angle ),
		across: distance * Math.sin( angle ),
	};
}
