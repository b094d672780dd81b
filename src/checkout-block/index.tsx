import { registerCheckoutBlock } from '@woocommerce/blocks-checkout';
import metadata from './block.json';
import { CheckoutServicePoints } from './checkout-service-points';
import './style.scss';

registerCheckoutBlock( {
	// What WooCommerce reads of it on a page; the rest is for the editor.
	metadata: {
		name: metadata.name,
		parent: metadata.parent,
		attributes: metadata.attributes,
	},
	component: CheckoutServicePoints,
} );
