<?php
/**
 * Does Sendcloud offer the carriers each shipping method is limited to?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Diagnostics\Probes\SendcloudAccount;
use SendcloudServicePoints\Sendcloud\Carriers;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Shipping\CarrierSetting;
use SendcloudServicePoints\Shipping\Zones\RelayMethod;
use SendcloudServicePoints\Shipping\Zones\Zone;
use SendcloudServicePoints\Shipping\Zones\Zones;

final class MethodCarriersCheck extends Check {

	public const ID     = 'method-carriers';
	public const GROUP  = Group::Sendcloud;
	public const REMOTE = true;

	public function __construct(
		private readonly SendcloudAccount $account,
		private readonly Zones $zones,
	) {}

	public function title(): string {
		return __( 'Carriers of the shipping methods', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		try {
			$offered = $this->account->carriers();
		} catch ( SendcloudException $exception ) {
			return Finding::unknown( __( 'Sendcloud did not say which carriers it offers.', 'sendcloud-service-points' ), $exception->merchant_message() );
		}
		$problems = [];
		$is_empty = false;
		$zones    = [];
		foreach ( $this->zones->offering() as $zone ) {
			foreach ( $zone->enabled() as $method ) {
				$missing = self::missing( $method, $offered );
				if ( [] !== $missing ) {
					$is_empty            = $is_empty || count( $missing ) === count( $method->carriers );
					$problems[]          = self::line( $zone, $method, $missing );
					$zones[ $zone->id ]  = $zone;
				}
			}
		}
		if ( [] === $problems ) {
			return Finding::good( __( 'Sendcloud offers every carrier that a shipping method is limited to.', 'sendcloud-service-points' ) );
		}
		$fix     = __( 'Switch the carrier on in Sendcloud, under Settings > Integrations > your integration > Service points, or take it out of the shipping method.', 'sendcloud-service-points' );
		$finding = $is_empty
			? Finding::critical( __( 'A shipping method is limited to carriers that are all switched off in Sendcloud, so it finds no service point.', 'sendcloud-service-points' ), $fix )
			: Finding::recommended( __( 'A shipping method is limited to a carrier that is switched off in Sendcloud.', 'sendcloud-service-points' ), $fix );
		$finding = $finding->with( $problems )->link( __( 'Integrations in Sendcloud', 'sendcloud-service-points' ), Screens::sendcloud_integrations() );
		foreach ( $zones as $zone ) {
			$finding = $finding->link( $zone->name, Screens::zone( $zone->id ) );
		}
		return $finding;
	}

	/**
	 * Sendcloud splits carriers by country: "dhl" is offered where "dhl_de" is.
	 *
	 * @param list<string> $offered
	 * @return list<string>
	 */
	private static function missing( RelayMethod $method, array $offered ): array {
		return array_values(
			array_filter(
				$method->carriers,
				static fn ( string $carrier ): bool => [] === $offered || ! CarrierSetting::allows( $offered, $carrier )
			)
		);
	}

	/** @param list<string> $missing */
	private static function line( Zone $zone, RelayMethod $method, array $missing ): string {
		return sprintf(
			/* translators: 1: shipping zone, 2: shipping method, 3: list of carriers. */
			__( '%1$s, %2$s: %3$s', 'sendcloud-service-points' ),
			$zone->name,
			$method->title,
			wp_sprintf_l( '%l', array_map( Carriers::name( ... ), $missing ) )
		);
	}
}
