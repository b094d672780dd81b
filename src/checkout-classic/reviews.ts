/**
 * WooCommerce's requests for the review table. Each reads the whole session when it begins and writes it when it ends: a point saved
 * in between would be undone.
 */
import jQuery from 'jquery';

const REVIEW = /wc-ajax=update_order_review/;

let reviews: Promise< unknown > = Promise.resolve();

jQuery( document ).on( 'ajaxSend', ( _event, request, { url } ) => {
	if ( REVIEW.test( url ) ) {
		reviews = Promise.allSettled( [ reviews, request ] );
	}
} );

/** Once every request that has begun is answered, well or not. */
export const whenReviewed = () => reviews;
