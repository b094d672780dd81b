/**
 * How service points lie on any style: one clustered source, and images drawn by pins.ts.
 */
import type {
	FilterSpecification,
	SymbolLayerSpecification,
} from 'maplibre-gl';
import type { FeatureCollection, Point } from 'geojson';
import type { ServicePoint } from '../types/domain';

export const SOURCE = 'scsp-points';
export const CLUSTER = 'scsp-clusters';
export const PINS = { normal: 'scsp-pins', highlight: 'scsp-highlight' };

export const toFeatures = (
	points: ServicePoint[]
): FeatureCollection< Point > => ( {
	type: 'FeatureCollection',
	features: points.map( ( { id, shop_type: shopType, position } ) => ( {
		type: 'Feature',
		properties: { id, shopType },
		geometry: {
			type: 'Point',
			coordinates: [ position.longitude, position.latitude ],
		},
	} ) ),
} );

export const highlightFilter = ( id: number | null ): FilterSpecification => [
	'==',
	[ 'get', 'id' ],
	id ?? -1,
];

/** Counts are images too: the fonts of a style are not ours to know. */
export const layers = (
	highlightedId: number | null
): SymbolLayerSpecification[] => [
	{
		id: CLUSTER,
		type: 'symbol',
		source: SOURCE,
		filter: [ 'has', 'point_count' ],
		layout: {
			'icon-image': [
				'concat',
				'scsp-cluster-',
				[ 'get', 'point_count_abbreviated' ],
			],
			'icon-allow-overlap': true,
		},
	},
	pins( PINS.normal, 'scsp-pin-', [ '!', [ 'has', 'point_count' ] ] ),
	pins( PINS.highlight, 'scsp-highlight-', highlightFilter( highlightedId ) ),
];

const pins = (
	id: string,
	image: string,
	filter: FilterSpecification
): SymbolLayerSpecification => ( {
	id,
	type: 'symbol',
	source: SOURCE,
	filter,
	layout: {
		'icon-image': [ 'concat', image, [ 'get', 'shopType' ] ],
		'icon-anchor': 'bottom',
		'icon-allow-overlap': true,
	},
} );
