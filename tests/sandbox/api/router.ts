/** Everything under /api: the request is logged, faults come first, then the keys, then the answer. */
import { isHostile, type Fault, type FaultName } from '../faults';
import { json, type Reply, type Request } from '../http';
import { PUBLIC_KEY, type World } from '../world';
import { answerIntegrations } from './integrations';
import { answerMedia } from './media';
import { answerToken, hasKeys } from './oauth';
import { Refusal } from './refusal';
import { availabilityV2, listV2, showV2, V2 } from './v2-service-points';
import { V3 } from './v3-errors';
import { answerOrders } from './v3-orders';
import { availabilityV3, listV3, showV3 } from './v3-service-points';

/** Tells the server to drop the connection in the middle of the answer. */
export const CUT = Symbol( 'cut' );

const POINT = /^\/service-points\/(\d+)$/;
const AVAILABILITY = /^\/service-points\/(\d+)\/check-availability$/;

const NOT_THE_API =
	'<!doctype html><html lang="en"><title>Not here</title><p>Nothing of the API is to be seen here.</p></html>';

function wait( ms: number ): Promise< void > {
	return new Promise( ( resolve ) => setTimeout( resolve, ms ) );
}

function page( status: number ): Reply {
	return {
		status,
		body: NOT_THE_API,
		headers: { 'Content-Type': 'text/html; charset=utf-8' },
	};
}

function isAuthorized(
	request: Request,
	isV2: boolean,
	world: World
): boolean {
	return (
		hasKeys( request ) ||
		world.tokens.accept( request.headers.authorization, world.now() ) ||
		( isV2 && request.query.get( 'access_token' ) === PUBLIC_KEY )
	);
}

/** The country a request is about: in the query, or that of the point it names. */
function countryOf( request: Request, world: World ): string | null {
	const id = /\/service-points\/(\d+)/.exec( request.path )?.[ 1 ];
	return (
		request.query.get( 'country_code' ) ??
		request.query.get( 'country' ) ??
		( id ? ( world.points.find( Number( id ) )?.country ?? null ) : null )
	);
}

function faultReply(
	fault: Fault,
	isV2: boolean,
	path: string
): Reply | typeof CUT | null {
	const wording = isV2 ? V2 : V3;
	const replies: Partial< Record< FaultName, () => Reply | typeof CUT > > = {
		unauthorized: () => wording.unauthorized( path ),
		oauth_only: () => wording.unauthorized( path ),
		token_revoked: () => wording.unauthorized( path ),
		not_enabled: () => wording.notEnabled( path ),
		not_found: () => wording.notFound( path ),
		// The body of a 429 is empty.
		rate_limited: () => ( {
			status: 429,
			...( fault.retry_after === undefined
				? {}
				: { headers: { 'Retry-After': String( fault.retry_after ) } } ),
		} ),
		server_error: () => wording.serverError( path ),
		geocoder_down: () => wording.geocoderDown( path ),
		cut: () => CUT,
		html: () => page( 200 ),
		v3_missing: () => page( 404 ),
	};
	return replies[ fault.fault ]?.() ?? null;
}

function route(
	request: Request,
	world: World,
	isV2: boolean,
	active: Set< FaultName >
): Reply {
	const isOff = active.has( 'integration_off' );
	const wording = isV2 ? V2 : V3;
	const path = request.path.replace( /^\/api\/v[23]/, '' );
	const isGet = request.method === 'GET';

	if ( isGet && path.startsWith( '/integrations' ) ) {
		return answerIntegrations(
			isV2 ? 'v2' : 'v3',
			path.slice( '/integrations'.length ),
			world,
			isOff,
			wording
		);
	}
	if ( ! isV2 && /^\/orders(\/|$)/.test( path ) ) {
		return (
			answerOrders( request, path.slice( '/orders'.length ), world ) ??
			wording.noSuchRoute( request.path )
		);
	}
	if ( isOff ) {
		return wording.notEnabled( request.path );
	}
	if ( isGet && isV2 && path === '/carriers' ) {
		return json( world.integration.carriers );
	}
	if ( isGet && path === '/service-points' ) {
		return isV2
			? listV2( request, world )
			: listV3( request, world, active.has( 'one_network' ) );
	}
	const id = isGet ? POINT.exec( path )?.[ 1 ] : undefined;
	if ( id ) {
		return isV2
			? showV2( request, id, world )
			: showV3( request, id, world );
	}
	const asked = AVAILABILITY.exec( path )?.[ 1 ];
	if ( asked && active.has( 'full' ) ) {
		return json( isV2 ? false : { data: { is_available: false } } );
	}
	if ( asked && request.method === ( isV2 ? 'GET' : 'POST' ) ) {
		return isV2
			? availabilityV2( request, asked, world )
			: availabilityV3( asked, world );
	}
	return wording.noSuchRoute( request.path );
}

async function answer(
	request: Request,
	world: World,
	faults: Fault[]
): Promise< Reply | typeof CUT > {
	const isV2 = request.path.startsWith( '/api/v2' );
	for ( const fault of faults ) {
		if ( fault.fault === 'slow' ) {
			await wait( fault.ms ?? 10_000 );
		}
		const reply = faultReply( fault, isV2, request.path );
		if ( reply ) {
			return reply;
		}
	}
	if ( request.path === '/oauth2/token' && request.method === 'POST' ) {
		return answerToken( request, world );
	}
	const picture = answerMedia( request, faults );
	if ( picture ) {
		return picture;
	}
	if ( ! isAuthorized( request, isV2, world ) ) {
		return ( isV2 ? V2 : V3 ).unauthorized( request.path );
	}
	try {
		const active = new Set( faults.map( ( { fault } ) => fault ) );
		const reply = route( request, world, isV2, active );
		return active.has( 'lost_answer' ) ? CUT : reply;
	} catch ( error ) {
		if ( error instanceof Refusal ) {
			return error.reply;
		}
		throw error;
	}
}

export async function answerApi(
	request: Request,
	world: World
): Promise< Reply | typeof CUT > {
	const entry = world.requests.add( request, world.now() );
	const faults = world.faults.take( request, countryOf( request, world ) );
	const reply = await answer( request, world, faults );
	world.contract?.judge(
		request,
		reply === CUT || faults.some( isHostile ) ? null : reply
	);
	entry.status = reply === CUT ? null : reply.status;
	return reply;
}
