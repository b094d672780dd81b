/** What lies between the cities: the countries of Natural Earth, and invented motorways. */
import type {
	FeatureCollection,
	LineString,
	Point,
	Polygon,
	Position,
} from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { CITIES, type City } from '../data/cities';
import { metresBetween } from '../data/city-grid';
import atlas from 'world-atlas/countries-50m.json';

/** Europe with the Canaries: nothing outside is ever looked at. */
const FRAME = { west: -30, south: 25, east: 45, north: 72 };

function isInFrame( ring: Position[] ): boolean {
	return ring.some(
		( [ x = 0, y = 0 ] ) =>
			x > FRAME.west &&
			x < FRAME.east &&
			y > FRAME.south &&
			y < FRAME.north
	);
}

/** About a hundred metres: enough for a border, and half the bytes. */
function round( longitude = 0, latitude = 0 ): Position {
	return [
		Number( longitude.toFixed( 3 ) ),
		Number( latitude.toFixed( 3 ) ),
	];
}

export function countries(): FeatureCollection< Polygon > {
	const topology = atlas as unknown as Topology< {
		countries: GeometryCollection< { name: string } >;
	} >;
	const { features } = feature( topology, topology.objects.countries );
	return {
		type: 'FeatureCollection',
		features: features.flatMap( ( { geometry, properties } ) => {
			let polygons: Position[][][] = [];
			if ( geometry.type === 'Polygon' ) {
				polygons = [ geometry.coordinates ];
			} else if ( geometry.type === 'MultiPolygon' ) {
				polygons = geometry.coordinates;
			}
			return polygons
				.filter( ( [ outline = [] ] ) => isInFrame( outline ) )
				.map( ( rings ) => ( {
					type: 'Feature' as const,
					properties: { name: properties.name },
					geometry: {
						type: 'Polygon' as const,
						coordinates: rings.map( ( ring ) =>
							ring.map( ( [ x, y ] ) => round( x, y ) )
						),
					},
				} ) );
		} ),
	};
}

/** A slight bow from one city to the other. */
function road( from: City, to: City ): Position[] {
	const bow = 0.06 * ( ( from.size + to.size ) % 2 ? 1 : -1 );
	const x = to.longitude - from.longitude;
	const y = to.latitude - from.latitude;
	return Array.from( { length: 49 }, ( _, step ) => {
		const share = step / 48;
		const away =
			bow * Math.sin( share * Math.PI ) +
			0.012 * Math.sin( share * 4 * Math.PI );
		return round(
			from.longitude + share * x - away * y,
			from.latitude + share * y + away * x
		);
	} );
}

/** Each city is joined to the three nearest ones, islands left alone. */
export function motorways(): FeatureCollection< LineString > {
	const islands = [
		'Ajaccio',
		'Palma',
		'Cagliari',
		'Las Palmas de Gran Canaria',
		'Palermo',
		'Catania',
		'Messina',
	];
	const mainland = CITIES.filter(
		( { name } ) => ! islands.includes( name )
	);
	const pairs = new Map< string, [ City, City ] >();
	for ( const city of mainland ) {
		const nearest = [ ...mainland ]
			.sort(
				( a, b ) => metresBetween( city, a ) - metresBetween( city, b )
			)
			.slice( 1, 4 );
		for ( const other of nearest ) {
			const pair = [ city, other ].sort( ( a, b ) =>
				a.name.localeCompare( b.name )
			) as [ City, City ];
			pairs.set( pair.map( ( { name } ) => name ).join(), pair );
		}
	}
	return {
		type: 'FeatureCollection',
		features: [ ...pairs.values() ].map( ( [ from, to ] ) => ( {
			type: 'Feature',
			properties: {},
			geometry: { type: 'LineString', coordinates: road( from, to ) },
		} ) ),
	};
}

export function places(): FeatureCollection< Point > {
	return {
		type: 'FeatureCollection',
		features: CITIES.map( ( { name, size, longitude, latitude } ) => ( {
			type: 'Feature',
			properties: { name, size },
			geometry: { type: 'Point', coordinates: [ longitude, latitude ] },
		} ) ),
	};
}
