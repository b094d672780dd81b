import { createRoot } from '@wordpress/element';
import type { PickerRequest } from '../types/domain';
import { PickerDialog } from './picker-dialog';
import { readRequest } from './request';
import { lockScroll } from './scroll-lock';

let closeCurrent: ( () => void ) | null = null;

export function openPicker( request: PickerRequest ): void {
	closeCurrent?.();

	const host = document.body.appendChild( document.createElement( 'div' ) );
	const opener = host.ownerDocument.activeElement;
	const root = createRoot( host );
	const unlockScroll = lockScroll();

	const close = () => {
		if ( closeCurrent !== close ) {
			return;
		}
		closeCurrent = null;
		root.unmount();
		host.remove();
		unlockScroll();
		if ( opener instanceof HTMLElement ) {
			opener.focus();
		}
		request.onClose?.();
	};

	closeCurrent = close;
	root.render(
		<PickerDialog request={ readRequest( request ) } onClose={ close } />
	);
}
