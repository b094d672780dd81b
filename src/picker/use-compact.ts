import { useLayoutEffect, useState } from '@wordpress/element';
import type { RefObject } from 'react';

/** Narrower than this, list and map do not fit beside each other. */
const COMPACT_WIDTH = 640;

/** By the picker's own width, since a locator may stand in a narrow column of a wide page. */
export function useCompact( element: RefObject< HTMLElement > ): boolean {
	const [ isCompact, setCompact ] = useState(
		window.innerWidth < COMPACT_WIDTH
	);

	useLayoutEffect( () => {
		const target = element.current;
		if ( ! target ) {
			return;
		}
		const measure = () => {
			const { width } = target.getBoundingClientRect();
			// Without a width it is not shown yet, and the window's is the best guess.
			if ( width > 0 ) {
				setCompact( width < COMPACT_WIDTH );
			}
		};
		measure();
		const observer = new ResizeObserver( measure );
		observer.observe( target );
		return () => observer.disconnect();
	}, [ element ] );

	return isCompact;
}
