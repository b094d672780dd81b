<?php
/**
 * Is each visitor counted by an address of their own, or all by that of a proxy, so that they share one limit of searches?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Rest\Visitor;

final class VisitorAddressCheck extends Check {

	public const ID    = 'visitor-address';
	public const GROUP = Group::Server;

	/** Where proxies name the visitor: the header, and PHP's name of it. What only one proxy sets comes first. */
	private const HEADERS = [
		'CF-Connecting-IP' => 'HTTP_CF_CONNECTING_IP',
		'True-Client-IP'   => 'HTTP_TRUE_CLIENT_IP',
		'X-Real-IP'        => 'HTTP_X_REAL_IP',
		'X-Forwarded-For'  => 'HTTP_X_FORWARDED_FOR',
	];

	/** @param bool $has_proxy_support Whether the merchant has switched it on. */
	public function __construct( private readonly bool $has_proxy_support ) {}

	public function title(): string {
		return __( 'Addresses of visitors', 'sendcloud-service-points' );
	}

	/** Looks at the request of whoever asks, who comes to the shop by the same way as shoppers. */
	public function run(): Finding {
		return match ( true ) {
			'' === self::sent( 'REMOTE_ADDR' ) => Finding::info(
				__( 'Whether a proxy stands before the shop cannot be seen from WP-CLI.', 'sendcloud-service-points' ),
				__( 'Open the diagnostics in the browser.', 'sendcloud-service-points' )
			),
			false !== has_filter( 'sendcloud_service_points_visitor_address' ) => Finding::good(
				__( 'Code of this shop says which address a visitor is counted by: sendcloud_service_points_visitor_address.', 'sendcloud-service-points' )
			),
			$this->has_proxy_support => self::with_support( self::named() ),
			default => self::without_support( self::named() ),
		};
	}

	/** @param array<string, string> $named */
	private static function with_support( array $named ): Finding {
		return [] === $named
			? Finding::recommended(
				__( 'The setting "Proxy" is on, but no proxy stands before the shop: a visitor could invent an address, and search without limit.', 'sendcloud-service-points' ),
				__( 'Switch it off. Leave it on if shoppers come through a proxy, and only you do not.', 'sendcloud-service-points' )
			)->link( __( 'Settings', 'sendcloud-service-points' ), Screens::plugin_settings() )
			: Finding::good( __( 'The setting "Proxy" is on: visitors are counted by the address that the proxy names.', 'sendcloud-service-points' ) );
	}

	/** @param array<string, string> $named */
	private static function without_support( array $named ): Finding {
		return self::is_shared()
			? Finding::recommended(
				__( 'A proxy such as Cloudflare stands before the shop, and its address is taken for that of every visitor: they share one limit of searches.', 'sendcloud-service-points' ),
				__( 'Switch on "Proxy" in the settings, if nobody can reach your server but through the proxy.', 'sendcloud-service-points' )
			)->with( array_keys( $named ) )->link( __( 'Settings', 'sendcloud-service-points' ), Screens::plugin_settings() )
			: Finding::good( __( 'Each visitor is counted by an address of their own.', 'sendcloud-service-points' ) );
	}

	/**
	 * Whether the setting would count somebody else than is counted without it. A merchant behind the proxy of an office,
	 * which names a private address, and a server that already puts the visitor's address in place are no reason for it.
	 */
	private static function is_shared(): bool {
		$visitor = Visitor::address( trusts_proxies: true );
		return Visitor::is_public( $visitor ) && Visitor::address( trusts_proxies: false ) !== $visitor;
	}

	/** @return array<string, string> Header => what it says. */
	private static function named(): array {
		return array_filter( array_map( self::sent( ... ), self::HEADERS ), static fn ( string $value ): bool => '' !== $value );
	}

	private static function sent( string $name ): string {
		// phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- Compared, never shown or stored.
		$value = $_SERVER[ $name ] ?? '';
		return is_string( $value ) ? trim( $value ) : '';
	}
}
