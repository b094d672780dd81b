import { findPlaceholders, type Placeholder } from './placeholder';

const errorId = ( { packageId }: Placeholder ) => `scsp-error-${ packageId }`;

export function clearError( { element, button }: Placeholder ): void {
	element.classList.remove( 'has-error' );
	element.querySelector( '.scsp-error' )?.remove();
	button?.removeAttribute( 'aria-describedby' );
}

export function showError( placeholder: Placeholder, message: string ): void {
	clearError( placeholder );
	const { element, button } = placeholder;
	const error = document.createElement( 'p' );
	error.id = errorId( placeholder );
	error.className = 'scsp-error';
	error.setAttribute( 'role', 'alert' );
	error.textContent = message;
	element.classList.add( 'has-error' );
	element.append( error );
	button?.setAttribute( 'aria-describedby', error.id );
}

/** Puts the server's word beside the button, and goes there when the order lacks nothing else. */
function onRefusedOrder(): void {
	const notices = document.querySelector(
		'.woocommerce-NoticeGroup-checkout'
	);
	const ours = notices?.querySelector(
		'[data-id^="sendcloud_service_point"]'
	);
	const placeholders = findPlaceholders();
	// A point that was chosen may be refused too, e.g. because it has closed.
	const refused =
		placeholders.find( ( { selection } ) => selection === null ) ??
		placeholders[ 0 ];
	if ( ! notices || ! ours || ! refused ) {
		return;
	}
	showError( refused, ours.textContent.trim() );

	// One notice is a banner, several are a list.
	if ( notices.querySelectorAll( 'li' ).length <= 1 ) {
		// WooCommerce is on its way to the top of the page.
		window.jQuery( 'html, body' ).stop();
		refused.button?.focus( { preventScroll: true } );
		refused.button?.scrollIntoView( { block: 'center' } );
	}
}

export const watchErrors = (): void =>
	window.jQuery( document.body ).on( 'checkout_error', onRefusedOrder );
