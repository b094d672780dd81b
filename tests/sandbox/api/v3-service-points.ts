/** Service points in API v3: list, one, and whether one is available. */
import { carrierName } from '../data/carriers';
import { COUNTRIES, type CountryCode } from '../data/countries';
import type { Geocoding } from '../data/geocoder';
import {
	isOpenTomorrow,
	nextOpeningAfterHolidays,
	nextOpeningAt,
} from '../data/hours';
import type { Point } from '../data/point';
import { json, type Reply, type Request } from '../http';
import type { World } from '../world';
import { hasPictures, originOf } from './media';
import { readSearch } from './v3-parameters';
import { Refusal } from './refusal';
import { V3 } from './v3-errors';

const DAYS = [
	'monday',
	'tuesday',
	'wednesday',
	'thursday',
	'friday',
	'saturday',
	'sunday',
];

/** A closed day is null. */
function openingTimes( {
	hours,
	onHoliday,
}: Point ): Record< string, unknown > | null {
	return (
		hours &&
		Object.fromEntries(
			DAYS.map( ( day, index ) => {
				const intervals = (
					( ! onHoliday && hours[ index ] ) ||
					[]
				).map( ( [ start, end ] ) => ( {
					start_time: start,
					end_time: end,
				} ) );
				return [ day, intervals.length ? intervals : null ];
			} )
		)
	);
}

function describe(
	point: Point,
	now: Date,
	origin: string
): Record< string, unknown > {
	const { timeZone } = COUNTRIES[ point.country ];
	const media = hasPictures( point.carrier )
		? `${ origin }/global-media/${ point.carrier }/img`
		: null;
	return {
		id: point.id,
		name: point.name,
		carrier: {
			code: point.carrier,
			name: carrierName( point.carrier ),
			logo_url: media && `${ media }/logo.svg`,
			icon_url: media && `${ media }/icon.svg`,
		},
		carrier_service_point_id: point.carrierPointId,
		carrier_shop_type: point.carrierShopType,
		general_shop_type: point.kind,
		address: {
			street: point.street,
			house_number: point.houseNumber,
			postal_code: point.postalCode,
			city: point.city,
			country_code: point.country,
		},
		position: { latitude: point.latitude, longitude: point.longitude },
		contact: { email: point.email, phone: point.phone },
		opening_times: openingTimes( point ),
		is_open_tomorrow:
			! point.onHoliday && isOpenTomorrow( point.hours, timeZone, now ),
		next_open_at: ( point.onHoliday
			? nextOpeningAfterHolidays
			: nextOpeningAt )( point.hours, timeZone, now ),
		is_expired: point.expired,
	};
}

function describeGeocoding( geocoding: Geocoding | null ): unknown {
	return (
		geocoding && {
			status: geocoding.status,
			precision: geocoding.precision,
			formatted_address: geocoding.formattedAddress,
		}
	);
}

/** A public client saw "the integration's carriers" answered with one of them. */
function firstNetwork( request: Request, carriers: string[] ): string[] {
	const country = request.query.get( 'country_code' ) as CountryCode;
	const there = COUNTRIES[ country ]?.carriers ?? {};
	return carriers.filter( ( code ) => code in there ).slice( 0, 1 );
}

export function listV3(
	request: Request,
	world: World,
	isOneNetwork = false
): Reply {
	const { carriers } = world.integration;
	const { criteria, geocoding } = readSearch(
		request.query,
		isOneNetwork ? firstNetwork( request, carriers ) : carriers
	);
	const now = world.now();
	const found =
		geocoding?.status === 'not_found'
			? []
			: world.points.search( {
					...criteria,
					// "In area-based searches, only service points that are considered fresh enough are returned."
					matches: ( { expired } ) =>
						! expired || criteria.carrierPointIds.length > 0,
				} );
	return json( {
		data: {
			results: found.map( ( { point, distance } ) => ( {
				...describe( point, now, originOf( request ) ),
				distance,
			} ) ),
			geocoding: describeGeocoding( geocoding ),
		},
	} );
}

function findPoint( id: string, world: World ): Point {
	const point = world.points.find( Number( id ) );
	if ( ! point ) {
		throw new Refusal( V3.notFound( '' ) );
	}
	return point;
}

export function showV3( request: Request, id: string, world: World ): Reply {
	const point = findPoint( id, world );
	return json( {
		data: describe( point, world.now(), originOf( request ) ),
	} );
}

export function availabilityV3( id: string, world: World ): Reply {
	return json( { data: { is_available: findPoint( id, world ).available } } );
}
