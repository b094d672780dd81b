<?php
/**
 * Where can shoppers choose a service point, and where not?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Shipping\Recognition;
use SendcloudServicePoints\Shipping\Zones\CountryNames;
use SendcloudServicePoints\Shipping\Zones\RelayMethod;
use SendcloudServicePoints\Shipping\Zones\Zone;
use SendcloudServicePoints\Shipping\Zones\ZoneRepair;
use SendcloudServicePoints\Shipping\Zones\Zones;

final class ZonesCheck extends Check {

	public const ID      = 'zones';
	public const GROUP   = Group::Zones;
	public const FIXABLE = true;

	public function __construct(
		private readonly Zones $zones,
		private readonly ZoneRepair $repair,
	) {}

	public function title(): string {
		return __( 'Shipping zones', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$zones   = $this->zones->all();
		$without = $this->repair->zones();
		$finding = match ( true ) {
			[] === $this->zones->offering() => Finding::critical(
				__( 'No shipping zone offers delivery to a service point.', 'sendcloud-service-points' ),
				__( 'Add the method "Service Point Delivery" to the zones of the countries you deliver to.', 'sendcloud-service-points' )
			)->fixable( __( 'Add it to the zones', 'sendcloud-service-points' ) ),
			! self::has_price( $zones )     => Finding::critical(
				__( 'No method that delivers to a service point has a price, so WooCommerce offers none.', 'sendcloud-service-points' ),
				__( 'Type a price, 0 if it is free.', 'sendcloud-service-points' )
			),
			[] !== $without                 => Finding::recommended(
				sprintf(
					/* translators: %s: list of shipping zones. */
					__( 'Shoppers cannot choose a service point in: %s.', 'sendcloud-service-points' ),
					wp_sprintf_l( '%l', array_map( static fn ( Zone $zone ): string => $zone->name, $without ) )
				),
				__( 'Add or enable the method "Service Point Delivery" in these zones. Leave it, if you do not want to offer it there.', 'sendcloud-service-points' )
			)->fixable( __( 'Add it to these zones', 'sendcloud-service-points' ) ),
			[] !== self::without_price( $zones ) => Finding::recommended(
				__( 'A method that delivers to a service point has no price, so WooCommerce does not offer it.', 'sendcloud-service-points' ),
				__( 'Type a price, 0 if it is free.', 'sendcloud-service-points' )
			),
			default                         => Finding::good(
				__( 'Shoppers can choose a service point in every zone of a country where Sendcloud has some.', 'sendcloud-service-points' )
			),
		};
		$finding = $finding->with( [ ...array_merge( ...array_map( self::lines( ... ), $zones ) ), ...self::uncovered( $zones ) ] );
		foreach ( [ ...$without, ...self::without_price( $zones ) ] as $zone ) {
			$finding = $finding->link( $zone->name, Screens::zone( $zone->id ) );
		}
		return $finding->link( __( 'Shipping zones', 'sendcloud-service-points' ), Screens::settings( 'shipping' ) );
	}

	public function fix(): void {
		$this->repair->apply();
	}

	/**
	 * The matrix: what is offered where, and why it was taken for delivery to a service point, or not.
	 *
	 * @return list<string>
	 */
	private static function lines( Zone $zone ): array {
		$countries = implode( ', ', $zone->covered() );
		$excluded  = array_map(
			static fn ( string $title ): string => sprintf(
				/* translators: 1: shipping zone, 2: list of countries, 3: shipping method, 4: why it is not for service points. */
				__( '%1$s (%2$s): %3$s, without service points, %4$s', 'sendcloud-service-points' ),
				$zone->name,
				$countries,
				$title,
				Recognition::Never->label()
			),
			$zone->excluded
		);
		if ( [] === $zone->relays ) {
			return 0 === $zone->id || '' === $countries ? $excluded : [
				/* translators: 1: shipping zone, 2: list of countries. */
				sprintf( __( '%1$s (%2$s): no method', 'sendcloud-service-points' ), $zone->name, $countries ),
				...$excluded,
			];
		}
		$relays = array_map(
			static fn ( RelayMethod $method ): string => sprintf(
				/* translators: 1: shipping zone, 2: list of countries, 3: shipping method, 4: state, 5: list of carriers, 6: why it is for service points. */
				__( '%1$s (%2$s): %3$s, %4$s, %5$s, %6$s', 'sendcloud-service-points' ),
				$zone->name,
				$countries,
				$method->title,
				match ( true ) {
					! $method->is_enabled => __( 'disabled', 'sendcloud-service-points' ),
					! $method->has_price  => __( 'without a price', 'sendcloud-service-points' ),
					default               => __( 'enabled', 'sendcloud-service-points' ),
				},
				[] === $method->carriers ? __( 'all carriers', 'sendcloud-service-points' ) : implode( ', ', $method->carriers ),
				$method->recognition->label()
			),
			$zone->relays
		);
		return [ ...$relays, ...$excluded ];
	}

	/**
	 * @param list<Zone> $zones
	 * @return list<string>
	 */
	private static function uncovered( array $zones ): array {
		foreach ( $zones as $zone ) {
			$countries = $zone->covered();
			if ( 0 === $zone->id && [] === $zone->enabled() && [] !== $countries ) {
				return [
					sprintf(
						/* translators: 1: shipping zone for all other countries, 2: list of countries. */
						__( '%1$s (%2$s): in no zone of their own, so without service points', 'sendcloud-service-points' ),
						$zone->name,
						CountryNames::joined( $countries )
					),
				];
			}
		}
		return [];
	}

	/** @param list<Zone> $zones */
	private static function has_price( array $zones ): bool {
		foreach ( $zones as $zone ) {
			foreach ( $zone->enabled() as $method ) {
				if ( $method->has_price ) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * @param list<Zone> $zones
	 * @return list<Zone>
	 */
	private static function without_price( array $zones ): array {
		return array_values(
			array_filter(
				$zones,
				static fn ( Zone $zone ): bool => [] !== array_filter( $zone->enabled(), static fn ( RelayMethod $method ): bool => ! $method->has_price )
			)
		);
	}
}
