import { paymentStore, validationStore } from '@woocommerce/block-data';
import {
	checkoutEvents,
	type ValidationAnswer,
} from '@woocommerce/blocks-checkout-events';
import { dispatch, select, useSelect } from '@wordpress/data';
import { useEffect } from '@wordpress/element';

/** What an order needs and WooCommerce knows nothing of. */
interface Requirement {
	id: string;
	message: string;
	isMissing: boolean;
	/** To where it is given. */
	goThere: () => void;
}

/** WooCommerce goes to its first invalid field by itself, but knows of fields only: what is ours comes after those. */
function afterFields( goThere: () => void ): void {
	setTimeout( () => {
		if (
			! document.querySelector(
				'input:invalid, .has-error input, .has-error select'
			)
		) {
			goThere();
		}
	}, 100 );
}

/** Holds the order back while it is missing. Answers the message once the shopper has tried to order. */
export function useRequirement( {
	id,
	message,
	isMissing,
	goThere,
}: Requirement ): string {
	useEffect( () => {
		if ( ! isMissing ) {
			return;
		}
		const { setValidationErrors, clearValidationError } =
			dispatch( validationStore );
		setValidationErrors( { [ id ]: { message, hidden: true } } );

		// The error in the store does not hold back wallet buttons; this does.
		const unsubscribe = checkoutEvents.onCheckoutValidation(
			(): ValidationAnswer => {
				afterFields( goThere );
				return {
					type: 'error',
					validationErrors: { [ id ]: { message, hidden: false } },
					...( select(
						paymentStore
					).isExpressPaymentMethodActive() && {
						errorMessage: message,
						context: 'wc/checkout/shipping-methods',
					} ),
				};
			}
		);
		return () => {
			unsubscribe();
			clearValidationError( id );
		};
	}, [ id, message, isMissing, goThere ] );

	return useSelect(
		( from ) => {
			const error = from( validationStore ).getValidationError( id );
			return error && ! error.hidden ? error.message : '';
		},
		[ id ]
	);
}
