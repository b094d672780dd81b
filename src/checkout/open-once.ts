/**
 * The way from a checkout's button to the picker: one at a time, however often a shopper clicks while it loads.
 */
import { loadPicker } from '../lib/load-picker';
import type { PickerRequest } from '../types/domain';
import type { RelayPackage } from './packages';

interface Opening {
	/** Asked once the picker is there: meanwhile the checkout may have been drawn again, or have lost the package. */
	find: () => RelayPackage | undefined;
	save: PickerRequest[ 'onSelect' ];
	onLoading: ( isLoading: boolean ) => void;
	onFailed: () => void;
	onClose?: () => void;
}

let isOpen = false;

export async function openOnce( {
	find,
	save,
	onLoading,
	onFailed,
	onClose,
}: Opening ): Promise< void > {
	if ( isOpen ) {
		return;
	}
	isOpen = true;
	onLoading( true );
	const picker = await loadPicker().catch( () => null );
	onLoading( false );

	const found = picker && find();
	if ( ! found ) {
		isOpen = false;
		if ( ! picker ) {
			onFailed();
		}
		return;
	}
	picker.openPicker( {
		...found,
		onSelect: save,
		onClose: () => {
			isOpen = false;
			onClose?.();
		},
	} );
}
