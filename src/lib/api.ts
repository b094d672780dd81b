/**
 * The plugin's REST API, as the picker asks it.
 */
import { __ } from '@wordpress/i18n';
import type { SearchAnswer, SearchQuery } from '../types/domain';
import { messageOf, parseSearchAnswer, record, string } from './guards';

/** Codes of docs/data-contract.md that the picker treats in a way of their own. */
export const GEOCODER_UNAVAILABLE =
	'sendcloud_service_points_geocoder_unavailable';

/** Somebody asked the same a moment ago, and the answer is still under way. */
const BUSY = 'sendcloud_service_points_busy';
const ATTEMPTS = 4;
const LONGEST_PAUSE = 10;

/** Why a search failed; the message is for the shopper. */
export class SearchError extends Error {
	constructor(
		readonly code: string,
		message: string,
		/** Seconds. */
		readonly retryAfter = 0
	) {
		super( message );
		this.name = 'SearchError';
	}
}

const unreachable = () =>
	new SearchError(
		'unreachable',
		__(
			'The service points could not be loaded. Check your connection and try again.',
			'sendcloud-service-points'
		)
	);

/** Adds a route to the base of the REST API, in the path or in `?rest_route=`. */
export function restUrl(
	base: string,
	route: string,
	parameters: Record< string, string > = {}
): string {
	const url = new URL( base, window.location.href );
	const plain = url.searchParams.get( 'rest_route' );
	if ( plain === null ) {
		url.pathname = `${ url.pathname.replace( /\/$/, '' ) }/${ route }`;
	} else {
		url.searchParams.set(
			'rest_route',
			`${ plain.replace( /\/$/, '' ) }/${ route }`
		);
	}
	for ( const [ name, value ] of Object.entries( parameters ) ) {
		url.searchParams.set( name, value );
	}
	return url.toString();
}

/** Five decimals are a metre: more would only make the server's cache miss. */
const degrees = ( value: number ) => String( Number( value.toFixed( 5 ) ) );

function placeParameters(
	place: SearchQuery[ 'place' ]
): Record< string, string > {
	if ( 'address' in place ) {
		return { address: place.address };
	}
	const numbers = 'box' in place ? place.box : place.position;
	return Object.fromEntries(
		Object.entries( numbers ).map( ( [ name, value ] ) => [
			name,
			degrees( value ),
		] )
	);
}

export function searchParameters( {
	country,
	rule,
	place,
	shop_types: shopTypes = [],
	limit,
}: SearchQuery ): Record< string, string > {
	const lists = {
		carriers: rule.carriers,
		without_carriers: rule.without_carriers,
		without_shop_types: rule.without_shop_types,
		shop_types: shopTypes,
	};
	return {
		country,
		...placeParameters( place ),
		...Object.fromEntries(
			Object.entries( lists )
				.filter( ( [ , list ] ) => list.length > 0 )
				.map( ( [ name, list ] ) => [ name, list.join( ',' ) ] )
		),
		...( limit && { limit: String( limit ) } ),
	};
}

const seconds = ( response: Response ) =>
	Math.min(
		Number( response.headers.get( 'Retry-After' ) ) || 1,
		LONGEST_PAUSE
	);

/** Rejects as soon as nobody waits any more. */
const pause = ( length: number, signal: AbortSignal ) =>
	new Promise< void >( ( resolve, reject ) => {
		const timer = setTimeout( resolve, length * 1000 );
		signal.addEventListener(
			'abort',
			() => {
				clearTimeout( timer );
				reject( new DOMException( 'Aborted.', 'AbortError' ) );
			},
			{ once: true }
		);
	} );

async function ask(
	url: string,
	signal: AbortSignal,
	isAgain: boolean
): Promise< SearchAnswer > {
	let response: Response;
	let body: unknown;
	try {
		response = await fetch( url, {
			signal,
			headers: { Accept: 'application/json' },
			// The shop remembers for a moment that Sendcloud has failed; somebody who tries again wants it asked.
			...( isAgain && { cache: 'reload' } ),
		} );
		body = await response.json();
	} catch ( error ) {
		// A page of HTML instead of JSON, or no answer at all.
		throw signal.aborted ? error : unreachable();
	}
	if ( ! response.ok ) {
		const code = string( record( body )[ 'code' ] );
		const message = messageOf( body );
		throw code && message
			? new SearchError( code, message, seconds( response ) )
			: unreachable();
	}
	const answer = parseSearchAnswer( body );
	if ( ! answer ) {
		throw unreachable();
	}
	return answer;
}

/**
 * Searches service points, nearest first. Asks again by itself while the shop is busy with this very question.
 *
 * @throws {SearchError} What to tell the shopper.
 * @throws {DOMException} `AbortError`, when the signal was aborted.
 */
export async function searchServicePoints(
	base: string,
	query: SearchQuery,
	signal: AbortSignal,
	isAgain = false
): Promise< SearchAnswer > {
	const url = restUrl( base, 'service-points', searchParameters( query ) );
	for ( let attempt = 1; ; attempt++ ) {
		try {
			return await ask( url, signal, isAgain );
		} catch ( error ) {
			if (
				! ( error instanceof SearchError ) ||
				error.code !== BUSY ||
				attempt === ATTEMPTS
			) {
				throw error;
			}
			await pause( error.retryAfter, signal );
		}
	}
}
