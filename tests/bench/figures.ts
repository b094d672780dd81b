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

const ratios = ( baseline: number[], values: number[] ): number[] =>
	values.map( ( value, index ) => value / ( baseline[ index ] ?? NaN ) );

/**
 * The median of each round's own ratio: whatever else the machine does in a round slows both of its halves.
 */
export const ratio = ( baseline: number[], values: number[] ): number =>
	median( ratios( baseline, values ) );

/**
 * How far such a ratio is from the truth, usually: the standard error of a median, from the middle half of the rounds, which outliers
 * do not reach.
 */
export function uncertainty( baseline: number[], values: number[] ): number {
	const all = ratios( baseline, values );
	const middle = median( all );
	const deviation = median( all.map( ( one ) => Math.abs( one - middle ) ) );
	return ( 1.4826 * 1.2533 * deviation ) / Math.sqrt( all.length );
}

/** Of processor time. */
export interface Ratio {
	value: number;
	text: string;
}

export function cpuRatio( baseline: Cost[], costs: Cost[] ): Ratio {
	const [ from, to ] = [ baseline, costs ].map( ( list ) =>
		list.map( ( { cpu } ) => cpu )
	) as [ number[], number[] ];
	const value = ratio( from, to );
	return {
		value,
		text: `${ value.toFixed( 3 ) } ± ${ uncertainty( from, to ).toFixed( 3 ) }`,
	};
}
