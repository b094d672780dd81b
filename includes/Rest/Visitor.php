<?php
/**
 * Who asks, as far as a count needs to know: a network address, hashed.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Rest;

use SendcloudServicePoints\Settings\Settings;

final class Visitor {

	/** What proxies of other networks call the visitor, the surest first. Cloudflare, Akamai and Cloudflare, nginx. */
	private const HEADERS = [ 'HTTP_CF_CONNECTING_IP', 'HTTP_TRUE_CLIENT_IP', 'HTTP_X_REAL_IP' ];

	/** Bytes. An IPv6 subscriber has a network of 64 bits full of addresses. An IPv4 address is shorter. */
	private const IPV6_NETWORK = 8;

	private const IPV4_IN_IPV6 = "\0\0\0\0\0\0\0\0\0\0\xff\xff";

	public function __construct( private readonly Settings $settings ) {}

	/** Salted, so that what is stored names nobody. */
	public function key(): string {
		/**
		 * Filters the address that a visitor is counted by. For shops behind a proxy of another network that neither names the
		 * visitor in a usual header nor can be trusted with the setting "Proxy".
		 *
		 * @param string $address IP address. Of an IPv6 address only the network counts.
		 */
		$address = apply_filters( 'sendcloud_service_points_visitor_address', self::address( $this->settings->has_proxy_support() ) );
		return wp_hash( self::network( is_string( $address ) ? $address : '' ) );
	}

	/**
	 * @param bool $trusts_proxies Whether proxies of other networks are believed.
	 * @return string IP address, or what a header has in its place.
	 */
	public static function address( bool $trusts_proxies ): string {
		$remote    = self::server( 'REMOTE_ADDR' );
		$forwarded = array_map( 'trim', explode( ',', self::server( 'HTTP_X_FORWARDED_FOR' ) ) );
		if ( $trusts_proxies ) {
			$named = array_filter( array_map( self::server( ... ), self::HEADERS ), self::is_address( ... ) );
			// Each proxy adds one at the end; our own ones are private.
			$addresses = [ $remote, ...array_filter( $forwarded, self::is_public( ... ) ), ...array_reverse( $named ) ];
			return end( $addresses );
		}
		// A private address is our own proxy's. It added the last name of the list; the ones before, a visitor can invent.
		$last = end( $forwarded );
		return self::is_public( $remote ) || '' === $last ? $remote : $last;
	}

	private static function network( string $address ): string {
		if ( ! self::is_address( $address ) ) {
			return $address;
		}
		$packed = (string) inet_pton( $address );
		// IPv4 in the clothes of IPv6, as some servers write it.
		$packed = str_starts_with( $packed, self::IPV4_IN_IPV6 ) ? substr( $packed, strlen( self::IPV4_IN_IPV6 ) ) : $packed;
		return substr( $packed, 0, self::IPV6_NETWORK );
	}

	private static function is_address( string $address ): bool {
		return false !== filter_var( $address, FILTER_VALIDATE_IP );
	}

	public static function is_public( string $address ): bool {
		return false !== filter_var( $address, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE );
	}

	private static function server( string $name ): string {
		// phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- Hashed, never shown or stored.
		return is_string( $_SERVER[ $name ] ?? null ) ? trim( $_SERVER[ $name ] ) : '';
	}
}
