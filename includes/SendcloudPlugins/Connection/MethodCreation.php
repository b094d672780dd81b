<?php
/**
 * Adds "Service Point Delivery" to the zones that lack it, once Sendcloud has switched service points on.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\SendcloudPlugins\Connection;

use SendcloudServicePoints\Settings\Settings;
use SendcloudServicePoints\Shipping\RelayRates;
use SendcloudServicePoints\Shipping\Zones\ZoneRepair;
use SendcloudServicePoints\Support\Lock;
use WC_Shipping_Method;
use WC_Shipping_Zone;
use WC_Shipping_Zones;

final class MethodCreation {

	public function __construct(
		private readonly Connection $connection,
		private readonly Settings $settings,
		private readonly RelayRates $rates,
		private readonly ZoneRepair $repair,
	) {}

	/** At once, or when the merchant agrees. */
	public function create_or_ask(): void {
		if ( $this->settings->creates_methods() ) {
			$this->create();
		} else {
			$this->connection->set_asking( [] !== $this->zones_without_method() );
		}
	}

	/** @return int How many were added. */
	public function create(): int {
		// Sendcloud tries again when an answer is late.
		$lock = Lock::acquire( 'zones', 60 );
		if ( null === $lock ) {
			return 0;
		}
		$zones = $this->zones_without_method();
		foreach ( $zones as $zone ) {
			$this->connection->mark_zone_served( $zone->get_id() );
			$this->repair->add( $zone );
		}
		$this->connection->set_asking( false );
		$lock->release();
		return count( $zones );
	}

	/**
	 * The rest of the world is only for shops that have no other zone.
	 *
	 * @return list<WC_Shipping_Zone>
	 */
	public function zones_without_method(): array {
		$ids = array_map( 'intval', array_column( WC_Shipping_Zones::get_zones(), 'zone_id' ) );
		$ids = array_diff( [] === $ids ? [ 0 ] : $ids, $this->connection->zones_served() );
		$zones = array_map( static fn ( int $id ): WC_Shipping_Zone => new WC_Shipping_Zone( $id ), $ids );
		return array_values( array_filter( $zones, $this->lacks_method( ... ) ) );
	}

	/** One that is switched off is there: the merchant had a reason. */
	private function lacks_method( WC_Shipping_Zone $zone ): bool {
		foreach ( $zone->get_shipping_methods() as $method ) {
			if ( $method instanceof WC_Shipping_Method && $this->rates->is_relay( $method->id, $method->instance_id ) ) {
				return false;
			}
		}
		return true;
	}
}
