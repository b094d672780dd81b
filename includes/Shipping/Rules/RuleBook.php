<?php
/**
 * Works out which service points a rate may deliver a package to.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping\Rules;

use SendcloudServicePoints\Sendcloud\Carriers;
use SendcloudServicePoints\Shipping\CarrierSetting;
use SendcloudServicePoints\Shipping\Limit;
use SendcloudServicePoints\Shipping\MethodSettings;
use WC_Shipping_Rate;

/**
 * The one place that applies the rules of products and the limits of methods.
 */
final class RuleBook {

	public function __construct( private readonly MethodSettings $settings ) {}

	/**
	 * @param array<mixed> $package WooCommerce's array of the package.
	 */
	public function of( WC_Shipping_Rate $rate, array $package ): Rule {
		$parcel   = Parcel::of( $package );
		$carriers = $this->settings->carriers( $rate->get_method_id(), $rate->get_instance_id() );
		$exceeded = $this->exceeded( $rate, $parcel );
		$refusal  = $this->refusal( $rate, $parcel, $carriers, $exceeded );

		if ( '' !== $refusal ) {
			return new Rule( $carriers, $exceeded, false, [ $refusal ], true );
		}

		$too_small = array_values( array_diff( $exceeded, [ Limit::LOCKERS ] ) );
		$affected  = array_values( array_filter( $too_small, static fn( string $code ): bool => CarrierSetting::allows( $carriers, $code ) ) );

		return new Rule(
			[] === $affected ? $carriers : self::without( [] === $carriers ? array_map( 'strval', array_keys( Carriers::labels() ) ) : $carriers, $affected ),
			$too_small,
			[] === $parcel->no_locker && ! in_array( Limit::LOCKERS, $exceeded, true ),
			array_values( array_filter( [ self::about_lockers( $parcel, $exceeded ), self::about_carriers( $affected ) ], static fn( string $sentence ): bool => '' !== $sentence ) )
		);
	}

	/**
	 * @param list<string> $carriers Codes; empty for all.
	 * @param list<string> $exceeded Scopes of limits.
	 */
	private function refusal( WC_Shipping_Rate $rate, Parcel $parcel, array $carriers, array $exceeded ): string {
		if ( [] !== $parcel->no_point ) {
			/* translators: 1: name of the shipping method, 2: names of products. */
			return sprintf( __( '"%1$s" is not possible for this order. Cannot be sent to a service point: %2$s.', 'sendcloud-service-points' ), $rate->get_label(), implode( ', ', $parcel->no_point ) );
		}

		return in_array( Limit::ALL, $exceeded, true ) || ( [] !== $carriers && [] === self::without( $carriers, $exceeded ) )
			/* translators: %s: name of the shipping method. */
			? sprintf( __( '"%s" is not possible for this order, which is too heavy or too large for its service points.', 'sendcloud-service-points' ), $rate->get_label() )
			: '';
	}

	/**
	 * @param list<string> $exceeded Scopes of limits.
	 */
	private static function about_lockers( Parcel $parcel, array $exceeded ): string {
		return match ( true ) {
			[] !== $parcel->no_locker => sprintf(
				/* translators: %s: names of products. */
				__( 'Lockers are left out. Cannot be sent to a locker: %s.', 'sendcloud-service-points' ),
				implode( ', ', $parcel->no_locker )
			),
			in_array( Limit::LOCKERS, $exceeded, true ) => __( 'Lockers are left out: your order is too heavy or too large for them.', 'sendcloud-service-points' ),
			default => '',
		};
	}

	/**
	 * @param list<string> $codes Carriers that are left out.
	 */
	private static function about_carriers( array $codes ): string {
		$labels = Carriers::labels();
		$names  = array_map( static fn( string $code ): string => $labels[ $code ] ?? $code, $codes );

		/* translators: %s: names of carriers. */
		return [] === $codes ? '' : sprintf( __( 'Your order is too heavy or too large for the service points of %s.', 'sendcloud-service-points' ), implode( ', ', $names ) );
	}

	/**
	 * @return list<string> Scopes of the limits that the parcel exceeds.
	 */
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

	/**
	 * @param list<string> $carriers Codes.
	 * @param list<string> $excluded Codes.
	 * @return list<string>
	 */
	private static function without( array $carriers, array $excluded ): array {
		return array_values( array_filter( $carriers, static fn( string $code ): bool => [] === $excluded || ! CarrierSetting::allows( $excluded, $code ) ) );
	}
}
