/** What the map draws of a city: its streets, its river and its parks, all of them lines. */
import type { City } from '../data/cities';
import {
	BLOCK,
	cityRadius,
	type GridPosition,
	type Place,
	streetAt,
	toPlace,
} from '../data/city-grid';
import { parksOf, riverAt } from '../data/open-ground';

export interface Line {
	kind: string;
	name: string;
	places: Place[];
}

/** Steps short enough for the bends of the grid. */
export const STEP = BLOCK / 2;

export function linesOf( city: City ): Line[] {
	const radius = cityRadius( city );
	const line = (
		kind: string,
		name: string,
		reach: number,
		at: ( metres: number ) => GridPosition
	): Line => ( {
		kind,
		name,
		places: fromTo( reach / STEP ).map( ( step ) =>
			toPlace( city, at( step * STEP ) )
		),
	} );
	const streets = fromTo( radius / BLOCK ).flatMap( ( index ) => {
		const kind = index % 4 ? 'street' : 'avenue';
		const fixed = index * BLOCK;
		const reach = Math.sqrt( radius ** 2 - fixed ** 2 );
		const { name } = streetAt( city, 'along', index );
		const crossing = streetAt( city, 'across', index );
		return [
			line( kind, name, reach, ( across ) => ( {
				along: fixed,
				across,
			} ) ),
			line( kind, crossing.name, reach, ( along ) => ( {
				along,
				across: fixed,
			} ) ),
		];
	} );
	const parks = parksOf( city ).map( ( { middle, along: reach } ) =>
		line( 'park', '', reach, ( metres ) => ( {
			along: middle.along + metres,
			across: middle.across,
		} ) )
	);
	const river = line( 'river', '', 2 * radius, ( along ) => ( {
		along,
		across: riverAt( city, along ),
	} ) );
	return [ ...streets, ...parks, river ];
}

/** The whole numbers from -reach to reach. */
function fromTo( reach: number ): number[] {
	const count = Math.floor( reach );
	return Array.from( { length: 2 * count + 1 }, ( _, at ) => at - count );
}
