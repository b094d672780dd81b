import { findPlaceholders, type Placeholder } from './placeholder';
import { getSettings } from './settings';

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

/** Whether WooCommerce's notices speak of nothing but missing points; one alone is a banner, several are a list. */
function isOnlyError(): boolean {
	const notices = document.querySelector(
		'.woocommerce-NoticeGroup-checkout'
	);
	const count = ( selector: string ) =>
		notices?.querySelectorAll( selector ).length ?? 0;
	return (
		count( '[data-id^="sendcloud_service_point"]' ) ===
		Math.max( 1, count( 'li' ) )
	);
}

/** After a refused order: says at the button what is missing, and goes there when nothing else is. */
export function watchErrors(): void {
	const body = window.jQuery( document.body );
	body.on( 'checkout_error', () => {
		const missing = findPlaceholders().filter(
			( { selection } ) => selection === null
		);
		missing.forEach( ( placeholder ) =>
			showError( placeholder, getSettings().messages.required )
		);
		const first = missing[ 0 ]?.button;
		if ( first && isOnlyError() ) {
			// WooCommerce is on its way to the top of the page.
			window.jQuery( 'html, body' ).stop();
			first.focus( { preventScroll: true } );
			first.scrollIntoView( { block: 'center' } );
		}
	} );
}
