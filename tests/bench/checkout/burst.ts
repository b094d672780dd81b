/**
 * Five hundred visitors ask about one place at once, and nothing is known of it.
 */
import type { Shop } from '../../shop/assemble';
import { say } from '../../setup/shell';
import { forget } from './search';

export const VISITORS = 500;

/** Seconds until Sendcloud answers; null where it fails. */
const ANSWERS = [ 0.2, 2, 4, 8, null ];

const SEARCH =
	'/wp-json/sendcloud-service-points/v1/service-points?country=FR&address=75011+Paris';

export interface Burst {
	title: string;
	/** That reached Sendcloud. */
	questions: number;
	statuses: Record< string, number >;
	/** Seconds of the longest request, with its time in the queue for one of the workers. */
	longest: number;
	/** Seconds that the longest request held its worker. */
	held: number;
}

async function setFault( sandbox: string, fault: object ): Promise< void > {
	await fetch( `${ sandbox }/_faults`, {
		method: 'POST',
		body: JSON.stringify( { ...fault, path: '/service-points' } ),
	} );
}

async function clear( sandbox: string ): Promise< void > {
	await fetch( `${ sandbox }/_faults`, { method: 'DELETE' } );
	await fetch( `${ sandbox }/_requests`, { method: 'DELETE' } );
}

async function countQuestions( sandbox: string ): Promise< number > {
	const response = await fetch( `${ sandbox }/_requests` );
	const { requests } = ( await response.json() ) as {
		requests: Array< { path: string } >;
	};
	return requests.filter( ( { path } ) => path.includes( '/service-points' ) )
		.length;
}

/** Each visitor has an address of its own: the limit of one visitor is not what is measured. */
async function ask(
	shop: Shop,
	visitor: number
): Promise< { status: number; held: number; seconds: number } > {
	const start = performance.now();
	const response = await fetch( shop.url + SEARCH, {
		headers: {
			'X-Bench-Plugin': 'ours',
			'X-Bench-Burst': '1',
			'X-Bench-Visitor': `203.0.${ 113 + Math.floor( visitor / 250 ) }.${ 1 + ( visitor % 250 ) }`,
		},
	} );
	await response.arrayBuffer();
	return {
		status: response.status,
		held: Number( response.headers.get( 'X-Bench-Held' ) ),
		seconds: ( performance.now() - start ) / 1000,
	};
}

const titleOf = ( seconds: number | null ): string =>
	seconds === null
		? 'Sendcloud fails (500)'
		: `Sendcloud answers after ${ seconds } s`;

async function burst( shop: Shop, seconds: number | null ): Promise< Burst > {
	await clear( shop.sandbox );
	await forget( shop );
	await setFault(
		shop.sandbox,
		seconds === null
			? { fault: 'server_error' }
			: { fault: 'slow', ms: seconds * 1000 }
	);
	const answers = await Promise.all(
		Array.from( { length: VISITORS }, ( _, visitor ) =>
			ask( shop, visitor )
		)
	);
	const questions = await countQuestions( shop.sandbox );
	await clear( shop.sandbox );
	await forget( shop );
	const statuses: Record< string, number > = {};
	for ( const { status } of answers ) {
		statuses[ status ] = ( statuses[ status ] ?? 0 ) + 1;
	}
	const title = titleOf( seconds );
	say( `  ${ VISITORS } at once: ${ title }` );
	return {
		title,
		questions,
		statuses,
		longest: Math.max( ...answers.map( ( answer ) => answer.seconds ) ),
		held: Math.max( ...answers.map( ( { held } ) => held ) ),
	};
}

export async function measureBursts(
	shop: Shop,
	wants: ( title: string ) => boolean
): Promise< Burst[] > {
	const bursts: Burst[] = [];
	for ( const seconds of ANSWERS ) {
		if ( wants( titleOf( seconds ) ) ) {
			bursts.push( await burst( shop, seconds ) );
		}
	}
	return bursts;
}
