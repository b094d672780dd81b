/**
 * Finds the cities, postcodes and streets of the sandbox's own world in an address.
 *
 * A street always exists where its city does, unless its name contains "unknown" or "inconnu": then the answer is a
 * partial match, as for a postcode or a city the sandbox has never heard of.
 */
import { CITY_ALIASES } from './city-aliases';
import { CITIES, type City } from './cities';
import {
	BLOCK,
	middleOfPostalCode,
	onStreet,
	streetAt,
	toPlace,
	type Place,
} from './city-grid';
import { COUNTRIES, type CountryCode } from './countries';
import { FIXED_POINTS } from './fixed-points';
import { lettersOf } from './generate';
import { NAMES } from './names';
import { hash } from './random';

export interface Address {
	street: string;
	houseNumber: string;
	postalCode: string;
	city: string;
}

export interface Geocoding {
	status: 'matched' | 'partially_matched' | 'not_found';
	precision:
		'house_number' | 'street' | 'postal_code' | 'city' | 'region' | null;
	formattedAddress: string | null;
	place: Place | null;
}

const NOT_FOUND: Geocoding = {
	status: 'not_found',
	precision: null,
	formattedAddress: null,
	place: null,
};

/** Lower case, no accents, words apart by one space. */
function simplify( text: string ): string {
	return text
		.toLowerCase()
		.replace( /ß/g, 'ss' )
		.normalize( 'NFD' )
		.replace( /[\u0300-\u036f]/g, '' )
		.replace( /[^a-z0-9]+/g, ' ' )
		.trim();
}

function postalCodePattern( country: CountryCode ): RegExp {
	if ( country === 'NL' ) {
		return /\b(\d{4})\s?([a-z]{2})?\b/i;
	}
	return country === 'BE' ? /\b(\d{4})\b/ : /\b(\d{5})\b/;
}

const CITY_NAMES: ReadonlyArray< { words: string; city: City } > =
	CITIES.flatMap( ( city ) =>
		[ city.name, ...( CITY_ALIASES[ city.name ] ?? [] ) ].map(
			( name ) => ( {
				words: simplify( name ),
				city,
			} )
		)
	).sort( ( a, b ) => b.words.length - a.words.length );

function cityNamedIn(
	text: string,
	country: CountryCode
): { city: City; words: string } | null {
	const padded = ` ${ simplify( text ) } `;
	const hits = CITY_NAMES.filter(
		( { city, words } ) =>
			city.country === country && padded.includes( ` ${ words } ` )
	);
	// "12 rue de Lyon, Paris" is in Paris: the city comes last.
	hits.sort(
		( a, b ) =>
			padded.lastIndexOf( ` ${ b.words } ` ) -
			padded.lastIndexOf( ` ${ a.words } ` )
	);
	return hits[ 0 ] ?? null;
}

/** Takes free text apart: what is neither postcode, city nor country is the street. */
function parse( text: string, country: CountryCode ): Address {
	const code = postalCodePattern( country ).exec( text )?.[ 0 ] ?? '';
	const words = text
		.replace( code, ' ' )
		.split( /[\s,;]+/ )
		.filter( Boolean );
	const plain = words.map( simplify );
	const named = cityNamedIn( words.join( ' ' ), country );

	// Cut the last mention of the city out, and the country at the end.
	const length = named?.words.split( ' ' ).length ?? 0;
	for ( let start = plain.length - 1; named && start >= 0; start-- ) {
		if ( plain.slice( start ).join( ' ' ).startsWith( named.words ) ) {
			words.splice( start, length );
			break;
		}
	}
	const countryWords = simplify( COUNTRIES[ country ].name ).split( ' ' );
	while ( countryWords.includes( simplify( words.at( -1 ) ?? '-' ) ) ) {
		words.pop();
	}
	const number = words.findIndex( ( word ) => /^\d+[a-z]?$/i.test( word ) );
	const houseNumber = words.splice( number, number < 0 ? 0 : 1 );
	if ( houseNumber.length && /^(bis|ter)$/i.test( words[ number ] ?? '' ) ) {
		houseNumber.push( ...words.splice( number, 1 ) );
	}
	const street = words.join( ' ' );
	return {
		street: /\p{L}{3}/u.test( street ) ? street : '',
		houseNumber: houseNumber.join( ' ' ),
		postalCode: code,
		city: named?.city.name ?? '',
	};
}

