<?php
/**
 * Works out the rule of a package and a rate. The one place that applies the marks of products and the limits of methods.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping\Rules;

use SendcloudServicePoints\Domain\Text;
use SendcloudServicePoints\Sendcloud\Carriers;
use SendcloudServicePoints\Shipping\CarrierSetting;
use SendcloudServicePoints\Shipping\Limit;
use SendcloudServicePoints\Shipping\MethodSettings;
use SendcloudServicePoints\Shipping\Zones\ZoneLimit;
use WC_Shipping_Rate;

final class RuleBook {

	public function __construct(
		private readonly MethodSettings $settings,
		private readonly ZoneLimit $zones,
	) {}

	/** @param mixed $destination WooCommerce's, of a package or an order: country, state, postcode. */
	public function rule( WC_Shipping_Rate $rate, Parcel $parcel, mixed $destination ): Rule {
		$exceeded  = $this->exceeded( $rate, $parcel );
		$too_small = array_values( array_diff( $exceeded, [ Limit::LOCKERS ] ) );
		$allowed   = $this->settings->carriers( $rate->get_method_id(), $rate->get_instance_id() );
		// Only a method's own list is made shorter. "All but some" is never spelled out: nobody knows all.
		$carriers = array_values( array_filter( $allowed, static fn ( string $code ): bool => ! self::is_among( $too_small, $code ) ) );
		$affected = array_values( array_filter( $too_small, static fn ( string $code ): bool => CarrierSetting::allows( $allowed, $code ) ) );

		if ( [] !== $parcel->no_point ) {
			/* translators: 1: name of the shipping method, 2: names of products. */
			return Rule::impossible( sprintf( __( '"%1$s" is not possible for this order. Cannot be sent to a service point: %2$s.', 'sendcloud-service-points' ), $rate->get_label(), implode( ', ', $parcel->no_point ) ) );
		}
		if ( in_array( Limit::ALL, $exceeded, true ) || ( [] !== $allowed && [] === $carriers ) ) {
			/* translators: %s: name of the shipping method. */
			return Rule::impossible( sprintf( __( '"%s" is not possible for this order, which is too heavy or too large for its service points.', 'sendcloud-service-points' ), $rate->get_label() ) );
		}
		$lockers = self::about_lockers( $parcel, $exceeded );
		$zones   = $this->zones->zones( $rate, $destination );
		return new Rule(
			carriers: $carriers,
			without_carriers: $too_small,
			without_shop_types: '' === $lockers ? [] : [ Rule::LOCKER ],
			hint: Text::join( ' ', $lockers, self::about_carriers( $affected ), self::about_zones( $zones ) ),
			zones: $zones,
		);
	}

	/**
	 * @param list<string> $exceeded Scopes of limits.
	 * @return string Why lockers are left out; empty where they are not.
	 */
	private static function about_lockers( Parcel $parcel, array $exceeded ): string {
		if ( [] !== $parcel->no_locker ) {
			/* translators: %s: names of products. */
			return sprintf( __( 'Lockers are left out. Cannot be sent to a locker: %s.', 'sendcloud-service-points' ), implode( ', ', $parcel->no_locker ) );
		}
		return in_array( Limit::LOCKERS, $exceeded, true ) ? __( 'Lockers are left out: your order is too heavy or too large for them.', 'sendcloud-service-points' ) : '';
	}

	/** @param list<string> $codes Carriers that are left out. */
	private static function about_carriers( array $codes ): string {
		if ( [] === $codes ) {
			return '';
		}
		$labels = Carriers::labels();
		$names  = array_map( static fn ( string $code ): string => $labels[ $code ] ?? $code, $codes );
		/* translators: %s: names of carriers. */
		return sprintf( __( 'Your order is too heavy or too large for the service points of %s.', 'sendcloud-service-points' ), implode( ', ', $names ) );
	}

	/** @param list<int> $zones That the points must lie in. */
	private static function about_zones( array $zones ): string {
		return [] === $zones ? '' : __( 'Only service points where the delivery costs the same as at your address are shown.', 'sendcloud-service-points' );
	}

	/** @return list<string> Scopes of the limits that the parcel exceeds. */
	private function exceeded( WC_Shipping_Rate $rate, Parcel $parcel ): array {
		$limits = $this->settings->limits( $rate->get_method_id(), $rate->get_instance_id() );
		/**
		 * Filters how heavy and how large a parcel may be for a shipping rate's service points.
		 *
		 * @param list<Limit>      $limits What the method's settings say.
		 * @param WC_Shipping_Rate $rate   The rate.
		 */
		$limits = apply_filters( 'sendcloud_service_points_limits', $limits, $rate );
		$scopes = [];
		foreach ( is_array( $limits ) ? $limits : [] as $limit ) {
			if ( $limit instanceof Limit && $parcel->exceeds( $limit ) ) {
				$scopes[] = $limit->scope;
			}
		}
		return array_values( array_unique( $scopes ) );
	}

	/** @param list<string> $codes */
	private static function is_among( array $codes, string $code ): bool {
		return [] !== $codes && CarrierSetting::allows( $codes, $code );
	}
}
