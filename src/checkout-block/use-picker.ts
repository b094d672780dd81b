import { useCallback, useState } from '@wordpress/element';
import { openOnce } from '../checkout/open-once';
import type { StorePackage } from '../checkout/packages';
import { saveSelection } from './store';

/** Opens the picker for a package, and says which package is waiting for it, and for which it did not load. */
export function usePicker() {
	const [ loading, setLoading ] = useState< string | null >( null );
	const [ failed, setFailed ] = useState< string | null >( null );

	const open = useCallback(
		( relayPackage: StorePackage ) =>
			void openOnce( {
				find: () => relayPackage,
				save: ( point, postNumber ) =>
					saveSelection( relayPackage, point, postNumber ),
				onLoading: ( isLoading ) => {
					setLoading( isLoading ? relayPackage.id : null );
					if ( isLoading ) {
						setFailed( null );
					}
				},
				onFailed: () => setFailed( relayPackage.id ),
			} ),
		[]
	);

	return { open, loading, failed };
}
