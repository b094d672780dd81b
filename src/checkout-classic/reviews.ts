/**
 * WooCommerce's requests for the review table.
 */
import jQuery from 'jquery';
import { createUnderWay } from '../lib/under-way';

const REVIEW = /wc-ajax=update_order_review/;

export const reviews = createUnderWay();

jQuery( document ).on( 'ajaxSend', ( _event, request, { url } ) => {
	if ( REVIEW.test( url ) ) {
		reviews.add( request );
	}
} );
