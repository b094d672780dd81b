/**
 * The map: the only importer of maplibre-gl, itself loaded with `import()`. No React, so that a list that draws again
 * costs the map nothing.
 */
import {
	LngLatBounds,
	Map as MapLibre,
	Marker,
	NavigationControl,
	setWorkerUrl,
	type GeoJSONSource,
	type MapLayerMouseEvent,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Box } from '../lib/distance';
import type { FrontendConfig, Position, ServicePoint } from '../types/domain';
import { BasemapWatch } from './basemap-watch';
import {
	CLUSTER,
	highlightFilter,
	layers,
	PINS,
	SOURCE,
	toFeatures,
} from './layers';
import { translations } from './locale';
import { outlines } from './outlines';
import { drawImage, pinElement, positionElement } from './pins';
import './map.scss';

setWorkerUrl(
	new URL(
		'maplibre-gl/dist/maplibre-gl-worker.mjs',
		import.meta.url
	).toString()
);

type Options = FrontendConfig[ 'map' ] & {
	onSelect: ( id: number ) => void;
	onHighlight: ( id: number | null ) => void;
	/** In a page, scrolling past the map must not zoom it; a dialog has nothing to scroll past. */
	isInPage: boolean;
	/** The shopper moved the map. */
	onMove: ( box: Box ) => void;
	/** The map stopped working, or will not start. */
	onUnavailable: ( reason: 'no_webgl' | 'worker' ) => void;
	/** Plain outlines stand in for the style. */
	onBasemapFailed: () => void;
};

/** Results beyond these would zoom the map out until no street is to be seen. */
const FITTED_POINTS = 12;

const SELECTED_ZOOM = 14.5;

/** Pixels within which a pin is too near the edge, or under a control. */
const MARGIN = 56;

export class ServicePointMap {
	readonly #map: MapLibre;
	readonly #options: Options;
	#points: ServicePoint[] = [];
	#highlightedId: number | null = null;
	#selected: Marker | null = null;
	#position: Marker | null = null;
	/** A hidden map has no size to fit anything into. */
	#isFitPending = false;

