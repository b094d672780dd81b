<?php
/**
 * Turns methods of the official plugin's first generation into those of its second.
 *
 * In place: the row in its zone stays, enabled or not, and so does the number in its option's name. Only the kind changes, so what has been
 * converted is not found again. The old settings are kept, in case the merchant goes back.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\SendcloudPlugins\Migration;

use Exception;
use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Shipping\CarrierSetting;
use SendcloudServicePoints\Shipping\LegacyServicePointMethod;
use SendcloudServicePoints\Shipping\ServicePointMethod;
use WC_Cache_Helper;
use WC_Shipping;
use WC_Shipping_Zone;

final class MethodConversion {

	/** Whether anybody would answer for the new methods. */
	public function is_possible(): bool {
		return isset( WC_Shipping::instance()->get_shipping_method_class_names()[ ServicePointMethod::ID ] );
	}

	/** @return list<Conversion> What would be done. */
	public function plan(): array {
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- WooCommerce asks zone by zone, and only for methods it knows.
		$rows = $wpdb->get_results(
			$wpdb->prepare(
				"SELECT zone_id, instance_id, is_enabled FROM {$wpdb->prefix}woocommerce_shipping_zone_methods WHERE method_id = %s ORDER BY zone_id, method_order",
				LegacyServicePointMethod::ID
			),
			ARRAY_A
		);
		$plan = [];
		foreach ( is_array( $rows ) ? $rows : [] as $row ) {
			$row         = Fields::from_data( $row );
			$instance_id = $row->integer( 'instance_id' ) ?? 0;
			$settings    = get_option( self::option( LegacyServicePointMethod::PLUGIN_ID . LegacyServicePointMethod::ID, $instance_id ) );
			$plan[]      = new Conversion(
				zone: self::zone_name( $row->integer( 'zone_id' ) ?? 0 ),
				instance_id: $instance_id,
				is_enabled: 1 === $row->integer( 'is_enabled' ),
				settings: is_array( $settings ) ? self::settings( $settings ) : null,
			);
		}
		return $plan;
	}

	/** @return list<Conversion> What was done, and by no other run at the same time. */
	public function run(): array {
		global $wpdb;
		$done = [];
		foreach ( $this->is_possible() ? $this->plan() : [] as $conversion ) {
			// First, so that no shopper meets the method without its price.
			if ( null !== $conversion->settings ) {
				update_option( self::option( ServicePointMethod::PLUGIN_ID . ServicePointMethod::ID, $conversion->instance_id ), $conversion->settings );
			}
			$where = [
				'instance_id' => $conversion->instance_id,
				'method_id'   => LegacyServicePointMethod::ID,
			];
			// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- WooCommerce cannot change a method's kind.
			if ( 1 === $wpdb->update( "{$wpdb->prefix}woocommerce_shipping_zone_methods", [ 'method_id' => ServicePointMethod::ID ], $where ) ) {
				$done[] = $conversion;
			}
		}
		WC_Cache_Helper::get_transient_version( 'shipping', true );
		return $done;
	}

	private static function option( string $method, int $instance_id ): string {
		return "{$method}_{$instance_id}_settings";
	}

	/**
	 * All of them, also those nobody knows; carriers were text separated by commas and are a list.
	 *
	 * @param array<mixed> $settings
	 * @return array<mixed>
	 */
	private static function settings( array $settings ): array {
		$carriers = CarrierSetting::parse( $settings['carrier_select'] ?? '' );
		unset( $settings['carrier_select'] );
		return [ 'carrier_select_v2' => $carriers ] + $settings;
	}

	private static function zone_name( int $zone_id ): string {
		try {
			return ( new WC_Shipping_Zone( $zone_id ) )->get_zone_name();
		} catch ( Exception ) {
			// WooCommerce leaves methods of deleted zones behind.
			return '–';
		}
	}
}
