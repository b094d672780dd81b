<?php
/**
 * Reads WooCommerce's calculated packages: those an order's shipping lines are made of, and those that the shopper chooses a rate for
 * beside them.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use SendcloudServicePoints\Domain\Destination;
use SendcloudServicePoints\Shipping\Rules\PackageRules;
use WC_Cart;
use WC_Session;
use WC_Shipping_Rate;

final class ShippingPackages {

	/** Where WooCommerce's session keeps the rates. */
	private const CHOSEN = 'chosen_shipping_methods';

	/** @var array<array-key, Package> Read of the two below. */
	private array $packages = [];

	/** @var array<array<mixed>> WooCommerce's arrays. */
	private array $calculated = [];

	/** @var array<mixed> Rate ids by package id. */
	private array $chosen = [];

	public function __construct(
		private readonly PackageRules $rules,
		private readonly OtherPackages $others,
	) {}

	/** @return array<array-key, Package> In the order of the order's shipping lines; those of subscriptions last. */
	public function all(): array {
		$calculated = array_filter( $this->calculate(), 'is_array' );
		$chosen     = self::chosen_rates();
		// Drawing one page asks many times. A new calculation leaves new objects with the packages, which are then not the same.
		if ( $calculated !== $this->calculated || $chosen !== $this->chosen ) {
			$this->packages   = $this->read_all( $calculated );
			$this->calculated = $calculated;
			$this->chosen     = $chosen;
		}
		return $this->packages;
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

	/** @param array<mixed> $package WooCommerce's array. */
	public function read( string $package_id, array $package, string $name = '' ): Package {
		$rules  = $this->rules->of( $package );
		$chosen = self::chosen_rates()[ $package_id ] ?? null;
		$rates  = [];
		$relay  = [];
		foreach ( is_array( $package['rates'] ?? null ) ? $package['rates'] : [] as $key => $rate ) {
			if ( $rate instanceof WC_Shipping_Rate ) {
				$rates[ $key ] = $rate;
				if ( isset( $rules[ $rate->get_id() ] ) ) {
					$relay[ $rate->get_id() ] = $rate;
				}
			}
		}
		return new Package(
			id: $package_id,
			name: $name,
			destination: Destination::from_address( $package['destination'] ?? null ),
			relay_rates: $relay,
			chosen: is_string( $chosen ) ? $rates[ $chosen ] ?? null : null,
			rules: $rules,
			explanations: $this->rules->explanations( $package ),
			is_of_order: ! $this->others->owns( $package ),
		);
	}

	/**
	 * @param array<array<mixed>> $calculated WooCommerce's arrays by package id.
	 * @return array<array-key, Package>
	 */
	private function read_all( array $calculated ): array {
		$packages = [];
		foreach ( $calculated as $key => $package ) {
			$name             = count( $calculated ) > 1 ? self::name( $key, $package, count( $packages ) + 1 ) : '';
			$packages[ $key ] = $this->read( (string) $key, $package, $name );
		}
		return $packages;
	}

	/** @return array<mixed> Rate ids by package id. */
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

	/** @return array<mixed> */
	private function calculate(): array {
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
