/** The map's style: quiet colours that leave the pins the loudest thing on it. No fonts and no address but our own. */
import type {
	ExpressionSpecification,
	LayerSpecification,
	StyleSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import { MAX_ZOOM, MIN_ZOOM } from './tiles';

const COLOUR = {
	sea: '#bfdcea',
	land: '#f3f1ea',
	border: '#c3bccb',
	wood: '#dcebd0',
	built: '#edeae2',
	block: '#e4e0d6',
	building: '#d6d0c4',
	park: '#c9e5ba',
	casing: '#d3cec2',
	street: '#ffffff',
	avenue: '#fff8e1',
	main: '#fdeebf',
	motorway: '#f8d18e',
	motorwayCasing: '#dba955',
	rail: '#b9b5bf',
	label: '#5b5666',
	halo: 'rgba(255, 255, 255, 0.9)',
};

type Kind = 'street' | 'avenue' | 'main' | 'motorway';

/** Widths in pixels at zooms 10, 14 and 17. */
const ROADS: Record<
	Kind,
	{ widths: [ number, number, number ]; from: number }
> = {
	street: { widths: [ 0.4, 2, 13 ], from: 12 },
	avenue: { widths: [ 0.6, 4.4, 22 ], from: 11 },
	main: { widths: [ 1, 5.4, 26 ], from: 9 },
	motorway: { widths: [ 1.8, 6, 20 ], from: 9 },
};

function width(
	[ far, middle, near ]: [ number, number, number ],
	extra = 0
): ExpressionSpecification {
	return [
		'interpolate',
		[ 'exponential', 1.4 ],
		[ 'zoom' ],
		10,
		far + extra,
		14,
		middle + extra,
		17,
		near + extra,
	];
}

function ground( kind: string, colour: string ): LayerSpecification {
	return {
		id: kind,
		type: 'fill',
		source: 'cities',
		'source-layer': 'ground',
		filter: [ '==', [ 'get', 'kind' ], kind ],
		paint: { 'fill-color': colour },
	};
}

function road(
	kind: Kind,
	id: string,
	colour: string,
	extra: number
): LayerSpecification {
	return {
		id,
		type: 'line',
		source: 'cities',
		'source-layer': 'roads',
		minzoom: ROADS[ kind ].from,
		filter: [ '==', [ 'get', 'kind' ], kind ],
		layout: { 'line-cap': 'round', 'line-join': 'round' },
		paint: {
			'line-color': colour,
			'line-width': width( ROADS[ kind ].widths, extra ),
		},
	};
}

/** All casings lie below all surfaces, so that crossings stay open. */
const ROAD_LAYERS: LayerSpecification[] = [
	road( 'street', 'street-casing', COLOUR.casing, 1.2 ),
	road( 'avenue', 'avenue-casing', COLOUR.casing, 1.4 ),
	road( 'main', 'main-casing', COLOUR.casing, 1.6 ),
	road( 'motorway', 'motorway-casing', COLOUR.motorwayCasing, 1.8 ),
	road( 'street', 'street', COLOUR.street, 0 ),
	road( 'avenue', 'avenue', COLOUR.avenue, 0 ),
	road( 'main', 'main', COLOUR.main, 0 ),
	road( 'motorway', 'motorway', COLOUR.motorway, 0 ),
];

function between(
	id: string,
	colour: string,
	extra: number
): LayerSpecification {
	return {
		id,
		type: 'line',
		source: 'motorways',
		minzoom: 5.5,
		layout: { 'line-join': 'round' },
		paint: {
			'line-color': colour,
			'line-width': [
				'interpolate',
				[ 'linear' ],
				[ 'zoom' ],
				6,
				0.6 + extra,
				10,
				2.2 + extra,
				14,
				6 + extra,
			],
		},
	};
}

const LABEL = {
	'text-color': COLOUR.label,
	'text-halo-color': COLOUR.halo,
	'text-halo-width': 1.4,
};

const LAYERS: LayerSpecification[] = [
	{
		id: 'sea',
		type: 'background',
		paint: { 'background-color': COLOUR.sea },
	},
	{
		id: 'land',
		type: 'fill',
		source: 'countries',
		paint: { 'fill-color': COLOUR.land },
	},
	ground( 'wood', COLOUR.wood ),
	// The cities cover the ends.
	between( 'between-casing', COLOUR.motorwayCasing, 1.2 ),
	between( 'between', COLOUR.motorway, 0 ),
	ground( 'built', COLOUR.built ),
	{ ...ground( 'block', COLOUR.block ), minzoom: 13 } as LayerSpecification,
	{
		...ground( 'building', COLOUR.building ),
		minzoom: 14.3,
	} as LayerSpecification,
	ground( 'park', COLOUR.park ),
	ground( 'river', COLOUR.sea ),
	{
		id: 'border',
		type: 'line',
		source: 'countries',
		maxzoom: 10,
		paint: { 'line-color': COLOUR.border, 'line-width': 1 },
	},
	{
		id: 'rail',
		type: 'line',
		source: 'cities',
		'source-layer': 'roads',
		minzoom: 11,
		filter: [ '==', [ 'get', 'kind' ], 'rail' ],
		paint: {
			'line-color': COLOUR.rail,
			'line-width': 1.6,
			'line-dasharray': [ 6, 2 ],
		},
	},
	...ROAD_LAYERS,
	{
		id: 'street-name',
		type: 'symbol',
		source: 'cities',
		'source-layer': 'roads',
		minzoom: 14,
		filter: [
			'any',
			[ '==', [ 'get', 'kind' ], 'avenue' ],
			[ '>=', [ 'zoom' ], 15 ],
		],
		layout: {
			'symbol-placement': 'line',
			'symbol-spacing': 320,
			'text-field': [ 'get', 'name' ],
			'text-font': [ 'sans-serif' ],
			'text-size': [
				'interpolate',
				[ 'linear' ],
				[ 'zoom' ],
				14,
				10,
				17,
				13,
			],
		},
		paint: LABEL,
	},
	{
		id: 'city-name',
		type: 'symbol',
		source: 'places',
		maxzoom: 12.5,
		layout: {
			'symbol-sort-key': [ '-', [ 'get', 'size' ] ],
			'text-field': [ 'get', 'name' ],
			'text-font': [ 'sans-serif' ],
			'text-size': [
				'interpolate',
				[ 'linear' ],
				[ 'get', 'size' ],
				1,
				11,
				10,
				15,
			],
			'text-padding': 8,
		},
		paint: LABEL,
	},
];

/** @param base The sandbox's own address: MapLibre wants absolute ones for tiles. */
export function mapStyle( base: string ): StyleSpecification {
	return {
		version: 8,
		name: 'Sandbox',
		sources: {
			countries: {
				type: 'geojson',
				data: `${ base }/map/countries.geojson`,
				attribution: 'Invented streets, borders by Natural Earth',
			},
			motorways: {
				type: 'geojson',
				data: `${ base }/map/motorways.geojson`,
			},
			places: { type: 'geojson', data: `${ base }/map/places.geojson` },
			cities: {
				type: 'vector',
				tiles: [ `${ base }/map/tiles/{z}/{x}/{y}.mvt` ],
				minzoom: MIN_ZOOM,
				maxzoom: MAX_ZOOM,
			},
		},
		layers: LAYERS,
	};
}
