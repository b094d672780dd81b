/** The stand-in for Sendcloud: starts it, and sends each request where it belongs. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findDocuments } from './contract/documents';
import { answerApi, CUT } from './api/router';
import { json, read, write, type Reply, type Request } from './http';
import type { ShopKeys } from './integration';
import { answerMap } from './map/router';
import { listOddities } from './oddities';
import { answerPanel } from './panel/router';
import { World } from './world';

export { POINT } from './data/fixed-points';
export { PUBLIC_KEY, SECRET_KEY } from './world';

export interface SandboxOptions {
	/** Without it, any free one. */
	port?: number;
	host?: string;
	/** The shop whose orders the panel shows. */
	shop?: ShopKeys;
	/** Fixed in tests that look at opening times. */
	now?: () => Date;
	/** Judge all that passes by Sendcloud's own documents, where they are at hand. */
	contract?: boolean;
}

export interface Sandbox {
	url: string;
	close: () => Promise< void >;
}

function control( request: Request, world: World ): Reply | null {
	const { method, path } = request;
	if ( path === '/_faults' ) {
		if ( method === 'POST' ) {
			const problem = world.faults.add( request.body );
			if ( problem ) {
				return json( { error: problem }, 400 );
			}
		} else if ( method === 'DELETE' ) {
			world.faults.clear();
		}
		return json( { faults: world.faults.list() } );
	}
	if ( path === '/_requests' ) {
		if ( method === 'DELETE' ) {
			world.requests.clear();
		}
		return json( { requests: world.requests.list() } );
	}
	if ( path === '/_contract' ) {
		const { contract } = world;
		return json( {
			is_judged: contract !== null,
			judged: Object.fromEntries( contract?.judged ?? [] ),
			deviations: [ ...( contract?.met ?? [] ) ].map(
				( { reason } ) => reason
			),
			violations: contract?.violations() ?? [],
		} );
	}
	const oddity = /^\/_oddities(?:\/([a-z-]+))?$/.exec( path );
	return oddity && listOddities( oddity[ 1 ], request.query, world.points );
}

/** Its validator is large: loaded only for those who want it. */
async function loadContract(): Promise< World[ 'contract' ] > {
	const documents = findDocuments();
	if ( documents.length === 0 ) {
		return null;
	}
	const { Contract } = await import( './contract/contract' );
	return new Contract( documents );
}

async function dispatch(
	request: Request,
	world: World
): Promise< Reply | typeof CUT > {
	if (
		/^\/(api\/v[23](\/|$)|oauth2\/token$|global-media\/)/.test(
			request.path
		)
	) {
		return answerApi( request, world );
	}
	return (
		control( request, world ) ??
		answerMap( request ) ??
		( await answerPanel( request, world ) ) ?? {
			status: 404,
			body: 'Not found',
		}
	);
}

/** An answer that stops short: the headers promise more than ever comes. */
function cut( response: ServerResponse ): void {
	response.writeHead( 200, {
		'Content-Type': 'application/json',
		'Content-Length': '5000',
	} );
	response.write( '{"data":{"results":[{"id":100', () => response.destroy() );
}

export async function startSandbox(
	options: SandboxOptions = {}
): Promise< Sandbox > {
	const { port = 0, host = '127.0.0.1', shop, now, contract } = options;
	const world = new World( now );
	world.contract = contract ? await loadContract() : null;
	world.integration.shop = shop ?? null;

	const server = createServer( ( message, response ) => {
		read( message )
			.then( ( request ) => dispatch( request, world ) )
			.then( ( reply ) => {
				if ( reply === CUT ) {
					cut( response );
				} else {
					write( response, reply, message.method ?? 'GET' );
				}
			} )
			.catch( ( error: unknown ) => {
				console.error( error );
				write(
					response,
					{ status: 500, body: 'The sandbox itself failed.' },
					'GET'
				);
			} );
	} );

	await new Promise< void >( ( resolve, reject ) => {
		server.once( 'error', reject );
		server.listen( port, host, resolve );
	} );
	const address = server.address() as AddressInfo;

	return {
		url: `http://${ host }:${ address.port }`,
		close: () =>
			new Promise( ( resolve ) => {
				server.close( () => resolve() );
				server.closeAllConnections();
			} ),
	};
}
