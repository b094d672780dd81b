/**
 * The shop's REST API as the merchant asks it. WordPress knows its root, adds the nonce and renews it when it has grown old.
 */
import apiFetch from '@wordpress/api-fetch';
import { messageOf, record } from '../lib/guards';
import { refusal } from '../lib/refusal';

interface Question {
	/** In our namespace; or the whole address, as PHP printed it. */
	to: { route: string } | { url: string };
	method?: 'GET' | 'POST' | 'DELETE';
	data?: Record< string, unknown >;
}

/** What WordPress says when no server of ours has spoken: nothing a merchant could act on. */
const SILENCE = [ 'fetch_error', 'invalid_json' ];

/** Rejects with the shop's message, or with an empty one where it has none. */
export async function ask( {
	to,
	method = 'GET',
	data,
}: Question ): Promise< unknown > {
	try {
		return await apiFetch< unknown >( {
			...( 'url' in to
				? to
				: { path: `/sendcloud-service-points/v1/${ to.route }` } ),
			method,
			...( data && { data } ),
		} );
	} catch ( error ) {
		const { code } = record( error );
		const isSilent = SILENCE.includes( String( code ) );
		throw refusal( isSilent ? '' : messageOf( error ), code );
	}
}
