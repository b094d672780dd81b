/**
 * Measures the search for service points against an empty REST route, and what one answer takes in the cache.
 */
import type { Shop } from '../../shop/assemble';
import { say } from '../../setup/shell';
import type { Cost } from '../visitor';
import { Visitor } from '../visitor';
import { difference, inTurns, type Visits } from './visits';

const EMPTY = '/wp-json/bench/v1/empty';
const SEARCH =
	'/wp-json/sendcloud-service-points/v1/service-points?country=FR&address=Paris&limit=50';
const OURS = { 'X-Bench-Plugin': 'ours' };

export interface Kept {
	entries: number;
	bytes: number;
}

export interface Search extends Visits {
	/** Of one answer. */
	kept: Kept;
}

export const forget = ( shop: Shop ): Promise< string > =>
	new Visitor( shop ).get( '/?bench=forget', OURS );

async function etag( shop: Shop ): Promise< string > {
	const response = await fetch( shop.url + SEARCH, { headers: OURS } );
	const text = await response.text();
	const { service_points: points = [] } = JSON.parse( text ) as {
		service_points?: unknown[];
	};
	if ( points.length !== 50 ) {
		throw new Error(
			`The search finds ${ points.length } points: ${ text.slice( 0, 500 ) }`
		);
	}
	return response.headers.get( 'ETag' ) ?? '';
}

export async function measureSearch(
	shop: Shop,
	rounds: number
): Promise< Search > {
	const visitor = new Visitor( shop );
	await forget( shop );
	const known = { 'If-None-Match': await etag( shop ) };
	const kept = JSON.parse(
		await visitor.get( '/?bench=kept', OURS )
	) as Kept;
	const search = ( headers = {}, expected = '"service_points"' ) =>
		visitor.measure( SEARCH, expected, { ...OURS, ...headers } );
	const empty = ( headers = {} ) =>
		visitor.measure( EMPTY, '{}', { ...OURS, ...headers } );
	const costs = await inTurns(
		new Map< string, ( headers?: object ) => Promise< Cost > >( [
			[ 'empty', empty ],
			[ 'warm', search ],
			[ '304', () => search( known, '' ) ],
		] ),
		rounds
	);
	const cold = await inTurns(
		new Map< string, () => Promise< Cost > >( [
			[ 'empty', empty ],
			[
				'cold',
				async () => {
					await forget( shop );
					return search();
				},
			],
		] ),
		Math.ceil( rounds / 2 )
	);
	const queries = { 'X-Bench-Queries': '1' };
	await search();
	const added = difference( await empty( queries ), await search( queries ) );
	say( '  GET /service-points' );
	return {
		id: 'search',
		title: 'GET /service-points',
		costs: {
			...costs,
			coldBaseline: cold[ 'empty' ],
			cold: cold[ 'cold' ],
		},
		hooks: 0,
		added,
		kept,
	};
}
