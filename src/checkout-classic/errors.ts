import jQuery from 'jquery';
import { findPlaceholders, type Placeholder } from './placeholder';

const errorId = ( { packageId }: Placeholder ) => `scsp-error-${ packageId }`;

export function clearError( { element, button }: Placeholder ): void {
	const error = element.querySelector( '.scsp-error' );
	if ( error ) {
		error.remove();
		element.classList.remove( 'has-error' );
		button.removeAttribute( 'aria-describedby' );
	}
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
	button.setAttribute( 'aria-describedby', error.id );
}

/** Puts the server's word beside the button it is about, and goes there when the order lacks nothing else. */
function onRefusedOrder(): void {
	const group = '.woocommerce-NoticeGroup-checkout';
	const notice = document.querySelector< HTMLElement >(
		`${ group } [data-id^="sendcloud_service_point_"]`
	);
	const placeholder = findPlaceholders().find(
		( { button: { id } } ) => id === notice?.dataset[ 'id' ]
	);
	if ( ! notice || ! placeholder ) {
		return;
	}
	showError( placeholder, notice.textContent.trim() );

	// One notice is a banner, several are a list.
	if ( document.querySelectorAll( `${ group } li` ).length <= 1 ) {
		const { button } = placeholder;
		// WooCommerce is on its way to the top of the page.
		jQuery( 'html, body' ).stop();
		button.focus( { preventScroll: true } );
		button.scrollIntoView( { block: 'center' } );
	}
}

export const watchErrors = (): void =>
	jQuery( document.body ).on( 'checkout_error', onRefusedOrder );
