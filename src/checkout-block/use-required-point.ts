import { paymentStore, validationStore } from '@woocommerce/block-data';
import {
	checkoutEvents,
	type ValidationAnswer,
} from '@woocommerce/blocks-checkout-events';
import { dispatch, select, useSelect } from '@wordpress/data';
import { useEffect } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

/** WooCommerce goes to its first invalid field by itself, but knows of fields only: our button comes after those. */
function goToButton(): void {
	setTimeout( () => {
		const button = document.querySelector< HTMLElement >(
			'.scsp-package.has-error .scsp-choose'
		);
		if (
			button &&
			! document.querySelector(
				'input:invalid, .has-error input, .has-error select'
			)
		) {
			button.focus( { preventScroll: true } );
			button.scrollIntoView( { block: 'center' } );
		}
	}, 100 );
}

/** Holds the order back while a package's point is missing. Answers the message once the shopper has tried to order. */
export function useRequiredPoint(
	packageId: string,
	isMissing: boolean
): string {
	const id = `sendcloud-service-points-${ packageId }`;

	useEffect( () => {
		if ( ! isMissing ) {
			return;
		}
		const message = __(
			'Please choose a service point for the delivery.',
			'sendcloud-service-points'
		);
		const { setValidationErrors, clearValidationError } =
			dispatch( validationStore );
		setValidationErrors( { [ id ]: { message, hidden: true } } );

		// The error in the store does not hold back wallet buttons; this does.
		const unsubscribe = checkoutEvents.onCheckoutValidation(
			(): ValidationAnswer => {
				goToButton();
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
	}, [ id, isMissing ] );

	return useSelect(
		( from ) => {
			const error = from( validationStore ).getValidationError( id );
			return error && ! error.hidden ? error.message : '';
		},
		[ id ]
	);
}
