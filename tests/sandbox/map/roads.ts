/** A city's streets, its ring, boulevards, motorway and railway. */
import type { City } from '../data/cities';
import {
	BLOCK,
	cityRadius,
	streetAt,
	type GridPosition,
	type Street,
} from '../data/city-grid';
import { isInPark, isInRiver } from '../data/open-ground';
import { hash } from '../data/random';
import {
	around,
	isInside,
	line,
	polar,
	REACH,
	reachAt,
	type CityFeature,
} from './shapes';

/** Every fourth street is an avenue. */
const AVENUE = 4;

/** Some blocks have grown together: the street between them is gone. */
function isBuiltOver( city: City, street: Street, step: number ): boolean {
	return (
		hash(
			`${ city.name }${ street.axis }${ street.index }/${ Math.floor( step ) }`
		) %
			100 <
		16
	);
}

/** A street in the pieces that are left of it: the small ones end at the river and at the parks. */
function streetPieces(
	city: City,
	street: Street,
	kind: 'avenue' | 'street'
): CityFeature[] {
	const count = Math.ceil( ( cityRadius( city ) * 1.15 ) / BLOCK );
	const pieces: GridPosition[][] = [];
	let piece: GridPosition[] = [];
	const at = ( step: number ): GridPosition => {
		const fixed = street.index * BLOCK;
		return street.axis === 'along'
			? { along: fixed, across: step * BLOCK }
			: { along: step * BLOCK, across: fixed };
	};
	for ( let step = -count; step <= count; step += 0.5 ) {
		const position = at( step );
		const goesOn =
			isInside( city, position ) &&
			( kind === 'avenue' ||
				! (
					isInRiver( city, position, 0 ) ||
					isInPark( city, position ) ||
					isBuiltOver( city, street, step )
				) );
		if ( goesOn ) {
			piece.push( position );
		} else if ( piece.length ) {
			pieces.push( piece );
			piece = [];
		}
	}
	return [ ...pieces, piece ]
		.filter( ( { length } ) => length > 2 )
		.map( ( path ) => line( city, kind, path, street.name ) );
}

function streets( city: City ): CityFeature[] {
	const count = Math.floor( ( cityRadius( city ) * 1.1 ) / BLOCK );
	const indexes = Array.from(
		{ length: 2 * count + 1 },
		( _, position ) => position - count
	);
	return indexes.flatMap( ( index ) =>
		( [ 'along', 'across' ] as const ).flatMap( ( axis ) =>
			streetPieces(
				city,
				streetAt( city, axis, index ),
				index % AVENUE ? 'street' : 'avenue'
			)
		)
	);
}

/** A ring, two boulevards through the centre, a motorway outside, a railway. */
function mainRoads( city: City ): CityFeature[] {
	const radius = cityRadius( city );
	const turn = ( hash( city.name ) % 100 ) / 32;
	const across = ( angle: number, reach: number ): GridPosition[] =>
		Array.from( { length: 41 }, ( _, step ) => {
			const share = step / 20 - 1;
			return polar( share * reach, angle + 0.12 * Math.sin( share * 3 ) );
		} );
	const ring = around(
		( angle ) => polar( 0.5 * reachAt( city, angle ), angle ),
		72
	);
	const motorway = around(
		( angle ) => polar( 1.06 * reachAt( city, angle ), angle ),
		72
	);
	return [
		line( city, 'rail', across( turn + 1.2, radius * REACH ) ),
		line( city, 'main', [ ...ring, ...ring.slice( 0, 1 ) ] ),
		line( city, 'main', across( turn, radius * 1.1 ) ),
		line( city, 'main', across( turn + 2, radius * 1.1 ) ),
		...( city.size > 4
			? [
					line( city, 'motorway', [
						...motorway,
						...motorway.slice( 0, 1 ),
					] ),
				]
			: [] ),
	];
}

export function roadsOf( city: City ): CityFeature[] {
	return [ ...streets( city ), ...mainRoads( city ) ];
}
