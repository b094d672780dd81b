import { useEffect, useState } from '@wordpress/element';
import { mayHaveMap, reportOldBrowser } from './map-pane';

export type Pane = 'list' | 'map';

/** List and map beside each other, or behind tabs where there is room for one; the list alone where no map can be. */
export function usePane( isCompact: boolean ) {
	const [ hasMap, setHasMap ] = useState( mayHaveMap );
	const [ pane, setPane ] = useState< Pane >( 'list' );
	const [ isMapWanted, setMapWanted ] = useState( false );
	useEffect( reportOldBrowser, [] );

	// On a phone the map's bytes wait until its tab is opened.
	const isMapVisible = hasMap && ( ! isCompact || pane === 'map' );
	useEffect( () => {
		if ( ! isMapVisible ) {
			return undefined;
		}
		const frame = requestAnimationFrame( () => setMapWanted( true ) );
		return () => cancelAnimationFrame( frame );
	}, [ isMapVisible ] );

	return {
		pane,
		setPane,
		hasMap,
		hasTabs: isCompact && hasMap,
		/** Stays true: a map that was drawn is kept behind its tab. */
		isMapWanted,
		giveUpMap: () => setHasMap( false ),
	};
}
