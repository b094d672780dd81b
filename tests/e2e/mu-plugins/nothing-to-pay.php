<?php
/**
 * Plugin Name: Nothing to pay
 * Description: The coupon "all-free" takes off the products and the delivery: an order without a payment.
 */

declare( strict_types=1 );

add_filter(
	'woocommerce_get_shop_coupon_data',
	static fn ( $data, $code ) => 'all-free' === $code
		? [
			'discount_type' => 'percent',
			'amount'        => 100,
		]
		: $data,
	10,
	2
);

add_filter(
	'woocommerce_package_rates',
	static function ( array $rates, array $package ): array {
		if ( in_array( 'all-free', $package['applied_coupons'] ?? [], true ) ) {
			foreach ( $rates as $rate ) {
				$rate->set_cost( 0 );
				$rate->set_taxes( [] );
			}
		}
		return $rates;
	},
	20,
	2
);
