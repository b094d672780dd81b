<?php
/**
 * The parcels of the cart.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use SendcloudServicePoints\Shipping\RelayRates;
use SendcloudServicePoints\Shipping\Rules\ImpossibleRates;
use SendcloudServicePoints\Shipping\Rules\Rule;
use SendcloudServicePoints\Shipping\Rules\RuleBook;
use WC_Cart;
use WC_Session;
use WC_Shipping_Rate;

/**
 * Reads WooCommerce's calculated packages: those an order's shipping lines are made of, and those of a subscription that the shopper
 * chooses a rate for by itself.
 */
final class ShippingPackages {

	/** Where WooCommerce's session keeps the rates. */
	private const CHOSEN = 'chosen_shipping_methods';

	public function __construct(
		private readonly RelayRates $rates,
		private readonly RuleBook $allowances,
		private readonly OtherPackages $others,
	) {}

	/**
	 * @return array<array-key, Package> In the order of the order's shipping lines; those of subscriptions last.
	 */
	public function all(): array {
		$packages   = [];
		$calculated = array_filter( $this->calculated(), 'is_array' );

		foreach ( $calculated as $key => $package ) {
			$name             = count( $calculated ) > 1 ? self::name( $key, $package, count( $packages ) + 1 ) : '';
			$packages[ $key ] = $this->read( (string) $key, $package, $name );
		}

		return $packages;
	}

	public function get( string $package_id ): ?Package {
		return $this->all()[ $package_id ] ?? null;
	}

	/**
	 * Requests that cross each other may leave the session with another rate than the one the shopper chose last. The totals are the
	 * caller's to calculate.
	 */
	public function choose_rate( Package $package, WC_Shipping_Rate $rate ): void {
		if ( $package->chosen?->get_id() !== $rate->get_id() ) {
			WC()->session?->set( self::CHOSEN, [ $package->id => $rate->get_id() ] + self::chosen_rates() );
		}
	}

	/**
	 * @param array<mixed> $package WooCommerce's array.
	 */
	public function read( string $package_id, array $package, string $name = '' ): Package {
		$rates  = array_filter(
			is_array( $package['rates'] ?? null ) ? $package['rates'] : [],
			static fn( mixed $rate ): bool => $rate instanceof WC_Shipping_Rate
		);
		$chosen = self::chosen_rates()[ $package_id ] ?? null;
		$why    = is_array( $package[ ImpossibleRates::EXPLANATIONS ] ?? null ) ? $package[ ImpossibleRates::EXPLANATIONS ] : [];
		$relay  = [];

		foreach ( $rates as $rate ) {
			if ( $this->rates->needs_service_point( $rate ) ) {
				$relay[ $rate->get_id() ] = $rate;
			}
		}

		return new Package(
			$package_id,
			$name,
			is_array( $package['destination'] ?? null ) ? $package['destination'] : [],
			$relay,
			is_string( $chosen ) ? $rates[ $chosen ] ?? null : null,
			array_map( fn( WC_Shipping_Rate $rate ): Rule => $this->allowances->of( $rate, $package ), $relay ),
			array_values( array_filter( $why, 'is_string' ) ),
			! $this->others->owns( $package )
		);
	}

	/**
	 * @return array<mixed> Rate ids by package id.
	 */
	private static function chosen_rates(): array {
		// No session outside the shop's own requests.
		$chosen = WC()->session instanceof WC_Session ? WC()->session->get( self::CHOSEN ) : null;

		return is_array( $chosen ) ? $chosen : [];
	}

	/**
	 * What WooCommerce calls the package on the same page.
	 *
	 * @param array-key    $package_id Its key.
	 * @param array<mixed> $package    WooCommerce's array.
	 */
	private static function name( int|string $package_id, array $package, int $number ): string {
		$name = $package['package_name'] ?? null;

		if ( null === $name ) {
			// Before WooCommerce 10 only its classic template knows.
			// phpcs:disable WordPress.WP.I18n.TextDomainMismatch, WordPress.WP.I18n.MissingTranslatorsComment, WordPress.NamingConventions.PrefixAllGlobals -- WooCommerce's own words and filter.
			$default = $number > 1 ? sprintf( _x( 'Shipping %d', 'shipping packages', 'woocommerce' ), $number ) : _x( 'Shipping', 'shipping packages', 'woocommerce' );
			$name    = apply_filters( 'woocommerce_shipping_package_name', $default, $package_id, $package );
			// phpcs:enable
		}

		return is_string( $name ) ? wp_strip_all_tags( $name ) : '';
	}

	/**
	 * @return array<mixed>
	 */
	private function calculated(): array {
		$cart = WC()->cart;

		if ( ! $cart instanceof WC_Cart || ! $cart->needs_shipping() ) {
			return [];
		}

		// A request that only brings a choice has not calculated anything yet.
		if ( [] === WC()->shipping()->get_packages() ) {
			$cart->calculate_shipping();
		}

		$initial = array_filter( WC()->shipping()->get_packages(), fn ( mixed $package ): bool => ! $this->others->owns( $package ) );

		return $initial + $this->others->of( $cart, $initial );
	}
}
