/**
 * The plugin's REST API, as the picker asks it.
 */
import { __ } from '@wordpress/i18n';
import type { SearchAnswer, SearchQuery } from '../types/domain';
import { messageOf, parseSearchAnswer, record, string } from './guards';
import { restUrl, searchParameters } from './search-url';

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
