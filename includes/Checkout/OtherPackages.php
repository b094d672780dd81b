<?php
/**
 * Packages that a shopper chooses a rate for beside those of the order, e.g. a subscription's renewals. The rooms above the checkout
 * know them; the checkout only asks.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use WC_Cart;

interface OtherPackages {

	/** Whether this array of WooCommerce's is such a package. */
	public function owns( mixed $package ): bool;

	/**
	 * @param array<mixed> $initial The packages of the order.
	 * @return array<string, array<mixed>> WooCommerce's arrays by package id.
	 */
	public function of( WC_Cart $cart, array $initial ): array;
}
