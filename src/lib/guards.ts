/**
 * Type guards for what arrives from a server, in the shapes of docs/data-contract.md.
 */
import type {
	Geocoding,
	OpeningInterval,
	OpeningTimes,
	SearchAnswer,
	Selection,
	ServicePoint,
	Weekday,
} from '../types/domain';

export const WEEKDAYS: readonly Weekday[] = [
	'monday',
	'tuesday',
	'wednesday',
	'thursday',
	'friday',
	'saturday',
	'sunday',
];

type Json = Record< string, unknown >;

export const isRecord = ( value: unknown ): value is Json =>
	typeof value === 'object' && value !== null && ! Array.isArray( value );

export const record = ( value: unknown ): Json =>
	isRecord( value ) ? value : {};

export const string = ( value: unknown ): string =>
	typeof value === 'string' ? value : '';

export const strings = ( value: unknown ): string[] =>
	Array.isArray( value ) ? value.map( String ) : [];

/** What an error of REST, or of WordPress' older AJAX, tells the user; `''` where it tells nothing. */
export function messageOf( answer: unknown ): string {
	const { message, data } = record( answer );
	return string( message ?? record( data )[ 'message' ] );
}

const areStrings = ( value: unknown, ...keys: string[] ): value is Json =>
	isRecord( value ) &&
	keys.every( ( key ) => typeof value[ key ] === 'string' );

const areNumbers = ( value: unknown, ...keys: string[] ): value is Json =>
	isRecord( value ) &&
	keys.every( ( key ) => Number.isFinite( value[ key ] ) );

const isNullOr = < T >(
	value: unknown,
	guard: ( value: unknown ) => value is T
): value is T | null => value === null || guard( value );

const isString = ( value: unknown ): value is string =>
	typeof value === 'string';

const isNumber = ( value: unknown ): value is number =>
	Number.isFinite( value );

const isInterval = ( value: unknown ): value is OpeningInterval =>
	areStrings( value, 'start_time', 'end_time' );

const isOpeningTimes = ( value: unknown ): value is OpeningTimes =>
	isRecord( value ) &&
	WEEKDAYS.every( ( day ) => {
		const intervals = value[ day ];
		return Array.isArray( intervals ) && intervals.every( isInterval );
	} );

export function isServicePoint( value: unknown ): value is ServicePoint {
	return (
		areStrings(
			value,
			'name',
			'carrier_service_point_id',
			'shop_type',
			'carrier_shop_type'
		) &&
		areNumbers( value, 'id' ) &&
		areStrings( value[ 'carrier' ], 'code', 'name' ) &&
		areStrings(
			value[ 'address' ],
			'street',
			'house_number',
			'postal_code',
			'city',
			'country_code'
		) &&
		areNumbers( value[ 'position' ], 'latitude', 'longitude' ) &&
		isNullOr( value[ 'opening_times' ], isOpeningTimes ) &&
		isNullOr( value[ 'opening_week' ], isString ) &&
		isNullOr( value[ 'next_open_at' ], isString ) &&
		typeof value[ 'is_expired' ] === 'boolean' &&
		isNullOr( value[ 'distance' ], isNumber ) &&
		[ 'none', 'optional', 'required' ].includes(
			String( value[ 'post_number' ] )
		)
	);
}

export function isSelection( value: unknown ): value is Selection {
	return (
		areStrings( value, 'post_number' ) &&
		isServicePoint( value[ 'service_point' ] )
	);
}

const isGeocoding = ( value: unknown ): value is Geocoding =>
	isRecord( value ) &&
	[ 'matched', 'partially_matched', 'not_found' ].includes(
		String( value[ 'status' ] )
	) &&
	isNullOr( value[ 'precision' ], isString ) &&
	isNullOr( value[ 'formatted_address' ], isString );

/**
 * One bad point must not empty the list: points that are none are left out. Null when the answer as a whole is not ours.
 */
export function parseSearchAnswer( value: unknown ): SearchAnswer | null {
	if ( ! isRecord( value ) || ! Array.isArray( value[ 'service_points' ] ) ) {
		return null;
	}
	return {
		service_points: value[ 'service_points' ].filter( isServicePoint ),
		geocoding: isGeocoding( value[ 'geocoding' ] )
			? value[ 'geocoding' ]
			: null,
	};
}
