/**
 * The page's own requests to the Store API. WooCommerce lets them overlap, and each reads the whole session when it begins and
 * writes it when it ends: of two at a time, the slower one undoes what the other has saved.
 */
import apiFetch from '@wordpress/api-fetch';

const STORE_API = /(^|\/)wc\/store\//;

const waiting = new Set< () => void >();
let underWay = 0;

apiFetch.use( async ( options, next ) => {
	const { path = '', url = '', method = 'GET' } = options;
	if ( method === 'GET' || ! STORE_API.test( path || url ) ) {
		return next( options );
	}
	underWay++;
	try {
		return await next( options );
	} finally {
		underWay--;
		// Who waits for the end wants what WooCommerce makes of the answer, which it does next.
		setTimeout( () => waiting.forEach( ( listener ) => listener() ) );
	}
} );

export const isCartBeingWritten = () => underWay > 0;

export function onCartWritten( listener: () => void ): () => void {
	waiting.add( listener );
	return () => waiting.delete( listener );
}
