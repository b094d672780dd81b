/** OAuth 2.0, client credentials: the keys get a token, as the documents' `OAuth2ClientCreds` has it. */
import { TOKEN_LIFETIME } from '../data/tokens';
import { json, type Reply, type Request } from '../http';
import { PUBLIC_KEY, SECRET_KEY, type World } from '../world';

export function hasKeys( request: Request ): boolean {
	const keys = Buffer.from( `${ PUBLIC_KEY }:${ SECRET_KEY }` );
	return (
		request.headers.authorization === `Basic ${ keys.toString( 'base64' ) }`
	);
}

/** In the words of RFC 6749: Sendcloud documents none of its own. */
export function answerToken( request: Request, world: World ): Reply {
	const form = new URLSearchParams( request.body );
	if ( ! hasKeys( request ) ) {
		return json( { error: 'invalid_client' }, 401 );
	}
	if ( form.get( 'grant_type' ) !== 'client_credentials' ) {
		return json( { error: 'unsupported_grant_type' }, 400 );
	}
	if ( ( form.get( 'scope' ) ?? 'api' ) !== 'api' ) {
		return json( { error: 'invalid_scope' }, 400 );
	}
	return json( {
		access_token: world.tokens.issue( world.now() ),
		expires_in: TOKEN_LIFETIME,
		token_type: 'Bearer',
		scope: 'api',
	} );
}
