/** Makes the points: the same ones on every run, each city out of its own seed. */
import { CARRIERS, type Carrier, type ShopKind } from './carriers';
import { CITIES, type City } from './cities';
import {
	BLOCK,
	cityRadius,
	metresBetween,
	onStreet,
	postalCodeAt,
	streetAt,
	toPlace,
	type GridPosition,
	type Place,
	type Street,
} from './city-grid';
import { COUNTRIES, type CountryCode } from './countries';
import { FIXED_POINTS } from './fixed-points';
import { ALWAYS_OPEN, CLOSED_ALL_WEEK, shopHours } from './hours';
import { NAMES } from './names';
import { isInPark, isInRiver } from './open-ground';
import type { Point, Week } from './point';
import { createRandom, hash, type Random } from './random';

const POINTS_PER_SIZE = 36;

/** A country's ids start at its million: FR 11000000, NL 12000000, … */
const FIRST_ID: Record< CountryCode, number > = {
	FR: 11_000_000,
	NL: 12_000_000,
	BE: 13_000_000,
	DE: 14_000_000,
	ES: 15_000_000,
	IT: 16_000_000,
};

function pickCarrier( random: Random, country: CountryCode ): Carrier {
	const shares = Object.entries( COUNTRIES[ country ].carriers );
	let draw =
		random.next() * shares.reduce( ( sum, [ , share ] ) => sum + share, 0 );
	const code = shares.find( ( [ , share ] ) => ( draw -= share ) < 0 )?.[ 0 ];
	const carrier = CARRIERS[ code ?? '' ];
	if ( ! carrier ) {
		throw new Error( `No carrier "${ code }" in ${ country }.` );
	}
	return carrier;
}

function pickKind( random: Random, carrier: Carrier ): ShopKind {
	const draw = random.next();
	if ( draw < carrier.lockers ) {
		return 'locker';
	}
	if ( draw < carrier.lockers + carrier.postOffices ) {
		return 'post_office';
	}
	return random.chance( 0.015 ) ? 'carrier_depot' : 'servicepoint';
}

function pickName(
	random: Random,
	city: City,
	carrier: Carrier,
	kind: ShopKind,
	street: string
): string {
	const { shops, lockers, postOffices } = NAMES[ city.country ];
	const isPackstation = city.country === 'DE' && carrier.code === 'dhl';
	let names = shops;
	if ( kind === 'carrier_depot' ) {
		names = [ `${ carrier.name } Depot %s` ];
	} else if ( kind === 'post_office' ) {
		names = postOffices;
	} else if ( kind === 'locker' ) {
		// Only DHL may call its lockers Packstation.
		names =
			city.country !== 'DE' || isPackstation
				? lockers
				: [ `${ carrier.name } Locker %s` ];
	}
	return random
		.pick( names )
		.replace( '%s', random.chance( 0.5 ) ? city.name : street )
		.replace( '%n', String( random.integer( 101, 689 ) ) );
}

function writeHouseNumber(
	random: Random,
	number: number,
	country: CountryCode
): string {
	if ( random.chance( 0.03 ) ) {
		return '';
	}
	if ( random.chance( 0.06 ) ) {
		return country === 'FR'
			? `${ number } bis`
			: `${ number }-${ number + 2 }`;
	}
	return random.chance( 0.06 )
		? `${ number }${ random.pick( [ 'A', 'b', 'C' ] ) }`
		: String( number );
}

function pickHours(
	random: Random,
	kind: ShopKind,
	country: CountryCode
): Week | null {
	if ( random.chance( 0.02 ) ) {
		return null;
	}
	if ( kind === 'locker' ) {
		return ALWAYS_OPEN;
	}
	return random.chance( 0.01 )
		? CLOSED_ALL_WEEK
		: shopHours( random, COUNTRIES[ country ].middayBreak );
}

/** Dutch postcodes name a few houses: the letters follow the street. */
export function lettersOf( text: string ): string {
	const value = hash( text );
	const letter = ( index: number ): string =>
		'ABCDEGHJKLMNPRSTVWXZ'[ index % 20 ] ?? 'A';
	return letter( value ) + letter( Math.floor( value / 20 ) );
}

/** Around a fixed point its own postcode holds. */
function postalCodeOfNeighbour( city: City, place: Place ): string | undefined {
	return FIXED_POINTS.find(
		( point ) =>
			point.city === city.name &&
			point.country === city.country &&
			metresBetween( point, place ) < 600
	)?.postalCode.split( ' ' )[ 0 ];
}

/** Dense in the centre, some in the suburbs, none in the river or a park. */
function pickAddress(
	random: Random,
	city: City
): { street: Street; number: number; position: GridPosition } {
	const spread = cityRadius( city ) * ( random.chance( 0.15 ) ? 0.6 : 0.33 );
	for (;;) {
		const street = streetAt(
			city,
			random.chance( 0.5 ) ? 'along' : 'across',
			Math.round( ( random.normal() * spread ) / BLOCK )
		);
		const distance = random.normal() * spread;
		const number = 1 + Math.floor( Math.abs( distance ) / 9 );
		const position = onStreet(
			street,
			distance,
			number % 2 === 0 ? 1 : -1
		);
		const isBuiltUp =
			Math.hypot( position.along, position.across ) < cityRadius( city );
		if (
			isBuiltUp &&
			! isInRiver( city, position ) &&
			! isInPark( city, position )
		) {
			return { street, number, position };
		}
	}
}

function generatePoint( random: Random, city: City, id: number ): Point {
	const country = COUNTRIES[ city.country ];
	const carrier = pickCarrier( random, city.country );
	const kind = pickKind( random, carrier );

	const { street, number, position } = pickAddress( random, city );
	const place = toPlace( city, position );
	const postalCode =
		postalCodeOfNeighbour( city, place ) ?? postalCodeAt( city, position );

	return {
		id,
		name: pickName( random, city, carrier, kind, street.name ),
		carrier: carrier.code,
		carrierPointId: `${ city.country }-${ String( id % 1_000_000 ).padStart( 6, '0' ) }`,
		carrierShopType: carrier.shopTypes[ kind ],
		kind: random.chance( 0.02 ) ? null : kind,
		street: street.name,
		houseNumber: writeHouseNumber( random, number, city.country ),
		postalCode: country.lettersInPostalCode
			? `${ postalCode } ${ lettersOf( street.name + postalCode ) }`
			: postalCode,
		city: city.name,
		country: city.country,
		latitude: Number( place.latitude.toFixed( 6 ) ),
		longitude: Number( place.longitude.toFixed( 6 ) ),
		email: random.chance( 0.1 ) ? `point-${ id }@example.com` : '',
		phone: random.chance( 0.2 )
			? `+00 ${ random.integer( 1_000_000, 9_999_999 ) }`
			: '',
		hours: pickHours( random, kind, city.country ),
		expired: random.chance( 0.008 ),
		available: ! random.chance( 0.008 ),
	};
}

export function generatePoints(): Point[] {
	const citiesSoFar: Partial< Record< CountryCode, number > > = {};
	return CITIES.flatMap( ( city ) => {
		const order = citiesSoFar[ city.country ] ?? 0;
		citiesSoFar[ city.country ] = order + 1;
		const firstId = FIRST_ID[ city.country ] + order * 1000;
		const random = createRandom(
			hash( `${ city.country }/${ city.name }` )
		);
		return Array.from(
			{ length: city.size * POINTS_PER_SIZE },
			( _, index ) => generatePoint( random, city, firstId + index )
		);
	} );
}
