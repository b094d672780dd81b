<?php
/**
 * Takes away the rates that no service point can take the package for.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping\Rules;

use SendcloudServicePoints\Shipping\RelayRates;
use WC_Shipping_Rate;

/**
 * After WooCommerce has calculated or remembered the rates, so that a changed rule acts at once; the reason stays with the package.
 */
final class ImpossibleRates {

	/** Key of a package's array, list of sentences for the shopper. */
	public const EXPLANATIONS = 'sendcloud_service_points_explanations';

	public function __construct( private readonly RelayRates $rates, private readonly RuleBook $allowances ) {}

	public function register(): void {
		add_filter( 'woocommerce_shipping_packages', [ $this, 'remove' ] );
	}

	public function remove( mixed $packages ): mixed {
		return is_array( $packages )
			? array_map( fn( mixed $package ): mixed => is_array( $package ) ? $this->remove_from( $package ) : $package, $packages )
			: $packages;
	}

	/**
	 * @param array<mixed> $package WooCommerce's array of a package.
	 * @return array<mixed>
	 */
	private function remove_from( array $package ): array {
		$rates        = is_array( $package['rates'] ?? null ) ? $package['rates'] : [];
		$explanations = [];

		foreach ( $rates as $key => $rate ) {
			$allowance = $rate instanceof WC_Shipping_Rate && $this->rates->needs_service_point( $rate ) ? $this->allowances->of( $rate, $package ) : null;

			if ( true === $allowance?->is_empty ) {
				$explanations[] = $allowance->reason();
				unset( $rates[ $key ] );
			}
		}

		return [] === $explanations ? $package : [
			'rates'            => $rates,
			self::EXPLANATIONS => array_values( array_unique( $explanations ) ),
		] + $package;
	}
}
