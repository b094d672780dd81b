import type { Map as MapLibre } from 'maplibre-gl';
import { SOURCE } from './layers';

interface Consequences {
	/** The style or its tiles do not come. */
	onBasemapFailed: () => void;
	onWorkerFailed: () => void;
}

/** Tiles that fail in a row, none having arrived, before the style is given up. */
const MAX_FAILED_TILES = 3;

const STYLE_TIMEOUT = 8000;

/** Tells a basemap that is late from one that will never come. Falls back once: the outlines cannot fail that way. */
export class BasemapWatch {
	#failedTiles = 0;
	#isSettled = false;

	constructor(
		map: MapLibre,
		{ onBasemapFailed, onWorkerFailed }: Consequences
	) {
		const settle = () => {
			this.#isSettled = true;
			clearTimeout( timer );
		};
		const giveUp = () => {
			if ( ! this.#isSettled ) {
				settle();
				onBasemapFailed();
			}
		};
		let hasStyle = false;
		const timer = setTimeout( () => ! hasStyle && giveUp(), STYLE_TIMEOUT );

		map.on( 'style.load', () => {
			hasStyle = true;
		} );
		map.on( 'sourcedata', ( { sourceId, tile } ) => {
			if ( tile && sourceId !== SOURCE ) {
				settle();
			}
		} );
		map.on( 'error', ( event ) => {
			if ( /worker/i.test( event.error.message ) ) {
				settle();
				onWorkerFailed();
				return;
			}
			this.#failedTiles++;
			if ( ! hasStyle || this.#failedTiles >= MAX_FAILED_TILES ) {
				giveUp();
			}
		} );
		map.on( 'remove', settle );
	}
}
