/**
 * The page's own requests to the Store API. WooCommerce lets them overlap, and each reads the whole session when it begins and
 * writes it when it ends: of two at a time, the slower one undoes what the other has saved.
 */
import apiFetch from '@wordpress/api-fetch';

const STORE_API = /(^|\/)wc\/store\//;

let writes = Promise.resolve();

apiFetch.use( ( options, next ) => {
	const { path = '', url = '', method = 'GET' } = options;
	const answer = next( options );
	if ( method !== 'GET' && STORE_API.test( path || url ) ) {
		// Without the answers, which would be kept as long as the page.
		writes = Promise.allSettled( [ writes, answer ] ).then( () => {} );
	}
	return answer;
} );

/** Once every request that has begun is answered, well or not. */
export const whenWritten = () => writes;
