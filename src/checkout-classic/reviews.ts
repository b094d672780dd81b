/**
 * WooCommerce's requests for the review table. Each reads the whole session when it begins and writes it when it ends: a point saved
 * in between would be undone.
 */
import jQuery from 'jquery';

const REVIEW = /wc-ajax=update_order_review/;

let reviews = Promise.resolve();

jQuery( document ).on( 'ajaxSend', ( _event, request, { url } ) => {
	if ( REVIEW.test( url ) ) {
		// Without the answers, which would be kept as long as the page.
		reviews = Promise.allSettled( [ reviews, request ] ).then( () => {} );
	}
} );

/** Once every request that has begun is answered, well or not. */
export const whenReviewed = () => reviews;
