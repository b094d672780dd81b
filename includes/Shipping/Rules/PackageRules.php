<?php
/**
 * Works out the rules of each package as WooCommerce calculates or remembers its rates, so that a changed rule acts at once, and leaves
 * them with the package for everybody after. Rates without a point that could take the package go, and the reason stays.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping\Rules;

use SendcloudServicePoints\Shipping\RelayRates;
use WC_Shipping_Rate;

final class PackageRules {

	/** Keys of a package's array: rate id => Rule, and sentences for the shopper. */
	private const RULES        = 'sendcloud_service_points_rules';
	private const EXPLANATIONS = 'sendcloud_service_points_explanations';

	/** @var array<string, Parcel> Of this request, by what is in them. */
	private array $parcels = [];

	public function __construct(
		private readonly RelayRates $rates,
		private readonly RuleBook $rules,
	) {}

	public function register(): void {
		add_filter( 'woocommerce_shipping_packages', [ $this, 'apply' ] );
	}

	public function apply( mixed $packages ): mixed {
		return is_array( $packages )
			? array_map( fn ( mixed $package ): mixed => is_array( $package ) ? $this->apply_to( $package ) : $package, $packages )
			: $packages;
	}

	/**
	 * @param array<mixed> $package WooCommerce's array of a package.
	 * @return array<string, Rule> By the id of each offered rate that needs a service point.
	 */
	public function of( array $package ): array {
		// Packages of renewals do not pass the filter above.
		$known = ( isset( $package[ self::RULES ] ) ? $package : $this->apply_to( $package ) )[ self::RULES ];
		return is_array( $known ) ? array_filter( $known, static fn ( mixed $rule ): bool => $rule instanceof Rule ) : [];
	}

	/**
	 * @param array<mixed> $package WooCommerce's array of a package.
	 * @return list<string> Why rates are not offered for it.
	 */
	public function explanations( array $package ): array {
		$sentences = $package[ self::EXPLANATIONS ] ?? [];
		return is_array( $sentences ) ? array_values( array_filter( $sentences, 'is_string' ) ) : [];
	}

	/**
	 * @param array<mixed> $package WooCommerce's array of a package.
	 * @return array<mixed> The same, with its rules.
	 */
	private function apply_to( array $package ): array {
		$rates        = is_array( $package['rates'] ?? null ) ? $package['rates'] : [];
		$rules        = [];
		$explanations = [];
		foreach ( $rates as $key => $rate ) {
			if ( ! $rate instanceof WC_Shipping_Rate || ! $this->rates->needs_service_point( $rate ) ) {
				continue;
			}
			$rule = $this->rules->rule( $rate, $this->parcel( $package ), $package['destination'] ?? null );
			if ( $rule->is_impossible ) {
				$explanations[] = $rule->hint;
				unset( $rates[ $key ] );
			} else {
				$rules[ $rate->get_id() ] = $rule;
			}
		}
		$package[ self::RULES ] = $rules;
		if ( [] !== $explanations ) {
			$package['rates']              = $rates;
			$package[ self::EXPLANATIONS ] = array_values( array_unique( $explanations ) );
		}
		return $package;
	}

	/** @param array<mixed> $package WooCommerce's array of a package. */
	private function parcel( array $package ): Parcel {
		return $this->parcels[ Parcel::key( $package ) ] ??= Parcel::from_package( $package );
	}
}
