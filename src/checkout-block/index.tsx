import { registerCheckoutBlock } from '@woocommerce/blocks-checkout';
import metadata from './block.json';
import { CheckoutServicePoints } from './checkout-service-points';
import './style.scss';

registerCheckoutBlock( { metadata, component: CheckoutServicePoints } );
