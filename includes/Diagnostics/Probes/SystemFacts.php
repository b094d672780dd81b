<?php
/**
 * What a supporter asks first: versions, settings, how the checkout is made. No keys, nothing about people.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Probes;

use Automattic\WooCommerce\Utilities\OrderUtil;
use SendcloudServicePoints\Info;
use SendcloudServicePoints\Settings\Settings;

final class SystemFacts {

	public function __construct( private readonly Settings $settings ) {}

	/** @return array<string, string> Label => value. Costs no network request. */
	public function all(): array {
		return [
			__( 'Plugin version', 'sendcloud-service-points' )    => Info::VERSION,
			__( 'WordPress', 'sendcloud-service-points' )         => get_bloginfo( 'version' ),
			__( 'WooCommerce', 'sendcloud-service-points' )       => WC()->version,
			__( 'PHP', 'sendcloud-service-points' )               => PHP_VERSION,
			__( 'Sendcloud keys', 'sendcloud-service-points' )    => $this->keys(),
			__( 'API version', 'sendcloud-service-points' )       => $this->settings->api_version(),
			__( 'Map', 'sendcloud-service-points' )               => $this->settings->map_provider(),
			__( 'Theme', 'sendcloud-service-points' )             => get_stylesheet() . ' ' . self::theme_version(),
			__( 'Checkout page', 'sendcloud-service-points' )     => CheckoutPage::current()->kind->value,
			__( 'Order storage', 'sendcloud-service-points' )     => OrderUtil::custom_orders_table_usage_is_enabled() ? 'HPOS' : 'posts',
		];
	}

	private function keys(): string {
		return match ( true ) {
			! $this->settings->has_keys()               => __( 'missing', 'sendcloud-service-points' ),
			$this->settings->secret_key_is_constant()   => __( 'set in wp-config.php', 'sendcloud-service-points' ),
			default                                     => __( 'set', 'sendcloud-service-points' ),
		};
	}

	private static function theme_version(): string {
		$version = wp_get_theme()->get( 'Version' );
		return is_string( $version ) ? $version : '';
	}
}
