/** The houses around each block's yard: made for one tile at a time, a whole city would be too many. */
import type { FeatureCollection, LineString, Polygon } from 'geojson';
import type { City } from '../data/cities';
import { toPlace, type GridPosition } from '../data/city-grid';
import { createRandom, hash } from '../data/random';
import { blockMiddles, HALF_BLOCK, square } from './ground';
import { polygon, type CityFeature, type Properties } from './shapes';

/** Two rows of houses along two sides, each cut into lots. */
function houses( city: City, middle: GridPosition ): CityFeature[] {
	const random = createRandom(
		hash( `${ city.name }/${ middle.along }/${ middle.across }` )
	);
	return [ -1, 1 ].flatMap( ( side ) => {
		const found: CityFeature[] = [];
		let start = -HALF_BLOCK + 4;
		while ( start < HALF_BLOCK - 20 ) {
			const end = Math.min(
				start + random.integer( 18, 44 ),
				HALF_BLOCK - 4
			);
			const depth = random.integer( 20, 58 );
			if ( random.chance( 0.92 ) ) {
				const lot = {
					along: middle.along + ( start + end ) / 2,
					across:
						middle.across + side * ( HALF_BLOCK - 4 - depth / 2 ),
				};
				found.push(
					polygon(
						city,
						'building',
						square( lot, ( end - start ) / 2, depth / 2 )
					)
				);
			}
			start = end + random.integer( 0, 4 );
		}
		return found;
	} );
}

export interface Edges {
	west: number;
	east: number;
	north: number;
	south: number;
}

export function buildingsWithin(
	city: City,
	{ west, east, north, south }: Edges
): FeatureCollection< LineString | Polygon, Properties > {
	const margin = 0.003;
	const middles = blockMiddles( city ).filter( ( middle ) => {
		const { latitude, longitude } = toPlace( city, middle );
		return (
			longitude > west - margin &&
			longitude < east + margin &&
			latitude > south - margin &&
			latitude < north + margin
		);
	} );
	return {
		type: 'FeatureCollection',
		features: middles.flatMap( ( middle ) => houses( city, middle ) ),
	};
}
