/**
 * Marks WooCommerce's own field for the telephone as required while a chosen point needs the number, as WooCommerce marks a field that a
 * country requires: it then says itself that it is empty. The server refuses the order in any case.
 */
const MARK = 'scsp-required';
const ERROR = 'scsp-error-telephone';

/** Says why at the field itself, which it answers: where there is one notice only, WooCommerce has it at the top of the page alone. */
export function refuseTelephone( message: string ): HTMLElement[] {
	const field = document.getElementById( 'billing_phone' );
	if ( ! field || ! isNeeded() ) {
		return [];
	}
	document.getElementById( ERROR )?.remove();
	const error = document.createElement( 'p' );
	error.id = ERROR;
	error.className = 'scsp-error';
	error.textContent = message;
	field.after( error );
	field.setAttribute( 'aria-describedby', ERROR );
	field.addEventListener( 'input', () => error.remove(), { once: true } );
	return [ field ];
}

const isNeeded = () => document.querySelector( '.scsp-telephone' ) !== null;

export function markTelephone(): void {
	const row = document.getElementById( 'billing_phone_field' );
	const label = row?.querySelector( 'label' );
	if ( ! row || ! label ) {
		return;
	}
	const needed = isNeeded();
	const mark = label.querySelector( `.${ MARK }` );
	// Required by the shop: nothing to do, and nothing to undo.
	if ( ! mark && ( ! needed || label.querySelector( '.required' ) ) ) {
		return;
	}
	const optional = label.querySelector< HTMLElement >( '.optional' );
	if ( optional ) {
		optional.hidden = needed;
	}
	row.classList.toggle( 'validate-required', needed );
	row.querySelector( 'input' )?.setAttribute(
		'aria-required',
		String( needed )
	);
	if ( needed && ! mark ) {
		const star = document.createElement( 'span' );
		star.className = `required ${ MARK }`;
		star.ariaHidden = 'true';
		star.textContent = '*';
		label.append( '\u00a0', star );
	} else if ( ! needed ) {
		mark?.remove();
		row.classList.remove(
			'woocommerce-invalid',
			'woocommerce-invalid-required-field'
		);
	}
}
