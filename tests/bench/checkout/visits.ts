/**
 * Measures the pages: the variants in turns, each round beginning with another one.
 */
import type { Shop } from '../../shop/assemble';
import { say } from '../../setup/shell';
import { of } from '../figures';
import type { Cost } from '../visitor';
import {
	type Catalogue,
	type Page,
	shopper,
	type Variant,
	VARIANTS,
} from './pages';

const WARM_UP = 4;
const TIMED = 7;

type Visit = ( headers?: Record< string, string > ) => Promise< Cost >;

export interface Visits {
	id: string;
	title: string;
	costs: Partial< Record< string, Cost[] > >;
	/** Milliseconds in our callbacks. */
	hooks: number;
	/** Queries that we cause, each with the callers WordPress names. */
	added: string[];
}

/** A, B, C, then B, C, A: whoever follows a heavy request pays for it, and so everybody has to. */
export async function inTurns(
	visits: Map< string, Visit >,
	rounds: number
): Promise< Visits[ 'costs' ] > {
	const names = [ ...visits.keys() ];
	const costs = Object.fromEntries(
		names.map( ( name ) => [ name, [] as Cost[] ] )
	);
	for ( let round = -WARM_UP; round < rounds; round++ ) {
		for ( let turn = 0; turn < names.length; turn++ ) {
			const name =
				names[ ( round + WARM_UP + turn ) % names.length ] ?? '';
			const cost = await visits.get( name )?.();
			if ( cost && round >= 0 ) {
				costs[ name ]?.push( cost );
			}
		}
	}
	return costs;
}

const shape = ( sql: string ): string =>
	sql
		.replace( /\s+/g, ' ' )
		.replace( /'t_\w+'|\d+/g, '…' )
		.trim();

/** The plugin's own function that asked, else the innermost ones. */
function asker( callers: string ): string {
	const names = callers.split( ', ' );
	return (
		names
			.filter( ( name ) => name.includes( 'SendcloudServicePoints' ) )
			.at( -1 ) ?? names.slice( -2 ).join( ', ' )
	);
}

/** Queries of a visit that its baseline does not send, or not so often; those of one shape are one. */
export function difference( baseline: Cost, cost: Cost ): string[] {
	const known = baseline.all.map( ( [ sql ] ) => shape( sql ) );
	const counts = new Map< string, number >();
	for ( const [ sql, callers ] of cost.all ) {
		const index = known.indexOf( shape( sql ) );
		if ( index >= 0 ) {
			known.splice( index, 1 );
			continue;
		}
		const line = `${ asker( callers ) }: ${ shape( sql ).slice( 0, 140 ) }`;
		counts.set( line, ( counts.get( line ) ?? 0 ) + 1 );
	}
	return [ ...counts ].map(
		( [ line, count ] ) => ( count > 1 ? `${ count } × ` : '' ) + line
	);
}

export async function measurePage(
	shop: Shop,
	catalogue: Catalogue,
	page: Page,
	hasOfficial: boolean,
	rounds: number
): Promise< Visits > {
	const visits = new Map< Variant, Visit >();
	for ( const variant of VARIANTS ) {
		if ( variant !== 'official' || hasOfficial ) {
			visits.set(
				variant,
				await shopper( shop, catalogue, page, variant )
			);
		}
	}
	const costs = await inTurns( visits, rounds );
	const [ none, ours ] = [ visits.get( 'none' ), visits.get( 'ours' ) ];
	if ( ! none || ! ours ) {
		throw new Error( 'There is nothing to compare.' );
	}
	const timed: Cost[] = [];
	for ( let visit = 0; visit < TIMED; visit++ ) {
		timed.push( await ours( { 'X-Bench-Hooks': '1' } ) );
	}
	const queries = { 'X-Bench-Queries': '1' };
	const added = difference( await none( queries ), await ours( queries ) );
	say( `  ${ page.title }` );
	return {
		id: page.id,
		title: page.title,
		costs,
		hooks: of( timed, 'hooks' ),
		added,
	};
}
