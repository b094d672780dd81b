import { useCallback, useRef, useState } from '@wordpress/element';
import { loadPicker } from '../lib/load-picker';
import { saveSelection, type RelayPackage } from './store';

/** Opens the picker for a package, one at a time, and says which package is waiting for it or has waited in vain. */
export function usePicker() {
	const [ loading, setLoading ] = useState< string | null >( null );
	const [ failed, setFailed ] = useState< string | null >( null );
	const isOpen = useRef( false );

	const open = useCallback( async ( relayPackage: RelayPackage ) => {
		if ( isOpen.current ) {
			return;
		}
		isOpen.current = true;
		const { id, country, carriers, shopTypes, hint, address, selection } =
			relayPackage;
		setFailed( null );
		setLoading( id );
		const picker = await loadPicker().catch( () => null );
		setLoading( null );
		if ( ! picker ) {
			isOpen.current = false;
			setFailed( id );
			return;
		}
		picker.openPicker( {
			country,
			carriers,
			shopTypes,
			hint,
			address,
			selected: selection,
			onSelect: ( point, postNumber ) =>
				saveSelection( relayPackage, point, postNumber ),
			onClose: () => {
				isOpen.current = false;
			},
		} );
	}, [] );

	return { open, loading, failed };
}
