<?php
/**
 * An amount from the settings, in the currency of the cart.
 *
 * With a plugin for several currencies the cart has the shopper's, and the settings have the shop's. Such plugins convert what any method
 * costs, but only of WooCommerce's own "Free shipping" the minimum amount. The first of them that is here converts ours.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping;

final class ShopperCurrency {

	public static function from_shops( float $amount ): float {
		// phpcs:disable WordPress.NamingConventions.PrefixAllGlobals -- Theirs.
		$converted = match ( true ) {
			// WOOCS, also called FOX: while "Is multiple allowed" is off, it shows other currencies and counts in the shop's.
			has_filter( 'woocs_convert_price' )             => apply_filters( 'woocs_convert_price', $amount, true ),
			// WooCommerce Multilingual.
			has_filter( 'wcml_raw_price_amount' )           => apply_filters( 'wcml_raw_price_amount', $amount ),
			// Aelia.
			has_filter( 'wc_aelia_cs_convert' )             => apply_filters( 'wc_aelia_cs_convert', $amount, self::base_of_aelia(), get_woocommerce_currency() ),
			// CURCY.
			function_exists( 'wmc_get_price' )              => self::call( 'wmc_get_price', $amount ),
			function_exists( 'WC_Payments_Multi_Currency' ) => self::of_woopayments( $amount ),
			default                                         => $amount,
		};
		// phpcs:enable
		// A currency without a rate must not make everything free.
		return is_numeric( $converted ) && $converted > 0 ? (float) $converted : $amount;
	}

	private static function base_of_aelia(): mixed {
		return apply_filters( 'wc_aelia_cs_base_currency', get_option( 'woocommerce_currency' ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals
	}

	/** Rounded like prices of products, as it does for "Free shipping": a minimum of a product's price must be reached by that product. */
	private static function of_woopayments( float $amount ): mixed {
		$currencies = self::call( 'WC_Payments_Multi_Currency' );

		return is_object( $currencies ) && method_exists( $currencies, 'get_price' ) ? $currencies->get_price( $amount, 'product' ) : $amount;
	}

	private static function call( string $name, mixed ...$arguments ): mixed {
		return is_callable( $name ) ? $name( ...$arguments ) : null;
	}
}
