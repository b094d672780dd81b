/* eslint-disable no-bitwise -- mixing bits is what a generator and a hash do */
/**
 * A small seeded generator (mulberry32): the same seed gives the same world on every run and machine.
 */
export interface Random {
	/** In [0, 1). */
	next: () => number;
	/** Integer in [min, max]. */
	integer: ( min: number, max: number ) => number;
	chance: ( probability: number ) => boolean;
	pick: < T >( items: readonly T[] ) => T;
	/** Normally distributed around 0, standard deviation 1. */
	normal: () => number;
}

export function createRandom( seed: number ): Random {
	let state = seed;

	const next = (): number => {
		state = ( state + 0x6d2b79f5 ) % 0x100000000;
		let mixed = state;
		mixed = Math.imul( mixed ^ ( mixed >>> 15 ), mixed | 1 );
		mixed ^= mixed + Math.imul( mixed ^ ( mixed >>> 7 ), mixed | 61 );
		return ( ( mixed ^ ( mixed >>> 14 ) ) >>> 0 ) / 0x100000000;
	};

	return {
		next,
		integer: ( min, max ) => min + Math.floor( next() * ( max - min + 1 ) ),
		chance: ( probability ) => next() < probability,
		pick: < T >( items: readonly T[] ): T => {
			const item = items[ Math.floor( next() * items.length ) ];
			if ( item === undefined ) {
				throw new Error( 'Nothing to pick from.' );
			}
			return item;
		},
		normal: () =>
			Math.sqrt( -2 * Math.log( 1 - next() ) ) *
			Math.cos( 2 * Math.PI * next() ),
	};
}

/** A stable number out of a text (FNV-1a), to seed with. */
export function hash( text: string ): number {
	let value = 0x811c9dc5;
	for ( let index = 0; index < text.length; index++ ) {
		value = Math.imul( value ^ text.charCodeAt( index ), 0x01000193 );
	}
	return value >>> 0;
}
