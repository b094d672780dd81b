/** Reads and checks the query of v3's list, in the order the documentation gives. */
import { answering, CARRIERS, SUCCESSORS } from '../data/carriers';
import { metresBetween } from '../data/city-grid';
import { isCountryCode } from '../data/countries';
import {
	geocodeAddress,
	geocodeText,
	NOT_FOUND,
	type Geocoding,
} from '../data/geocoder';
import type { Box, Criteria } from '../data/store';
import { invalid, refused } from './v3-errors';

const KINDS = [ 'servicepoint', 'locker', 'post_office', 'carrier_depot' ];
const STRUCTURED = [
	'address_street',
	'address_house_number',
	'address_postal_code',
	'address_city',
];
const CORNERS = [
	'ne_latitude',
	'ne_longitude',
	'sw_latitude',
	'sw_longitude',
] as const;
const MAX_DIAGONAL = 50_000;
/** Not documented; a search around a place finds nothing beyond it. */
const DEFAULT_RADIUS = 50_000;

const REGIONS = new Intl.DisplayNames( 'en', {
	type: 'region',
	fallback: 'none',
} );

function readNumber(
	query: URLSearchParams,
	name: string,
	min: number,
	max: number
): number | null {
	const text = query.get( name );
	if ( text === null ) {
		return null;
	}
	const value = Number( text );
	if ( text.trim() === '' || Number.isNaN( value ) ) {
		throw invalid(
			'invalid',
			'Input should be a valid number, unable to parse string as a number',
			name
		);
	}
	if ( value < min ) {
		throw invalid(
			'invalid',
			`Input should be greater than or equal to ${ min }`,
			name
		);
	}
	if ( value > max ) {
		throw invalid(
			'invalid',
			`Input should be less than or equal to ${ max }`,
			name
		);
	}
	return value;
}

function readInteger(
	query: URLSearchParams,
	name: string,
	min: number,
	max: number
): number | null {
	const value = readNumber( query, name, min, max );
	if ( value !== null && ! Number.isInteger( value ) ) {
		throw invalid(
			'invalid',
			'Input should be a valid integer, unable to parse string as an integer',
			name
		);
	}
	return value;
}

function readCountry( query: URLSearchParams ): string {
	const code = query.get( 'country_code' );
	if ( ! code ) {
		throw invalid( 'required', 'Field required', 'country_code' );
	}
	if ( ! /^[A-Z]{2}$/.test( code ) || REGIONS.of( code ) === undefined ) {
		throw invalid(
			'invalid_choice',
			`"${ code }" is not a valid country code`,
			'country_code'
		);
	}
	return code;
}

function readCarriers(
	query: URLSearchParams,
	integrationCarriers: readonly string[]
): readonly string[] {
	const codes = query.getAll( 'carrier_code' );
	const flag = query.get( 'use_integration_carriers' );
	if ( flag !== null && ! [ 'true', 'false', '1', '0' ].includes( flag ) ) {
		throw invalid(
			'invalid',
			'Input should be a valid boolean, unable to interpret input',
			'use_integration_carriers'
		);
	}
	const useIntegration = flag === 'true' || flag === '1';
	if ( codes.length && useIntegration ) {
		throw refused(
			'carrier_code and use_integration_carriers are mutually exclusive'
		);
	}
	if ( ! codes.length && ! useIntegration ) {
		throw refused(
			'Either carrier_code or use_integration_carriers must be provided'
		);
	}
	// A comma list is one unknown carrier.
	const unknown = codes.filter(
		( code ) => ! CARRIERS[ code ] && ! SUCCESSORS[ code ]
	);
	if ( unknown.length ) {
		throw refused(
			`Service points are not supported for the requested carriers: ${ unknown.join( ', ' ) }.`
		);
	}
	return useIntegration ? integrationCarriers : codes;
}

