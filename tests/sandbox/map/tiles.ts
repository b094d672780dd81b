/** Vector tiles of the cities, cut when first asked for. */
import {
	geoJSONToTile,
	GeoJSONVT,
	type GeoJSONVTFeature,
} from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { CITIES, type City } from '../data/cities';
import { cityRadius } from '../data/city-grid';
import { buildingsWithin, type Edges } from './buildings';
import { groundOf } from './ground';
import { roadsOf } from './roads';
import { REACH, type Properties } from './shapes';

export const MIN_ZOOM = 9;
export const MAX_ZOOM = 14;

const LAYERS: ReadonlyArray< Properties[ 'layer' ] > = [ 'ground', 'roads' ];

/** Kinds that are too small to see before this zoom. */
const FIRST_ZOOM: Partial< Record< Properties[ 'kind' ], number > > = {
	block: 13,
	street: 12,
	avenue: 11,
};

const indexes = new Map< City, GeoJSONVT >();

function indexOf( city: City ): GeoJSONVT {
	let index = indexes.get( city );
	if ( ! index ) {
		index = new GeoJSONVT(
			{
				type: 'FeatureCollection',
				features: [ ...groundOf( city ), ...roadsOf( city ) ],
			},
			{ maxZoom: MAX_ZOOM, indexMaxZoom: 0, tolerance: 2 }
		);
		indexes.set( city, index );
	}
	return index;
}

function edgesOf( z: number, x: number, y: number ): Edges {
	const tiles = 2 ** z;
	const latitude = ( row: number ): number =>
		( Math.atan( Math.sinh( Math.PI * ( 1 - ( 2 * row ) / tiles ) ) ) *
			180 ) /
		Math.PI;
	return {
		west: ( x / tiles ) * 360 - 180,
		east: ( ( x + 1 ) / tiles ) * 360 - 180,
		north: latitude( y ),
		south: latitude( y + 1 ),
	};
}

function citiesOn( z: number, x: number, y: number ): City[] {
	const { west, east, north, south } = edgesOf( z, x, y );
	return CITIES.filter( ( city ) => {
		// The river and the railway reach beyond the city.
		const height = ( cityRadius( city ) * REACH ) / 111_320;
		const width = height / Math.cos( ( city.latitude * Math.PI ) / 180 );
		return (
			city.longitude > west - width &&
			city.longitude < east + width &&
			city.latitude > south - height &&
			city.latitude < north + height
		);
	} );
}

function featuresOn(
	city: City,
	z: number,
	x: number,
	y: number
): GeoJSONVTFeature[] {
	const features = indexOf( city ).getTile( z, x, y )?.features ?? [];
	if ( z < MAX_ZOOM ) {
		return features;
	}
	const buildings = geoJSONToTile(
		buildingsWithin( city, edgesOf( z, x, y ) ),
		z,
		x,
		y,
		{ clip: true }
	);
	return [ ...features, ...( buildings?.features ?? [] ) ];
}

/** Undefined where there is nothing to draw. */
export function tile( z: number, x: number, y: number ): Buffer | undefined {
	const features = citiesOn( z, x, y )
		.flatMap( ( city ) => featuresOn( city, z, x, y ) )
		.filter(
			( { tags } ) =>
				z >= ( FIRST_ZOOM[ ( tags as Properties ).kind ] ?? 0 )
		);
	if ( ! features.length ) {
		return undefined;
	}
	const layers = LAYERS.map( ( layer ) => [
		layer,
		{
			features: features.filter(
				( { tags } ) => ( tags as Properties ).layer === layer
			),
		},
	] );
	return Buffer.from(
		fromGeojsonVt( Object.fromEntries( layers ), {
			version: 2,
			extent: 4096,
		} )
	);
}
