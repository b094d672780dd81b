<?php
/**
 * Functions for store developers. Documented in docs/hooks.md; they do not change within a major version.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Plugin;

/**
 * The service points an order goes to: one for each shipping line that has one.
 *
 * @param WC_Order|int $order The order or its id.
 * @return list<array{service_point: array<string, mixed>, post_number: string}> The shape of docs/data-contract.md; empty when there is none.
 */
function sendcloud_service_points_get_order_points( WC_Order|int $order ): array {
	$found = is_int( $order ) ? wc_get_order( $order ) : $order;
	return $found instanceof WC_Order
		? array_map( static fn ( Selection $selection ): array => $selection->to_array(), Plugin::services()->order_points()->read( $found ) )
		: [];
}

/**
 * Whether a shipping rate needs the shopper to choose a service point.
 *
 * @param WC_Shipping_Rate $rate A rate offered for a package.
 */
function sendcloud_service_points_rate_needs_point( WC_Shipping_Rate $rate ): bool {
	return Plugin::services()->rates()->needs_service_point( $rate );
}