function readBox( query: URLSearchParams ): Box | null {
	const given = CORNERS.filter( ( name ) => query.has( name ) );
	if ( ! given.length ) {
		return null;
	}
	if ( given.length < CORNERS.length ) {
		throw refused(
			'ne_latitude, ne_longitude, sw_latitude, and sw_longitude must all be provided together'
		);
	}
	if ( query.has( 'radius' ) ) {
		throw refused( 'radius and bounding box are mutually exclusive' );
	}
	const corner = ( name: string, max: number ): number =>
		readNumber( query, name, -max, max ) ?? 0;
	const box = {
		northEast: {
			latitude: corner( 'ne_latitude', 90 ),
			longitude: corner( 'ne_longitude', 180 ),
		},
		southWest: {
			latitude: corner( 'sw_latitude', 90 ),
			longitude: corner( 'sw_longitude', 180 ),
		},
	};
	if ( metresBetween( box.northEast, box.southWest ) > MAX_DIAGONAL ) {
		throw refused(
			'The diagonal of the bounding box must not exceed 50 km'
		);
	}
	return box;
}

/** Where the search starts: an address in one text or in parts, or a position; one of them at most. */
function readPlace(
	query: URLSearchParams,
	country: string
): { near: Criteria[ 'near' ]; geocoding: Geocoding | null } {
	const text = query.get( 'address' );
	const parts = STRUCTURED.filter( ( name ) => query.has( name ) );
	const latitude = readNumber( query, 'latitude', -90, 90 );
	const longitude = readNumber( query, 'longitude', -180, 180 );
	const hasPosition = latitude !== null || longitude !== null;

	if (
		[ text !== null, parts.length > 0, hasPosition ].filter( Boolean )
			.length > 1
	) {
		throw refused(
			'address, address_* fields, and latitude/longitude are mutually exclusive'
		);
	}
	if ( hasPosition ) {
		if ( latitude === null || longitude === null ) {
			throw refused( 'latitude and longitude must be provided together' );
		}
		return { near: { latitude, longitude }, geocoding: null };
	}
	if ( text !== null ) {
		const geocoding = isCountryCode( country )
			? geocodeText( country, text )
			: NOT_FOUND;
		return { near: geocoding.place, geocoding };
	}
	if ( parts.length ) {
		const part = ( name: string ): string =>
			query.get( `address_${ name }` )?.trim() ?? '';
		if (
			part( 'house_number' ) &&
			! part( 'street' ) &&
			! part( 'postal_code' )
		) {
			throw refused(
				'address_house_number requires address_street or address_postal_code'
			);
		}
		const geocoding = isCountryCode( country )
			? geocodeAddress( country, {
					street: part( 'street' ),
					houseNumber: part( 'house_number' ),
					postalCode: part( 'postal_code' ),
					city: part( 'city' ),
				} )
			: NOT_FOUND;
		return { near: geocoding.place, geocoding };
	}
	return { near: null, geocoding: null };
}

export function readSearch(
	query: URLSearchParams,
	integrationCarriers: readonly string[]
): {
	criteria: Criteria & { carrierPointIds: readonly string[] };
	geocoding: Geocoding | null;
} {
	const country = readCountry( query );
	const carriers = answering(
		readCarriers( query, integrationCarriers ),
		country
	);
	const box = readBox( query );
	const radius = readInteger( query, 'radius', 100, 50_000 );
	const limit = readInteger( query, 'limit', 1, 200 ) ?? 100;
	const kinds = query.getAll( 'general_shop_type' );
	const unknownKind = kinds.find( ( kind ) => ! KINDS.includes( kind ) );
	if ( unknownKind !== undefined ) {
		throw invalid(
			'invalid_choice',
			`"${ unknownKind }" is not a valid choice`,
			'general_shop_type'
		);
	}
	const { near, geocoding } = readPlace( query, country );

	return {
		geocoding,
		criteria: {
			country,
			carriers,
			near: near ?? null,
			radius: box ? null : ( radius ?? DEFAULT_RADIUS ),
			box,
			kinds,
			carrierShopType: query.get( 'carrier_shop_type' ),
			carrierPointIds: query.getAll( 'carrier_service_point_id' ),
			limit,
		},
	};
}
