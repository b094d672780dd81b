/**
 * The panel's buttons: choose, change or remove the service point.
 */
import { __ } from '@wordpress/i18n';
import { loadPicker } from '../../lib/load-picker';
import { act, lineOf, readRequest, save, say } from './line';

async function choose( line: HTMLElement ): Promise< void > {
	try {
		const picker = await loadPicker();
		picker.openPicker( {
			...readRequest( line ),
			onSelect: ( point, postNumber ) =>
				save( line, 'POST', {
					service_point_id: point.id,
					post_number: postNumber,
				} ),
		} );
	} catch {
		say(
			line,
			__(
				'The list of service points did not load. Reload the page and try again.',
				'sendcloud-service-points'
			)
		);
	}
}

/** On the document: a change replaces the whole panel. */
export function listen(): void {
	document.addEventListener( 'click', ( { target } ) => {
		const button =
			target instanceof Element &&
			target.closest( '.scsp-order__choose, .scsp-order__remove' );
		const line = button && lineOf( button );
		if ( ! line ) {
			return;
		}
		if ( button.matches( '.scsp-order__choose' ) ) {
			void choose( line );
		} else if (
			// eslint-disable-next-line no-alert -- As WooCommerce asks on this screen.
			window.confirm(
				__(
					'Remove the service point from this order? A note will let you put it back.',
					'sendcloud-service-points'
				)
			)
		) {
			void act( line, () => save( line, 'DELETE' ) );
		}
	} );
}
