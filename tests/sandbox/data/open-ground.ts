/** Where nobody lives in a city: its river and its parks. The map draws them, and no point stands in them. */
import type { City } from './cities';
import { BLOCK, cityRadius, type GridPosition } from './city-grid';
import { createRandom, hash } from './random';

export interface Park {
	middle: GridPosition;
	/** Half its length and its width. */
	along: number;
	across: number;
}

/** From the middle of the river to its bank. */
export const RIVER_HALF = 48;

const PARKS = new Map< City, Park[] >();

/** The middle of the river, at this far along. */
export function riverAt( city: City, along: number ): number {
	const seed = hash( `${ city.name } river` );
	const offset = ( ( seed % 3 ) + 2 ) * BLOCK * ( seed % 2 ? 1 : -1 );
	return (
		offset +
		300 * Math.sin( along / 1300 + ( seed % 628 ) / 100 ) +
		60 * Math.sin( along / 370 )
	);
}

export function parksOf( city: City ): Park[] {
	let parks = PARKS.get( city );
	if ( ! parks ) {
		const random = createRandom( hash( `${ city.name } parks` ) );
		parks = Array.from( { length: 4 + city.size }, () => {
			const angle = random.next() * 2 * Math.PI;
			const distance =
				cityRadius( city ) * ( 0.12 + 0.68 * random.next() );
			const snap = ( metres: number ) =>
				( Math.round( metres / BLOCK ) + 0.5 ) * BLOCK;
			return {
				middle: {
					along: snap( distance * Math.cos( angle ) ),
					across: snap( distance * Math.sin( angle ) ),
				},
				along: ( random.integer( 0, 2 ) + 0.5 ) * BLOCK - 16,
				across: ( random.integer( 0, 1 ) + 0.5 ) * BLOCK - 16,
			};
		} );
		PARKS.set( city, parks );
	}
	return parks;
}

export function isInRiver(
	city: City,
	{ along, across }: GridPosition,
	margin = 12
): boolean {
	return Math.abs( across - riverAt( city, along ) ) < RIVER_HALF + margin;
}

export function isInPark(
	city: City,
	{ along, across }: GridPosition
): boolean {
	return parksOf( city ).some(
		( park ) =>
			Math.abs( along - park.middle.along ) < park.along &&
			Math.abs( across - park.middle.across ) < park.across
	);
}
