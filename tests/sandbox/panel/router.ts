/** /panel, its JSON twin and the connection to a shop. */
import { html, json, parseObject, type Reply, type Request } from '../http';
import type { World } from '../world';
import { page } from './page';
import { readIncoming } from './incoming';

function connect( request: Request, world: World ): Reply {
	const {
		url,
		consumer_key: consumerKey,
		consumer_secret: consumerSecret,
	} = parseObject( request.body );
	if (
		typeof url !== 'string' ||
		typeof consumerKey !== 'string' ||
		typeof consumerSecret !== 'string'
	) {
		return json(
			{ error: 'url, consumer_key and consumer_secret are all needed.' },
			400
		);
	}
	world.integration.shop = { url, consumerKey, consumerSecret };
	return json( { connected: url } );
}

export async function answerPanel(
	request: Request,
	world: World
): Promise< Reply | null > {
	const { method, path } = request;
	if ( path === '/_connect' && method === 'POST' ) {
		return connect( request, world );
	}
	if ( path === '/' && method === 'GET' ) {
		return { status: 302, headers: { Location: '/panel' } };
	}
	if ( path === '/panel' && method === 'GET' ) {
		return html( page( await readIncoming( world ) ) );
	}
	if ( path === '/panel/orders.json' && method === 'GET' ) {
		return json( await readIncoming( world ) );
	}
	return null;
}
