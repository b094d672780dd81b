import { useCallback, useMemo, useState } from '@wordpress/element';
import type { Choice } from './use-choice';
import type { Search } from './use-search';

/** The points to show, which of them is selected, and which is under the pointer. */
export function useSelection(
	search: Search,
	address: string,
	choice?: Choice
) {
	const current = ( ! choice?.hasMoved && choice?.current ) || null;
	const [ selectedId, setSelectedId ] = useState< number | null >(
		current?.id ?? null
	);
	const [ highlightedId, setHighlightedId ] = useState< number | null >(
		null
	);

	const isFirstPlace =
		search.place !== null &&
		'address' in search.place &&
		search.place.address === address &&
		! search.filters.carrier &&
		! search.filters.shopType;
	const points = useMemo( () => {
		// The point chosen before may be too far away for the answer: where the picker starts it is shown all the same.
		const isMissing =
			isFirstPlace &&
			search.points.length > 0 &&
			! search.points.some( ( point ) => point.id === current?.id );
		return current && isMissing
			? [ current, ...search.points ]
			: search.points;
	}, [ search.points, isFirstPlace, current ] );

	const isBusy = choice?.isBusy ?? false;
	const clearError = choice?.clearError;
	const isBrowsing = ! choice;
	const onSelect = useCallback(
		( next: number ) => {
			if ( isBusy ) {
				return;
			}
			clearError?.();
			setSelectedId( ( previous ) =>
				isBrowsing && previous === next ? null : next
			);
		},
		[ isBusy, clearError, isBrowsing ]
	);

	return {
		points,
		selectedId,
		highlightedId,
		onSelect,
		onHighlight: setHighlightedId,
	};
}
