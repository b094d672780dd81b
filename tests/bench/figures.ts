/**
 * What is measured, and how several measurements become one figure.
 */
import type { Cost } from './visitor';

/** Something and its baseline, measured in turns. */
export interface Pair {
	title: string;
	baseline: Cost[];
	cost: Cost[];
}

/** Of something in the background. */
export interface Work {
	seconds: number;
	queries: number;
	megabytes: number;
	[ figure: string ]: number;
}

export interface Results {
	hpos: 'yes' | 'no';
	orders: number;
	list: Pair[];
	/** The statements that the plugin causes in the order list. */
	added: string[];
	planning: Work;
	batches: Work[];
	slowBatches: Work[];
	meanwhile: Pair[];
	/** Batches that ran during `meanwhile`. */
	worked: number;
	diagnostics: Record< string, Work >;
	exportOn: Work;
	exportBatches: Work[];
	exportSave: { no: number[]; yes: number[] };
}

export function median( values: number[] ): number {
	const sorted = [ ...values ].sort( ( a, b ) => a - b );
	const middle = Math.floor( sorted.length / 2 );
	return sorted.length % 2
		? ( sorted[ middle ] ?? NaN )
		: ( ( sorted[ middle - 1 ] ?? NaN ) + ( sorted[ middle ] ?? NaN ) ) / 2;
}

export const of = < Name extends string >(
	list: Array< Record< Name, number > >,
	name: Name
): number => median( list.map( ( item ) => item[ name ] ) );

/**
 * The median of each round's own ratio: whatever else the machine does in a round slows both of its halves.
 */
export const ratio = ( baseline: number[], values: number[] ): number =>
	median(
		values.map( ( value, index ) => value / ( baseline[ index ] ?? NaN ) )
	);
