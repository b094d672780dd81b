<?php
/**
 * Puts delivery to a service point into the zones that lack it.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping\Zones;

use SendcloudServicePoints\Shipping\ServicePointMethod;
use WC_Cache_Helper;
use WC_Shipping_Method;
use WC_Shipping_Zone;
use WC_Shipping_Zones;

final class ZoneRepair {

	public function __construct( private readonly Zones $zones ) {}

	/**
	 * The rest of the world is left alone: whoever wants service points in a country there gives it a zone.
	 *
	 * @return list<Zone> In use, with a country where Sendcloud has service points, and without a method that offers them.
	 */
	public function zones(): array {
		return array_values(
			array_filter(
				$this->zones->all(),
				static fn ( Zone $zone ): bool => 0 !== $zone->id
					&& [] === $zone->enabled()
					&& [] !== $zone->covered()
					&& ( $zone->is_used || $zone->is_switched_off() )
			)
		);
	}

	public function apply(): void {
		$zones = $this->zones();
		if ( [] === $zones && [] === $this->zones->offering() ) {
			$this->add( $this->home() );
			return;
		}
		foreach ( $zones as $zone ) {
			if ( $zone->is_switched_off() ) {
				$this->enable( $zone );
			} else {
				$this->add( new WC_Shipping_Zone( $zone->id ) );
			}
		}
	}

	private function enable( Zone $zone ): void {
		global $wpdb;
		foreach ( $zone->relays as $method ) {
			// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- WooCommerce has no function for it.
			$wpdb->update( "{$wpdb->prefix}woocommerce_shipping_zone_methods", [ 'is_enabled' => 1 ], [ 'instance_id' => $method->instance_id ] );
			// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WooCommerce's own, as its zone screen calls it.
			do_action( 'woocommerce_shipping_zone_method_status_toggled', $method->instance_id, ServicePointMethod::ID, $zone->id, 1 );
		}
		WC_Cache_Helper::get_transient_version( 'shipping', true );
	}

	/** With the price that service points have elsewhere; where there is none, the merchant has to name it, so that nothing is given away. */
	public function add( WC_Shipping_Zone $zone ): void {
		$model       = $this->model();
		$instance_id = $zone->add_shipping_method( ServicePointMethod::ID );
		if ( $instance_id > 0 ) {
			// WooCommerce's own default is 0, and would be offered.
			$settings = [] === $model ? [ 'cost' => '' ] : $model;
			update_option( ServicePointMethod::PLUGIN_ID . ServicePointMethod::ID . "_{$instance_id}_settings", $settings );
		}
		WC_Cache_Helper::get_transient_version( 'shipping', true );
	}

	/**
	 * The carriers stay behind: those of one country are not those of another.
	 *
	 * @return array<string, mixed>
	 */
	private function model(): array {
		foreach ( $this->zones->offering() as $zone ) {
			foreach ( $zone->enabled() as $relay ) {
				$method = WC_Shipping_Zones::get_shipping_method( $relay->instance_id );
				if ( $method instanceof WC_Shipping_Method && ServicePointMethod::ID === $method->id ) {
					$settings = get_option( $method->get_instance_option_key() );
					return array_diff_key( is_array( $settings ) ? $settings : [], array_flip( [ 'carrier_select', 'carrier_select_v2' ] ) );
				}
			}
		}
		return [];
	}

	/** The zone of the shop's own country, made where there is none. */
	private function home(): WC_Shipping_Zone {
		$country = WC()->countries->get_base_country();
		foreach ( $this->zones->all() as $zone ) {
			if ( 0 !== $zone->id && in_array( $country, $zone->countries, true ) ) {
				return new WC_Shipping_Zone( $zone->id );
			}
		}
		$zone = new WC_Shipping_Zone();
		$zone->set_zone_name( CountryNames::of( $country ) );
		$zone->add_location( $country, 'country' );
		$zone->save();
		return $zone;
	}
}
