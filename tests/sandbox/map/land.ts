/** What lies between the cities: the countries, as the plugin's own outlines have them, and a road to each neighbour. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Feature, FeatureCollection } from 'geojson';
import { CITIES } from '../data/cities';
import { metresBetween, type Place } from '../data/city-grid';

/** Cities farther apart may have the sea between them. */
const LONGEST_ROAD = 180_000;

const require = createRequire( import.meta.url );
const europe = require( '../../../src/map/europe-loader.cjs' ) as (
	topojson: string
) => string;

const collection = ( features: Feature[] ): FeatureCollection => ( {
	type: 'FeatureCollection',
	features,
} );

const position = ( { longitude, latitude }: Place ): number[] => [
	longitude,
	latitude,
];

export const countries = (): FeatureCollection =>
	JSON.parse(
		europe(
			readFileSync(
				require.resolve( 'world-atlas/countries-50m.json' ),
				'utf8'
			)
		)
	) as FeatureCollection;

export const motorways = (): FeatureCollection =>
	collection(
		CITIES.flatMap( ( city ) =>
			CITIES.map( ( other ) => ( {
				other,
				metres: metresBetween( city, other ),
			} ) )
				.filter( ( { metres } ) => metres > 0 && metres < LONGEST_ROAD )
				.sort( ( a, b ) => a.metres - b.metres )
				.slice( 0, 3 )
				.map( ( { other } ) => ( {
					type: 'Feature',
					properties: {},
					geometry: {
						type: 'LineString',
						coordinates: [ city, other ].map( position ),
					},
				} ) )
		)
	);

export const places = (): FeatureCollection =>
	collection(
		CITIES.map( ( city ) => ( {
			type: 'Feature',
			properties: { name: city.name, size: city.size },
			geometry: { type: 'Point', coordinates: position( city ) },
		} ) )
	);
