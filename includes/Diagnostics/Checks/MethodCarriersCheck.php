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
use SendcloudServicePoints\Domain\CarrierCodes;
use SendcloudServicePoints\Domain\Coverage;
use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Sendcloud\Carriers;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Sendcloud\ServicePoints\ServicePointSource;
use SendcloudServicePoints\Shipping\CarrierSetting;
use SendcloudServicePoints\Shipping\Zones\RelayMethod;
use SendcloudServicePoints\Shipping\Zones\Zone;
use SendcloudServicePoints\Shipping\Zones\Zones;

final class MethodCarriersCheck extends Check {

	public const ID     = 'method-carriers';
	public const GROUP  = Group::Sendcloud;
	public const REMOTE = true;

	/** Of a zone, to look into: a carrier may have another's network in one of them. */
	private const COUNTRIES = 3;

	public function __construct(
		private readonly SendcloudAccount $account,
		private readonly Zones $zones,
		private readonly ServicePointSource $source,
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
		$problems   = [];
		$successors = [];
		$is_empty   = false;
		$zones      = [];
		foreach ( $this->zones->offering() as $zone ) {
			foreach ( $zone->enabled() as $method ) {
				$renamed = [];
				foreach ( self::missing( $method, $offered ) as $carrier ) {
					$renamed[ $carrier ] = $this->successors( $carrier, $zone );
				}
				$off = array_keys( $renamed, [], true );
				foreach ( array_filter( $renamed ) as $carrier => $names ) {
					$successors[] = self::line( $zone, $method, [ $carrier ] ) . ' → ' . self::names( $names );
				}
				if ( [] !== $off ) {
					$is_empty   = $is_empty || count( $off ) === count( $method->carriers );
					$problems[] = self::line( $zone, $method, $off );
				}
				if ( [] !== $renamed ) {
					$zones[ $zone->id ] = $zone;
				}
			}
		}
		if ( [] === $problems && [] !== $successors ) {
			return $this->linked(
				Finding::recommended(
					__( 'A shipping method is limited to a carrier that Sendcloud no longer knows under that name. It answers with the points of the carrier that has taken its place.', 'sendcloud-service-points' ),
					__( 'Choose the new carrier in the shipping method: Sendcloud does not promise for how long the old name goes on working.', 'sendcloud-service-points' )
				)->with( $successors ),
				$zones
			);
		}
		if ( [] === $problems ) {
			return Finding::good( __( 'Sendcloud offers every carrier that a shipping method is limited to.', 'sendcloud-service-points' ) );
		}
		$fix     = __( 'Switch the carrier on in Sendcloud, under Settings > Integrations > your integration > Service points, or take it out of the shipping method.', 'sendcloud-service-points' );
		$finding = $is_empty
			? Finding::critical( __( 'A shipping method is limited to carriers that are all switched off in Sendcloud, so it finds no service point.', 'sendcloud-service-points' ), $fix )
			: Finding::recommended( __( 'A shipping method is limited to a carrier that is switched off in Sendcloud.', 'sendcloud-service-points' ), $fix );
		$finding = $finding->with( [ ...$problems, ...$successors ] )->link( __( 'Integrations in Sendcloud', 'sendcloud-service-points' ), Screens::sendcloud_integrations() );
		return $this->linked( $finding, $zones );
	}

	/**
	 * As seen in the answers to searches for this carrier alone.
	 *
	 * @return list<string> Codes of other carriers whose points Sendcloud answers with; none where it has points of its own somewhere.
	 */
	private function successors( string $carrier, Zone $zone ): array {
		$codes = [];
		foreach ( array_slice( $zone->covered(), 0, self::COUNTRIES ) as $country ) {
			$city = Coverage::city( $country );
			try {
				$points = null === $city ? [] : $this->source->search( SearchQuery::near_position( $country, $city, [ $carrier ] ) )->service_points;
			} catch ( SendcloudException ) {
				continue;
			}
			$codes = [ ...$codes, ...array_map( static fn ( ServicePoint $point ): string => $point->carrier_code, $points ) ];
		}
		return CarrierCodes::contains( $codes, $carrier ) ? [] : array_values( array_unique( $codes ) );
	}

	/** @param array<int, Zone> $zones */
	private function linked( Finding $finding, array $zones ): Finding {
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
			self::names( $missing )
		);
	}

	/** @param list<string> $carriers */
	private static function names( array $carriers ): string {
		return wp_sprintf_l( '%l', array_map( Carriers::name( ... ), $carriers ) );
	}
}
