/**
 * The map that needs no one: outlines of countries, shipped with the plugin.
 */
import type { StyleSpecification } from 'maplibre-gl';

/** Webpack makes the file: see europe-loader.cjs. It loads when this style is shown. */
export const outlines = (): StyleSpecification => ( {
	version: 8,
	sources: {
		countries: {
			type: 'geojson',
			data: new URL(
				'world-atlas/countries-50m.json',
				import.meta.url
			).toString(),
			attribution: 'Natural Earth',
		},
	},
	layers: [
		{
			id: 'sea',
			type: 'background',
			paint: { 'background-color': '#d7e6ef' },
		},
		{
			id: 'land',
			type: 'fill',
			source: 'countries',
			paint: { 'fill-color': '#f6f4ee' },
		},
		{
			id: 'borders',
			type: 'line',
			source: 'countries',
			paint: { 'line-color': '#b9b3a5', 'line-width': 1.2 },
		},
	],
} );
