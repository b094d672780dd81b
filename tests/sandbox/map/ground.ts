/** What lies between a city's streets: blocks, parks, the river; and the woods around it. */
import type { City } from '../data/cities';
import { BLOCK, cityRadius, type GridPosition } from '../data/city-grid';
import {
	isInPark,
	isInRiver,
	parksOf,
	RIVER_HALF,
	riverAt,
} from '../data/open-ground';
import { createRandom, hash } from '../data/random';
import {
	around,
	isInside,
	polar,
	polygon,
	REACH,
	reachAt,
	type CityFeature,
} from './shapes';

/** From a block's middle to the edge of what is built on it. */
export const HALF_BLOCK = BLOCK / 2 - 12;

export function square(
	middle: GridPosition,
	along: number,
	across: number
): GridPosition[] {
	return [
		[ -1, -1 ],
		[ 1, -1 ],
		[ 1, 1 ],
		[ -1, 1 ],
	].map( ( [ x = 0, y = 0 ] ) => ( {
		along: middle.along + x * along,
		across: middle.across + y * across,
	} ) );
}

const MIDDLES = new Map< City, GridPosition[] >();

/** The blocks there are: none in the river or a park. */
export function blockMiddles( city: City ): GridPosition[] {
	let middles = MIDDLES.get( city );
	if ( ! middles ) {
		const count = Math.floor( ( cityRadius( city ) * 1.1 ) / BLOCK );
		const steps = Array.from(
			{ length: 2 * count },
			( _, step ) => ( step - count + 0.5 ) * BLOCK
		);
		middles = steps
			.flatMap( ( along ) =>
				steps.map( ( across ) => ( { along, across } ) )
			)
			.filter(
				( middle ) =>
					isInside( city, middle ) &&
					! isInRiver( city, middle, 70 ) &&
					! isInPark( city, middle )
			);
		MIDDLES.set( city, middles );
	}
	return middles;
}

function parks( city: City ): CityFeature[] {
	const rounded = ( value: number ): number =>
		Math.sign( value ) * Math.sqrt( Math.abs( value ) );
	return parksOf( city ).map( ( { middle, along, across } ) =>
		polygon(
			city,
			'park',
			around(
				( angle ) => ( {
					along: middle.along + along * rounded( Math.cos( angle ) ),
					across:
						middle.across + across * rounded( Math.sin( angle ) ),
				} ),
				32
			)
		)
	);
}

function river( city: City ): CityFeature {
	const reach = cityRadius( city ) * REACH;
	const bank = ( side: number ): GridPosition[] => {
		const path: GridPosition[] = [];
		for ( let along = -reach; along <= reach; along += BLOCK / 2 ) {
			path.push( {
				along,
				across: riverAt( city, along ) + side * RIVER_HALF,
			} );
		}
		return path;
	};
	return polygon( city, 'river', [ ...bank( 1 ), ...bank( -1 ).reverse() ] );
}

/** Woods outside, as fields of their own shape. */
function woods( city: City ): CityFeature[] {
	const random = createRandom( hash( `${ city.name } woods` ) );
	return Array.from( { length: 5 }, () => {
		const middle = polar(
			cityRadius( city ) * ( 1.5 + random.next() * 0.9 ),
			random.next() * 2 * Math.PI
		);
		const size = cityRadius( city ) * ( 0.18 + random.next() * 0.25 );
		const phase = random.next() * 6;
		return polygon(
			city,
			'wood',
			around( ( angle ) => {
				const edge = polar(
					size *
						( 1 +
							0.25 * Math.sin( 2 * angle + phase ) +
							0.15 * Math.sin( 5 * angle - phase ) ),
					angle
				);
				return {
					along: middle.along + edge.along,
					across: middle.across + edge.across,
				};
			}, 48 )
		);
	} );
}

export function groundOf( city: City ): CityFeature[] {
	const outline = around(
		( angle ) => polar( reachAt( city, angle ), angle ),
		72
	);
	return [
		...woods( city ),
		polygon( city, 'built', outline ),
		...blockMiddles( city ).map( ( middle ) =>
			polygon( city, 'block', square( middle, HALF_BLOCK, HALF_BLOCK ) )
		),
		...parks( city ),
		river( city ),
	];
}
