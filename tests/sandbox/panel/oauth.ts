/** OAuth 1.0a, as WooCommerce's REST API wants it where a shop has no HTTPS: the signature travels in the query. */
import { createHmac, randomBytes } from 'node:crypto';

export interface OAuthKeys {
	consumerKey: string;
	consumerSecret: string;
}

/** RFC 3986, which is stricter than encodeURIComponent. */
function encode( text: string ): string {
	return encodeURIComponent( text ).replace(
		/[!'()*]/g,
		( character ) =>
			`%${ character.charCodeAt( 0 ).toString( 16 ).toUpperCase() }`
	);
}

function toQuery( parameters: Array< [ string, string ] > ): string {
	return parameters
		.map(
			( [ name, value ] ) => `${ encode( name ) }=${ encode( value ) }`
		)
		.join( '&' );
}

export function signedUrl(
	method: string,
	url: string,
	query: Record< string, string >,
	{ consumerKey, consumerSecret }: OAuthKeys,
	now: Date = new Date(),
	nonce: string = randomBytes( 16 ).toString( 'hex' )
): string {
	const parameters = Object.entries( {
		...query,
		oauth_consumer_key: consumerKey,
		oauth_nonce: nonce,
		oauth_signature_method: 'HMAC-SHA256',
		oauth_timestamp: String( Math.floor( now.getTime() / 1000 ) ),
	} ).sort( ( [ a ], [ b ] ) => ( a < b ? -1 : 1 ) );
	const base = [ method, url, toQuery( parameters ) ]
		.map( encode )
		.join( '&' );
	const signature = createHmac( 'sha256', `${ consumerSecret }&` )
		.update( base )
		.digest( 'base64' );
	return `${ url }?${ toQuery( [ ...parameters, [ 'oauth_signature', signature ] ] ) }`;
}
