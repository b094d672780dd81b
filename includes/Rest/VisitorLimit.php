<?php
/**
 * Keeps one visitor from spending the requests of the whole Sendcloud account.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Rest;

use SendcloudServicePoints\Support\SharedCache;

final class VisitorLimit {

	private const PER_MINUTE = 60;

	public function __construct( private readonly SharedCache $counts ) {}

	/** Counts this request. Answers 0 when it is allowed. */
	public function seconds_to_wait(): int {
		/**
		 * Filters how many searches one visitor may make in a minute; 0 for no limit.
		 *
		 * @param int $per_minute Default 60.
		 */
		$per_minute = apply_filters( 'sendcloud_service_points_visitor_limit', self::PER_MINUTE );
		if ( ! is_int( $per_minute ) || $per_minute < 1 ) {
			return 0;
		}
		$minute = intdiv( time(), 60 );
		$count  = $this->counts->increment( self::visitor() . $minute, 60 );
		return $count > $per_minute ? ( $minute + 1 ) * 60 - time() : 0;
	}

	/** Salted, so that what is stored names nobody. */
	private static function visitor(): string {
		/**
		 * Filters the address that a visitor is counted by. For shops behind a proxy of another network, whose address all
		 * visitors would share.
		 *
		 * @param string $address IP address.
		 */
		$address = apply_filters( 'sendcloud_service_points_visitor_address', self::address() );
		return wp_hash( is_string( $address ) ? $address : '' );
	}

	private static function address(): string {
		// phpcs:disable WordPress.Security.ValidatedSanitizedInput -- Hashed, never shown or stored.
		$remote    = is_string( $_SERVER['REMOTE_ADDR'] ?? null ) ? $_SERVER['REMOTE_ADDR'] : '';
		$forwarded = is_string( $_SERVER['HTTP_X_FORWARDED_FOR'] ?? null ) ? $_SERVER['HTTP_X_FORWARDED_FOR'] : '';
		// phpcs:enable
		$is_public = false !== filter_var( $remote, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE );
		// A private address is our own proxy's. It added the last name of the list; the ones before, a visitor can invent.
		return $is_public || '' === $forwarded ? $remote : trim( (string) strrchr( ',' . $forwarded, ',' ), ', ' );
	}
}
