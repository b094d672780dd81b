import jQuery from 'jquery';
import { findPlaceholders, type Placeholder } from './placeholder';
import { refuseTelephone } from './telephone';

/** A notice about the number that a point's carrier needs; on its own, WooCommerce goes to none of its fields. */
const TELEPHONE = '[data-id="billing_phone"]';

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
	error.id = `scsp-error-${ placeholder.id }`;
	error.className = 'scsp-error';
	error.setAttribute( 'role', 'alert' );
	error.textContent = message;
	element.classList.add( 'has-error' );
	element.append( error );
	button.setAttribute( 'aria-describedby', error.id );
}

/** Puts the server's words beside the buttons they are about, and goes to the first place when the order lacks nothing else. */
function onRefusedOrder(): void {
	const group = '.woocommerce-NoticeGroup-checkout';
	const refused = findPlaceholders().filter( ( placeholder ) => {
		const notice = document.querySelector(
			`${ group } [data-id="${ placeholder.button.id }"]`
		);
		if ( notice ) {
			showError( placeholder, notice.textContent.trim() );
		}
		return notice !== null;
	} );
	const places = refused.map( ( { button } ) => button );
	const telephone = document.querySelector( `${ group } ${ TELEPHONE }` );
	if ( telephone ) {
		places.push( ...refuseTelephone( telephone.textContent.trim() ) );
	}
	const [ first ] = places;

	// One notice is a banner, several are a list.
	if (
		first &&
		document.querySelectorAll( `${ group } li` ).length <= places.length
	) {
		// WooCommerce is scrolling to the top of the page.
		jQuery( 'html, body' ).stop();
		first.focus( { preventScroll: true } );
		first.scrollIntoView( { block: 'center' } );
	}
}

export const watchErrors = (): void =>
	jQuery( document.body ).on( 'checkout_error', onRefusedOrder );
