/**
 * A service point in words.
 */
import { __, sprintf } from '@wordpress/i18n';
import type { OpeningInterval, ServicePoint } from '../types/domain';
import {
	formatDay,
	formatTime,
	isWholeDay,
	weekdayName,
	weekdayOf,
	type OpenState,
} from './hours';

/** Where letters are addressed "99 rue Voltaire"; elsewhere the number comes last. As in includes/Domain/ServicePoint.php. */
const NUMBER_FIRST = [ 'FR', 'MC', 'LU', 'GB', 'IE' ];

export function formatStreet( { address }: ServicePoint ): string {
	const parts = [ address.street, address.house_number ].filter( Boolean );
	return (
		NUMBER_FIRST.includes( address.country_code ) ? parts.reverse() : parts
	).join( ' ' );
}

export const formatCity = ( { address }: ServicePoint ): string =>
	`${ address.postal_code } ${ address.city }`.trim();

export const formatAddress = ( point: ServicePoint ): string =>
	[ formatStreet( point ), formatCity( point ) ]
		.filter( Boolean )
		.join( ', ' );

export function shopTypeLabel( shopType: string ): string {
	switch ( shopType ) {
		case 'locker':
			return __( 'Parcel locker', 'sendcloud-service-points' );
		case 'post_office':
			return __( 'Post office', 'sendcloud-service-points' );
		case 'carrier_depot':
			return __( 'Carrier depot', 'sendcloud-service-points' );
		case 'servicepoint':
			return __( 'Parcel shop', 'sendcloud-service-points' );
		default:
			return (
				readable( shopType ) ||
				__( 'Service point', 'sendcloud-service-points' )
			);
	}
}

/** `post_kiosk` is no word of ours, and says more than none: "Post kiosk". */
function readable( slug: string ): string {
	const words = slug.replace( /[_-]+/g, ' ' ).trim();
	return words.charAt( 0 ).toUpperCase() + words.slice( 1 );
}

export function openStateLabel( open: OpenState, locale: string ): string {
	switch ( open.state ) {
		case 'always_open':
			return __( 'Open day and night', 'sendcloud-service-points' );
		case 'open':
			return sprintf(
				/* translators: %s: time of day. */
				__( 'Open today until %s', 'sendcloud-service-points' ),
				formatTime( open.until, locale )
			);
		case 'opens':
			return sprintf(
				/* translators: %s: time of day. */
				__( 'Opens today at %s', 'sendcloud-service-points' ),
				formatTime( open.at, locale )
			);
		case 'opens_on':
			return opensLabel( open, locale );
		case 'closed_now':
			return __( 'Closed now', 'sendcloud-service-points' );
		case 'closed_today':
			return __( 'Closed today', 'sendcloud-service-points' );
		default:
			return '';
	}
}

function opensLabel(
	{ date, days, at }: Extract< OpenState, { state: 'opens_on' } >,
	locale: string
): string {
	const time = formatTime( at, locale );
	if ( days < 1 ) {
		return sprintf(
			/* translators: %s: time of day. */
			__( 'Opens today at %s', 'sendcloud-service-points' ),
			time
		);
	}
	if ( days === 1 ) {
		return sprintf(
			/* translators: %s: time of day. */
			__( 'Opens tomorrow at %s', 'sendcloud-service-points' ),
			time
		);
	}
	const day =
		days < 7
			? weekdayName( weekdayOf( new Date( date ), 'UTC' ), locale )
			: formatDay( date, locale );
	return sprintf(
		/* translators: 1: weekday or date, 2: time of day. */
		__( 'Opens %1$s at %2$s', 'sendcloud-service-points' ),
		day,
		time
	);
}

export function formatIntervals(
	intervals: OpeningInterval[],
	locale: string
): string[] {
	if ( intervals.length === 0 ) {
		return [ __( 'Closed', 'sendcloud-service-points' ) ];
	}
	if ( isWholeDay( intervals ) ) {
		return [ __( 'Open 24 hours', 'sendcloud-service-points' ) ];
	}
	return intervals.map( ( { start_time: start, end_time: end } ) =>
		sprintf(
			/* translators: 1: opening time, 2: closing time. */
			__( '%1$s – %2$s', 'sendcloud-service-points' ),
			formatTime( start, locale ),
			formatTime( end, locale )
		)
	);
}