/** Where a test's fixed point stands, its street and postcode are. */
function fixedPlace(
	city: City,
	matches: ( street: string, code: string ) => boolean
): Place | null {
	return (
		FIXED_POINTS.find(
			( point ) =>
				point.country === city.country &&
				point.city === city.name &&
				matches( simplify( point.street ), point.postalCode )
		) ?? null
	);
}

function placeOfStreet( city: City, address: Address, area: Place ): Place {
	const wanted = simplify( address.street );
	const known = fixedPlace( city, ( street ) => street === wanted );
	if ( known ) {
		return known;
	}
	const number = parseInt( address.houseNumber, 10 ) || 40;
	for (
		let index = 0;
		index < NAMES[ city.country ].streets.length;
		index++
	) {
		for ( const axis of [ 'along', 'across' ] as const ) {
			const street = streetAt( city, axis, index );
			if ( simplify( street.name ) === wanted ) {
				return toPlace( city, onStreet( street, number * 9, 0 ) );
			}
		}
	}
	// A street that is not on the plan: somewhere near, always the same.
	const seed = hash( wanted );
	return {
		latitude:
			area.latitude + ( ( seed % 100 ) / 50 - 1 ) * ( BLOCK / 111_320 ),
		longitude:
			area.longitude +
			( ( Math.floor( seed / 256 ) % 100 ) / 50 - 1 ) *
				( BLOCK / 80_000 ),
	};
}

/** `5611 EM`: Dutch postcodes get their letters, the shopper's own where given. */
function writePostalCode(
	city: City,
	digits: string,
	given: string,
	street: string
): string {
	if ( ! COUNTRIES[ city.country ].lettersInPostalCode ) {
		return digits;
	}
	const letters = /[a-z]{2}\s*$/i.exec( given )?.[ 0 ].toUpperCase();
	return letters || street
		? `${ digits } ${ letters ?? lettersOf( street + digits ) }`
		: digits;
}

function locate( country: CountryCode, address: Address ): Geocoding {
	const digits =
		postalCodePattern( country ).exec( address.postalCode )?.[ 1 ] ?? '';
	const ofCode = CITIES.find(
		( city ) =>
			city.country === country &&
			digits !== '' &&
			city.postalCodes.includes( digits )
	);
	const ofName = cityNamedIn( address.city, country )?.city;
	const city = ofCode ?? ofName;
	const countryName = COUNTRIES[ country ].name;

	if ( ! city ) {
		const neighbour = CITIES.find(
			( candidate ) =>
				candidate.country === country &&
				digits !== '' &&
				candidate.postalCodes[ 0 ]?.startsWith( digits.slice( 0, 2 ) )
		);
		return neighbour
			? {
					status: 'partially_matched',
					precision: 'region',
					formattedAddress: `${ neighbour.name }, ${ countryName }`,
					place: neighbour,
				}
			: NOT_FOUND;
	}

	const streetIsKnown =
		address.street !== '' && ! /unknown|inconnu/i.test( address.street );
	const isAsAsked =
		( address.street === '' || streetIsKnown ) &&
		( digits === '' || ofCode !== undefined ) &&
		( address.city === '' || ofName === city );
	const code = ofCode ? digits : '';
	const area = code
		? ( fixedPlace( city, ( _, postalCode ) =>
				postalCode.startsWith( code )
			) ?? toPlace( city, middleOfPostalCode( city, code ) ) )
		: city;

	const written = code
		? writePostalCode(
				city,
				code,
				address.postalCode,
				streetIsKnown ? address.street : ''
			)
		: '';
	const line = [ written, city.name ].filter( Boolean ).join( ' ' );
	const streetLine = COUNTRIES[ country ].numberFirst
		? `${ address.houseNumber } ${ address.street }`
		: `${ address.street } ${ address.houseNumber }`;

	let precision: Geocoding[ 'precision' ] = code ? 'postal_code' : 'city';
	if ( streetIsKnown ) {
		precision = 'street';
	}
	return {
		status: isAsAsked ? 'matched' : 'partially_matched',
		precision,
		formattedAddress: [
			streetIsKnown ? streetLine.trim() : '',
			line,
			countryName,
		]
			.filter( Boolean )
			.join( ', ' ),
		place: streetIsKnown ? placeOfStreet( city, address, area ) : area,
	};
}

export function geocodeText( country: CountryCode, text: string ): Geocoding {
	return locate( country, parse( text, country ) );
}

export function geocodeAddress(
	country: CountryCode,
	address: Address
): Geocoding {
	return locate( country, address );
}

export { NOT_FOUND };
