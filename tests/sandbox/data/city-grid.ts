/**
 * The invented street plan of a city: a turned, gently bent grid with named streets. The points stand along it, the
 * geocoder finds addresses on it and the map draws it, so that the three agree.
 */
import type { City } from './cities';
import { NAMES } from './names';
import { hash } from './random';

/** Metres between two parallel streets. */
export const BLOCK = 170;

const METRES_PER_DEGREE = 111_320;

export interface Place {
	latitude: number;
	longitude: number;
}

/** Metres from the city's centre along the grid's own axes, before bending. */
export interface GridPosition {
	along: number;
	across: number;
}

export interface Street {
	name: string;
	/** Which axis stays the same on this street. */
	axis: 'along' | 'across';
	/** Streets are counted from the centre; 0 runs through it. */
	index: number;
}

/** How far a city reaches from its centre, in metres. */
export function cityRadius( city: City ): number {
	return 1500 + 450 * city.size;
}

export function toPlace( city: City, position: GridPosition ): Place {
	const seed = hash( city.name );
	const angle = ( ( seed % 90 ) * Math.PI ) / 180;
	const phase = ( seed % 628 ) / 100;
	const { along, across } = position;
	const bentAlong =
		along +
		130 * Math.sin( across / 900 + phase ) +
		28 * Math.sin( across / 310 - phase );
	const bentAcross =
		across +
		130 * Math.sin( along / 1100 - phase ) +
		28 * Math.sin( along / 290 + phase );
	const east = bentAlong * Math.cos( angle ) - bentAcross * Math.sin( angle );
	const north =
		bentAlong * Math.sin( angle ) + bentAcross * Math.cos( angle );
	const shrink = Math.cos( ( city.latitude * Math.PI ) / 180 );
	return {
		latitude: city.latitude + north / METRES_PER_DEGREE,
		longitude: city.longitude + east / ( METRES_PER_DEGREE * shrink ),
	};
}

export function streetAt(
	city: City,
	axis: Street[ 'axis' ],
	index: number
): Street {
	const names = NAMES[ city.country ].streets;
	// Half of the names each, so that no street crosses its own namesake.
	const half = Math.floor( names.length / 2 );
	const shift = hash( city.name ) % half;
	const position = ( ( ( index + shift ) % half ) + half ) % half;
	const name = names[ axis === 'along' ? position : half + position ] ?? '';
	return { name, axis, index };
}

/** A place on a street, a few metres from its middle: even numbers on one side, odd ones on the other. */
export function onStreet(
	street: Street,
	distance: number,
	side: number
): GridPosition {
	const fixed = street.index * BLOCK + side * 11;
	return street.axis === 'along'
		? { along: fixed, across: distance }
		: { along: distance, across: fixed };
}

/**
 * The postcode at a place: the first one in the centre, the others in sectors around it.
 */
export function postalCodeAt( city: City, position: GridPosition ): string {
	const [ centre = '', ...outer ] = city.postalCodes;
	const isCentral =
		Math.hypot( position.along, position.across ) <
		cityRadius( city ) * 0.2;
	if ( isCentral || outer.length === 0 ) {
		return centre;
	}
	const turn =
		Math.atan2( position.across, position.along ) / ( 2 * Math.PI );
	const sector = Math.floor( ( turn + 0.5 ) * outer.length ) % outer.length;
	return outer[ sector ] ?? centre;
}

/** The middle of a postcode's area. */
export function middleOfPostalCode(
	city: City,
	postalCode: string
): GridPosition {
	const sector = city.postalCodes.indexOf( postalCode ) - 1;
	if ( sector < 0 ) {
		return { along: 0, across: 0 };
	}
	const sectors = city.postalCodes.length - 1;
	const angle = ( ( sector + 0.5 ) / sectors - 0.5 ) * 2 * Math.PI;
	const distance = cityRadius( city ) * 0.35;
	return {
		along: distance * Math.cos( angle ),
		across: distance * Math.sin( angle ),
	};
}

/** Metres between two places (haversine). */
export function metresBetween( from: Place, to: Place ): number {
	const radians = Math.PI / 180;
	const latitude = ( ( to.latitude - from.latitude ) * radians ) / 2;
	const longitude = ( ( to.longitude - from.longitude ) * radians ) / 2;
	const chord =
		Math.sin( latitude ) ** 2 +
		Math.cos( from.latitude * radians ) *
			Math.cos( to.latitude * radians ) *
			Math.sin( longitude ) ** 2;
	return 2 * 6_371_000 * Math.asin( Math.sqrt( chord ) );
}
