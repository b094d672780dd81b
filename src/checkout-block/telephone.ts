/**
 * WooCommerce's own field for the telephone, which a point's carrier may need.
 */
import { cartStore } from '@woocommerce/block-data';
import type { SelectFunction } from '@wordpress/data';
import { isTelephone } from '../lib/telephone';

export function hasTelephone( from: SelectFunction ): boolean {
	const { shippingAddress, billingAddress } =
		from( cartStore ).getCustomerData();
	return [ shippingAddress, billingAddress ].some( ( { phone } ) =>
		isTelephone( phone ?? '' )
	);
}

/** Milliseconds until WooCommerce has unfolded an address and gone to its first field. */
const UNFOLDING = 400;

/** Where both addresses are asked for, the one the parcel goes by. A known address is folded up. */
export function goToTelephone(): void {
	const field = document.querySelector< HTMLInputElement >(
		'#shipping-phone, #billing-phone'
	);
	const edit = field
		?.closest( '.wc-block-components-address-address-wrapper' )
		?.querySelector< HTMLElement >( '[aria-expanded="false"]' );
	edit?.click();
	setTimeout(
		() => {
			field?.focus( { preventScroll: true } );
			field?.scrollIntoView( { block: 'center' } );
		},
		edit ? UNFOLDING : 0
	);
}
