/**
 * The page's own requests to the Store API that change the cart. WooCommerce lets them overlap.
 */
import apiFetch from '@wordpress/api-fetch';
import { createUnderWay } from '../lib/under-way';

const STORE_API = /(^|\/)wc\/store\//;

export const cartWrites = createUnderWay();

apiFetch.use( ( options, next ) => {
	const { path = '', url = '', method = 'GET' } = options;
	const answer = next( options );
	if ( method !== 'GET' && STORE_API.test( path || url ) ) {
		cartWrites.add( answer );
	}
	return answer;
} );
