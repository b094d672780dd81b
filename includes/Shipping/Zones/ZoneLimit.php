<?php
/**
 * Which shipping zones the points of a rate must lie in: those where the delivery costs the same.
 *
 * A point is a place in the country, and the country may have zones of several prices: a parcel from Madrid's zone to a point in Las Palmas
 * would be sent at the mainland's price. WooCommerce itself says which zone a point lies in, as of any address; its province, which points
 * do not have, the postcode tells in Spain and Italy. Where it cannot be told, the point is allowed.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping\Zones;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Domain\Provinces;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Shipping\MethodSettings;
use WC_Cache_Helper;
use WC_Shipping_Rate;
use WC_Shipping_Zones;

/** @phpstan-type Parts array{states: list<string>, postcodes: list<string>} */
final class ZoneLimit {

	private const CACHE = 'sendcloud_service_points_split_countries';

	/** Stands for every country. */
	private const ALL = '*';

	/** @var array<string, list<int>> Of this request, by the state of the zones, method and zone. */
	private array $as_cheap = [];

	public function __construct( private readonly MethodSettings $settings ) {}

	/**
	 * @param mixed $destination WooCommerce's: country, state, postcode.
	 * @return list<int> Ids of zones; empty for all.
	 */
	public function zones( WC_Shipping_Rate $rate, mixed $destination ): array {
		$fields  = Fields::from_data( $destination );
		$country = $fields->string( 'country' );
		$parts   = $this->parts();
		$divides = self::is_among( $parts['postcodes'], $country ) || in_array( $country, $parts['states'], true );
		if ( ! $divides || $rate->get_instance_id() < 1 || ( in_array( $country, $parts['states'], true ) && '' === $fields->string( 'state' ) ) ) {
			return [];
		}
		$zone = self::match( $country, $fields->string( 'state' ), $fields->string( 'postcode' ) );
		// Changes with the zones.
		$key = WC_Cache_Helper::get_cache_prefix( 'shipping_zones' ) . "{$rate->get_method_id()}:{$rate->get_instance_id()}@$zone";

		return $this->as_cheap[ $key ] ??= array_values( array_unique( [ $zone, ...$this->as_cheap_as( $rate ) ] ) );
	}

	/** @param list<int> $zones Ids of zones; empty for all. */
	public function contains( array $zones, ServicePoint $point ): bool {
		if ( [] === $zones ) {
			return true;
		}
		/**
		 * Filters whether a point lies where the delivery costs the same as at the customer's address.
		 *
		 * @param bool         $allowed Whether it lies in one of the zones, or nobody can tell.
		 * @param ServicePoint $point   The point.
		 * @param list<int>    $zones   Ids of WooCommerce's shipping zones.
		 */
		return (bool) apply_filters( 'sendcloud_service_points_point_in_zone', $this->lies_in( $zones, $point ), $point, $zones );
	}

	/** @param list<int> $zones */
	private function lies_in( array $zones, ServicePoint $point ): bool {
		$parts  = $this->parts();
		$states = Provinces::of( $point->country_code, $point->postal_code );
		if ( ( '' === $point->postal_code && self::is_among( $parts['postcodes'], $point->country_code ) )
			|| ( [] === $states && in_array( $point->country_code, $parts['states'], true ) ) ) {
			return true;
		}
		foreach ( [] === $states ? [ '' ] : $states as $state ) {
			if ( in_array( self::match( $point->country_code, $state, $point->postal_code ), $zones, true ) ) {
				return true;
			}
		}
		return false;
	}

	private static function match( string $country, string $state, string $postcode ): int {
		$destination = [
			'country'  => $country,
			'state'    => $state,
			'postcode' => $postcode,
		];
		return WC_Shipping_Zones::get_zone_matching_package( [ 'destination' => $destination ] )->get_id();
	}

	/** @return list<int> Zones where a method of the same kind has the same price. */
	private function as_cheap_as( WC_Shipping_Rate $rate ): array {
		global $wpdb;
		$method = $rate->get_method_id();
		$price  = $this->settings->price( $method, $rate->get_instance_id() );
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- WooCommerce has no function that finds the methods of all zones at once.
		$rows  = $wpdb->get_results( $wpdb->prepare( "SELECT zone_id, instance_id FROM {$wpdb->prefix}woocommerce_shipping_zone_methods WHERE method_id = %s AND is_enabled = 1", $method ), ARRAY_A );
		$zones = [];
		foreach ( is_array( $rows ) ? $rows : [] as $row ) {
			$fields   = Fields::from_data( $row );
			$instance = $fields->integer( 'instance_id' ) ?? 0;
			if ( $this->settings->price( $method, $instance ) === $price ) {
				$zones[] = $fields->integer( 'zone_id' ) ?? 0;
			}
		}
		return $zones;
	}

	/**
	 * The countries that zones divide: by states, or by postcodes. Everywhere else the country alone makes the zone, and nothing is looked up.
	 *
	 * @return Parts
	 */
	private function parts(): array {
		$version = WC_Cache_Helper::get_transient_version( 'shipping' );
		$cached  = get_transient( self::CACHE );
		$fields  = Fields::from_data( $cached );
		if ( $fields->string( 'version' ) === $version ) {
			return [
				'states'    => $fields->strings( 'states' ),
				'postcodes' => $fields->strings( 'postcodes' ),
			];
		}
		$parts = self::read();
		// Without an expiry it is loaded with all other options, so that asking costs no query.
		set_transient( self::CACHE, $parts + [ 'version' => $version ] );
		return $parts;
	}

	/** @return Parts */
	private static function read(): array {
		global $wpdb;
		$zones = [];
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- One query in place of one for each zone.
		$rows = $wpdb->get_results( "SELECT zone_id, location_code, location_type FROM {$wpdb->prefix}woocommerce_shipping_zone_locations", ARRAY_A );
		foreach ( is_array( $rows ) ? $rows : [] as $row ) {
			$fields = Fields::from_data( $row );
			$zones[ $fields->string( 'zone_id' ) ][ $fields->string( 'location_type' ) ][] = $fields->string( 'location_code' );
		}
		$states    = [];
		$postcodes = [];
		foreach ( $zones as $locations ) {
			$divided = array_map( static fn ( string $code ): string => explode( ':', $code )[0], $locations['state'] ?? [] );
			$states  = [ ...$states, ...$divided ];
			if ( isset( $locations['postcode'] ) ) {
				// A zone of postcodes alone is one of every country; a continent may as well be.
				$countries = isset( $locations['continent'] ) ? [ self::ALL ] : [ ...$locations['country'] ?? [], ...$divided ];
				$postcodes = [ ...$postcodes, ...( [] === $countries ? [ self::ALL ] : $countries ) ];
			}
		}
		return [
			'states'    => array_values( array_unique( $states ) ),
			'postcodes' => array_values( array_unique( $postcodes ) ),
		];
	}

	/** @param list<string> $countries */
	private static function is_among( array $countries, string $country ): bool {
		return [] !== array_intersect( [ self::ALL, $country ], $countries );
	}
}
