<?php
/**
 * The parcels that WooCommerce Subscriptions' renewals will send.
 *
 * A subscription usually goes the way of the order it begins with, point included. Where the order sends nothing of it (a free trial) or
 * something else beside it, the shopper is asked for a rate of its own, hence for a point of its own. Seen with version 9.0.0.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Subscriptions;

use SendcloudServicePoints\Checkout\OtherPackages;
use WC_Cart;

final class RecurringPackages implements OtherPackages {

	/** What marks such a package in WooCommerce's array. */
	private const KEY = 'recurring_cart_key';

	private const SUBSCRIPTIONS = 'WC_Subscriptions_Cart';

	public function owns( mixed $package ): bool {
		return is_array( $package ) && isset( $package[ self::KEY ] );
	}

	/**
	 * @param array<mixed> $initial The packages of the order.
	 * @return array<string, array<mixed>> WooCommerce's arrays by package id.
	 */
	public function of( WC_Cart $cart, array $initial ): array {
		if ( ! class_exists( self::SUBSCRIPTIONS ) || true !== self::ask( 'cart_contains_subscription' ) ) {
			return [];
		}

		// Found while the totals are calculated, which a request that only brings a choice has not done yet.
		if ( [] === self::calculated( $cart ) ) {
			$cart->calculate_totals();
		}

		$found    = [];
		$packages = (array) self::ask( 'get_recurring_shipping_packages' );

		foreach ( self::carts( $cart ) as $key => $recurring ) {
			foreach ( is_array( $packages[ $key ] ?? null ) ? $packages[ $key ] : [] as $id => $package ) {
				if ( is_array( $package ) && $this->owns( $package ) && true !== self::ask( 'package_rates_match_initial_rates', $initial, $package, $key, $recurring ) ) {
					$found[ (string) $id ] = $package;
				}
			}
		}

		return $found;
	}

	/** @return array<array-key, WC_Cart> Those that will be renewed and have something to ship. */
	private static function carts( WC_Cart $cart ): array {
		return array_filter(
			self::calculated( $cart ),
			static fn ( mixed $recurring ): bool => $recurring instanceof WC_Cart
				&& ! in_array( get_object_vars( $recurring )['next_payment_date'] ?? 0, [ 0, '0', '' ], true )
				&& true === self::ask( 'cart_contains_subscriptions_needing_shipping', $recurring )
		);
	}

	/** @return array<mixed> Whatever they are about: empty only while nothing has been calculated. */
	private static function calculated( WC_Cart $cart ): array {
		$carts = get_object_vars( $cart )['recurring_carts'] ?? [];

		return is_array( $carts ) ? $carts : [];
	}

	private static function ask( string $method, mixed ...$arguments ): mixed {
		$callback = [ self::SUBSCRIPTIONS, $method ];

		return is_callable( $callback ) ? $callback( ...$arguments ) : null;
	}
}
