<?php
/**
 * Keeps free delivery to a service point where WooCommerce hides other rates when free shipping is available.
 *
 * It hides all but its own method "Free shipping" and local pickup; a relay rate that costs nothing is free shipping too, and where the
 * shopper has chosen it with a point, home delivery would be in its place. One that costs something stays hidden: that is the setting.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping;

use WC_Shipping_Method;
use WC_Shipping_Rate;

final class FreeRates {

	public function __construct( private readonly RelayRates $rates ) {}

	public function register(): void {
		// Before those who convert, discount, or hide on purpose.
		add_filter( 'woocommerce_package_rates', [ $this, 'keep' ], PHP_INT_MIN + 1 );
	}

	/** @param mixed $rates Those offered for a package, by id. */
	public function keep( mixed $rates ): mixed {
		if ( ! is_array( $rates ) || 'yes' !== get_option( 'woocommerce_shipping_hide_rates_when_free' ) ) {
			return $rates;
		}
		foreach ( WC()->shipping()->get_shipping_methods() as $method ) {
			// What it has just calculated.
			foreach ( $method instanceof WC_Shipping_Method ? $method->rates : [] as $id => $rate ) {
				if ( $rate instanceof WC_Shipping_Rate && 0.0 === (float) $rate->get_cost() && $this->rates->recognises( $rate ) ) {
					$rates += [ $id => $rate ];
				}
			}
		}
		return $rates;
	}
}
