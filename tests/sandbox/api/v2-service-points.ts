/** Service points in API v2: other names, strings for numbers, a bare array for a list. */
import { answering, CARRIERS, SUCCESSORS } from '../data/carriers';
import type { Place } from '../data/city-grid';
import { COUNTRIES, isCountryCode } from '../data/countries';
import { geocodeText } from '../data/geocoder';
import { isOpenInComingWeek, isOpenTomorrow } from '../data/hours';
import type { Point } from '../data/point';
import type { Box, Criteria } from '../data/store';
import { json, type Reply, type Request } from '../http';
import type { World } from '../world';
import { Refusal, type Wording } from './refusal';

/** Not documented for certain: older documentation says 100 m, live answers reach further. */
const DEFAULT_RADIUS = 5_000;

function error( status: number, path: string, message: string ): Reply {
	const request = `${ path.slice( 1 ) }/`;
	return { status, body: { error: { code: status, request, message } } };
}

export const V2: Wording = {
	unauthorized: ( path ) => error( 401, path, 'Invalid username/password.' ),
	notEnabled: ( path ) =>
		error(
			400,
			path,
			'Service point support is not activated for this integration'
		),
	notFound: ( path ) =>
		error( 404, path, 'The requested resource could not be found' ),
	geocoderDown: ( path ) =>
		error(
			503,
			path,
			'The address could not be resolved at this time. Try again later.'
		),
	serverError: ( path ) => error( 500, path, 'Internal server error' ),
	noSuchRoute: ( path ) =>
		error( 404, path, 'The requested resource could not be found' ),
};

function describe( point: Point, now: Date ): Record< string, unknown > {
	const { timeZone } = COUNTRIES[ point.country ];
	const hours = point.hours?.map( ( day ) =>
		point.onHoliday ? [] : day.map( ( interval ) => interval.join( ' - ' ) )
	);
	return {
		id: point.id,
		code: point.carrierPointId,
		is_active: ! point.expired,
		shop_type: point.carrierShopType,
		// Three ways of saying nothing are documented.
		general_shop_type:
			point.kind ?? [ null, 'undefined', 'unknown' ][ point.id % 3 ],
		// An empty map comes as a list from some encoders.
		extra_data:
			point.id % 2
				? []
				: { partner_name: CARRIERS[ point.carrier ]?.name },
		name: point.name,
		street: point.street,
		house_number: point.houseNumber,
		postal_code: point.postalCode.replace( ' ', '' ),
		city: point.city.toUpperCase(),
		latitude: point.latitude.toFixed( 6 ),
		longitude: point.longitude.toFixed( 6 ),
		email: point.email,
		phone: point.phone,
		homepage: '',
		carrier: point.carrier,
		country: point.country,
		formatted_opening_times: { ...hours },
		open_tomorrow:
			! point.onHoliday && isOpenTomorrow( point.hours, timeZone, now ),
		open_upcoming_week: isOpenInComingWeek( point.hours ),
	};
}

class Query {
	constructor( private readonly request: Request ) {}

	text( name: string ): string | null {
		return this.request.query.get( name ) || null;
	}

	list( name: string ): string[] {
		return (
			this.text( name )
				?.split( ',' )
				.map( ( item ) => item.trim() )
				.filter( Boolean ) ?? []
		);
	}

	number( name: string ): number | null {
		const text = this.text( name );
		if ( text !== null && Number.isNaN( Number( text ) ) ) {
			throw this.refusal( `${ name }: "A valid number is required."` );
		}
		return text === null ? null : Number( text );
	}

	place( prefix: string ): Place | null {
		const latitude = this.number( `${ prefix }latitude` );
		const longitude = this.number( `${ prefix }longitude` );
		return latitude === null || longitude === null
			? null
			: { latitude, longitude };
	}

	box(): Box | null {
		const northEast = this.place( 'ne_' );
		const southWest = this.place( 'sw_' );
		return northEast && southWest ? { northEast, southWest } : null;
	}

	refusal( message: string ): Refusal {
		return new Refusal( error( 400, this.request.path, message ) );
	}
}

function readCarriers(
	query: Query,
	enabled: readonly string[]
): readonly string[] {
	const carriers = query.list( 'carrier' );
	const refused = carriers.filter(
		( code ) => ! enabled.includes( code ) && ! SUCCESSORS[ code ]
	);
	if ( refused.length ) {
		throw query.refusal(
			`carrier: "Carriers are not enabled for this integration: ${ refused.join( ', ' ) }"`
		);
	}
	return carriers.length ? carriers : enabled;
}

/** city, postal_code and house_number are exact filters, not a place to look around. */
function exactFilter( query: Query ): ( point: Point ) => boolean {
	const compact = ( text: string | null ): string =>
		( text ?? '' ).replace( /\s/g, '' ).toLowerCase();
	const city = compact( query.text( 'city' ) );
	const postalCode = compact( query.text( 'postal_code' ) );
	const houseNumber = compact( query.text( 'house_number' ) );
	return ( point ) =>
		( ! city || compact( point.city ) === city ) &&
		( ! postalCode ||
			compact( point.postalCode ).startsWith( postalCode ) ) &&
		( ! houseNumber || compact( point.houseNumber ) === houseNumber );
}

function geocode( country: string, address: string ): Place | null {
	return isCountryCode( country )
		? geocodeText( country, address ).place
		: null;
}

/** Null where the address is nowhere. */
function readCriteria(
	request: Request,
	enabled: readonly string[]
): Criteria | null {
	const query = new Query( request );
	const country = query.text( 'country' )?.toUpperCase();
	if ( ! country ) {
		throw query.refusal( 'country: "This field is required."' );
	}
	const address = query.text( 'address' );
	const radius = query.number( 'radius' );
	if ( radius !== null && ( radius < 100 || radius > 50_000 ) ) {
		throw query.refusal(
			'radius: "Ensure this value is between 100 and 50000."'
		);
	}
	const near = address ? geocode( country, address ) : query.place( '' );
	const carriers = answering( readCarriers( query, enabled ), country );
	const box = query.box();
	const criteria = {
		country,
		carriers,
		near,
		radius: box ? null : ( radius ?? DEFAULT_RADIUS ),
		box,
		kinds: query.list( 'general_shop_type' ),
		carrierShopType: query.text( 'shop_type' ),
		matches: exactFilter( query ),
	};
	return address && ! near ? null : criteria;
}

export function listV2( request: Request, world: World ): Reply {
	const criteria = readCriteria( request, world.integration.carriers );
	const now = world.now();
	const found = criteria ? world.points.search( criteria ) : [];
	return json(
		found.map( ( { point, distance } ) => ( {
			...describe( point, now ),
			// Left out, not null, where there is no place to measure from.
			...( distance === null ? {} : { distance } ),
		} ) )
	);
}

function findPoint( request: Request, id: string, world: World ): Point {
	const point = world.points.find( Number( id ) );
	if ( ! point ) {
		throw new Refusal( V2.notFound( request.path ) );
	}
	return point;
}

export function showV2( request: Request, id: string, world: World ): Reply {
	return json( describe( findPoint( request, id, world ), world.now() ) );
}

export function availabilityV2(
	request: Request,
	id: string,
	world: World
): Reply {
	return json( findPoint( request, id, world ).available );
}
