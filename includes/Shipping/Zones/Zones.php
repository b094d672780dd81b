<?php
/**
 * The shop's shipping zones, as far as service points go.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping\Zones;

use SendcloudServicePoints\Shipping\MethodSettings;
use SendcloudServicePoints\Shipping\Recognition;
use SendcloudServicePoints\Shipping\RelayRates;
use SendcloudServicePoints\Shipping\ServicePointMethod;
use WC_Shipping_Flat_Rate;
use WC_Shipping_Method;
use WC_Shipping_Zone;
use WC_Shipping_Zones;

final class Zones {

	/** @var list<Zone>|null */
	private ?array $zones = null;

	public function __construct(
		private readonly RelayRates $rates,
		private readonly MethodSettings $settings,
	) {}

	/** @return list<Zone> The rest of the world last. */
	public function all(): array {
		return $this->zones ??= $this->read();
	}

	/** @return list<Zone> Those where shoppers can choose a service point. */
	public function offering(): array {
		return array_values( array_filter( $this->all(), static fn ( Zone $zone ): bool => [] !== $zone->enabled() ) );
	}

	/** @return list<Zone> */
	private function read(): array {
		$ships_to = array_map( 'strval', array_keys( WC()->countries->get_shipping_countries() ) );
		$covered  = [];
		$zones    = [];
		foreach ( WC_Shipping_Zones::get_zones() as $data ) {
			$zone      = new WC_Shipping_Zone( is_array( $data ) && is_numeric( $data['zone_id'] ?? null ) ? (int) $data['zone_id'] : 0 );
			$countries = array_values( array_intersect( self::countries( $zone ), $ships_to ) );
			$covered   = [ ...$covered, ...$countries ];
			$zones[]   = $this->zone( $zone, $countries );
		}
		$zones[] = $this->zone( new WC_Shipping_Zone( 0 ), array_values( array_diff( $ships_to, $covered ) ) );
		return $zones;
	}

	/** @param list<string> $countries */
	private function zone( WC_Shipping_Zone $zone, array $countries ): Zone {
		$relays   = [];
		$excluded = [];
		$is_used  = false;
		foreach ( $zone->get_shipping_methods() as $method ) {
			if ( ! $method instanceof WC_Shipping_Method ) {
				continue;
			}
			$is_used     = $is_used || 'yes' === $method->enabled;
			$recognition = $this->rates->recognition( $method->id, $method->instance_id );
			if ( Recognition::Never === $recognition ) {
				$excluded[] = $method->get_title();
			} elseif ( $recognition->needs_point() ) {
				$relays[] = new RelayMethod(
					$method->instance_id,
					$method->get_title(),
					$this->settings->carriers( $method->id, $method->instance_id ),
					'yes' === $method->enabled,
					self::has_price( $method ),
					ServicePointMethod::is_free_for_all( $method->instance_settings ),
					$recognition
				);
			}
		}
		return new Zone( $zone->get_id(), $zone->get_zone_name(), $countries, $relays, $excluded, $is_used );
	}

	/** WooCommerce offers a flat rate only when a cost is typed, be it 0. */
	private static function has_price( WC_Shipping_Method $method ): bool {
		if ( ! $method instanceof WC_Shipping_Flat_Rate || 'yes' === $method->get_option( 'free_shipping_enabled' ) ) {
			return true;
		}
		foreach ( $method->instance_settings as $name => $value ) {
			if ( 1 === preg_match( '/^(cost|class_cost_\d+|no_class_cost)$/', (string) $name ) && '' !== $value ) {
				return true;
			}
		}
		return false;
	}

	/** @return list<string> Also those of which the zone holds only a part. */
	private static function countries( WC_Shipping_Zone $zone ): array {
		$continents = WC()->countries->get_continents();
		$countries  = [];
		foreach ( $zone->get_zone_locations() as $location ) {
			$code = is_object( $location ) && is_string( $location->code ?? null ) ? $location->code : '';
			$type = is_object( $location ) ? $location->type ?? '' : '';
			if ( 'continent' === $type ) {
				$members   = $continents[ $code ]['countries'] ?? [];
				$countries = [ ...$countries, ...array_filter( is_array( $members ) ? $members : [], 'is_string' ) ];
			} elseif ( 'country' === $type || 'state' === $type ) {
				$countries[] = explode( ':', $code )[0];
			}
		}
		return array_values( array_unique( $countries ) );
	}
}