	/** Throws when the browser gives no WebGL2 context. */
	constructor( container: HTMLElement, options: Options ) {
		this.#options = options;
		this.#map = new MapLibre( {
			container,
			style:
				options.provider === 'outlines' || ! options.styleUrl
					? outlines()
					: options.styleUrl,
			// Europe, until there are points.
			bounds: [ -10, 36, 25, 60 ],
			maxZoom: 18,
			dragRotate: false,
			pitchWithRotate: false,
			touchPitch: false,
			cooperativeGestures: options.isInPage,
			locale: translations(),
			fadeDuration: 0,
		} );
		const map = this.#map;
		map.touchZoomRotate.disableRotation();
		map.keyboard.disableRotation();
		map.addControl( new NavigationControl( { showCompass: false } ) );
		map.setMissingStyleImageResolver( ( id ) => {
			const image = drawImage( id, container );
			if ( image ) {
				map.addImage( id, image, { pixelRatio: 2 } );
			}
		} );

		// Also after a change of style, which takes every source and layer with it.
		map.on( 'style.load', () => this.#install() );
		map.on( 'resize', () => this.#fitWhenVisible() );
		map.on( 'moveend', ( { originalEvent } ) => {
			if ( originalEvent ) {
				options.onMove( this.#box() );
			}
		} );
		map.on( 'webglcontextlost', () => options.onUnavailable( 'no_webgl' ) );
		this.#listenToPins();

		new BasemapWatch( map, {
			onBasemapFailed: () => {
				map.setStyle( outlines(), { diff: false } );
				options.onBasemapFailed();
			},
			onWorkerFailed: () => options.onUnavailable( 'worker' ),
		} );
	}

	setPoints( points: ServicePoint[], isFitted: boolean ): void {
		this.#points = points;
		this.#source()?.setData( toFeatures( points ) );
		if ( isFitted && points.length > 0 ) {
			this.#isFitPending = true;
			this.#fitWhenVisible();
		}
	}

	select( id: number | null ): void {
		this.#selected?.remove();
		this.#selected = null;
		const point = this.#points.find( ( candidate ) => candidate.id === id );
		if ( ! point ) {
			return;
		}
		const at = toLngLat( point.position );
		this.#selected = new Marker( {
			element: pinElement( point ),
			anchor: 'bottom',
		} )
			.setLngLat( at )
			.addTo( this.#map );
		if ( ! this.#isFitPending && ! this.#isComfortable( at ) ) {
			this.#map.easeTo( {
				center: at,
				zoom: Math.max( this.#map.getZoom(), SELECTED_ZOOM ),
			} );
		}
	}

	highlight( id: number | null ): void {
		this.#highlightedId = id;
		if ( this.#map.getLayer( PINS.highlight ) ) {
			this.#map.setFilter( PINS.highlight, highlightFilter( id ) );
		}
	}

	/** The shopper's own position. */
	setPosition( position: Position | null ): void {
		this.#position?.remove();
		this.#position = position
			? new Marker( { element: positionElement() } )
					.setLngLat( toLngLat( position ) )
					.addTo( this.#map )
			: null;
	}

	focus(): void {
		this.#map.getCanvas().focus();
	}

	destroy(): void {
		this.#map.remove();
	}

	#install(): void {
		this.#map.addSource( SOURCE, {
			type: 'geojson',
			data: toFeatures( this.#points ),
			cluster: true,
			clusterRadius: 44,
			clusterMaxZoom: 15,
		} );
		for ( const layer of layers( this.#highlightedId ) ) {
			this.#map.addLayer( layer );
		}
	}

	#source(): GeoJSONSource | undefined {
		return this.#map.getSource< GeoJSONSource >( SOURCE );
	}

	#listenToPins(): void {
		const map = this.#map;
		const idOf = ( { features }: MapLayerMouseEvent ) =>
			Number( features?.[ 0 ]?.properties[ 'id' ] );

		map.on( 'click', PINS.normal, ( event ) =>
			this.#options.onSelect( idOf( event ) )
		);
		map.on( 'mousemove', PINS.normal, ( event ) => {
			map.getCanvas().style.cursor = 'pointer';
			if ( idOf( event ) !== this.#highlightedId ) {
				this.#options.onHighlight( idOf( event ) );
			}
		} );
		map.on( 'mouseleave', PINS.normal, () => {
			map.getCanvas().style.cursor = '';
			this.#options.onHighlight( null );
		} );
		map.on( 'click', CLUSTER, ( event ) => this.#openCluster( event ) );
		map.on( 'mouseenter', CLUSTER, () => {
			map.getCanvas().style.cursor = 'pointer';
		} );
		map.on( 'mouseleave', CLUSTER, () => {
			map.getCanvas().style.cursor = '';
		} );
	}

	async #openCluster( {
		features,
		originalEvent,
	}: MapLayerMouseEvent ): Promise< void > {
		const [ cluster ] = features ?? [];
		if ( cluster?.geometry.type !== 'Point' ) {
			return;
		}
		const [ longitude = 0, latitude = 0 ] = cluster.geometry.coordinates;
		const zoom = await this.#source()?.getClusterExpansionZoom(
			Number( cluster.properties[ 'cluster_id' ] )
		);
		if ( zoom !== undefined ) {
			this.#map.easeTo(
				{ center: [ longitude, latitude ], zoom: zoom + 0.3 },
				{ originalEvent }
			);
		}
	}

	#fitWhenVisible(): void {
		const { clientWidth, clientHeight } = this.#map.getContainer();
		if ( ! this.#isFitPending || ! clientWidth || ! clientHeight ) {
			return;
		}
		this.#isFitPending = false;
		const bounds = new LngLatBounds();
		for ( const { position } of this.#points.slice( 0, FITTED_POINTS ) ) {
			bounds.extend( toLngLat( position ) );
		}
		this.#map.fitBounds( bounds, {
			padding: { top: 72, bottom: 48, left: 40, right: 56 },
			maxZoom: 15.5,
			// The first view is no movement from anywhere: the same is true of a search in another town.
			animate: false,
		} );
	}

	/** Whether a place is well within the map, and not so far out that its pin is lost in a cluster. */
	#isComfortable( at: [ number, number ] ): boolean {
		const { clientWidth, clientHeight } = this.#map.getContainer();
		const { x, y } = this.#map.project( at );
		return (
			this.#map.getZoom() >= 12 &&
			x > MARGIN &&
			x < clientWidth - MARGIN &&
			y > MARGIN &&
			y < clientHeight - MARGIN
		);
	}

	#box(): Box {
		const bounds = this.#map.getBounds();
		return {
			north: bounds.getNorth(),
			east: bounds.getEast(),
			south: bounds.getSouth(),
			west: bounds.getWest(),
		};
	}
}

const toLngLat = ( { longitude, latitude }: Position ): [ number, number ] => [
	longitude,
	latitude,
];
