<?php
/**
 * A method of a shipping zone that delivers to a service point, enabled or not.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping\Zones;

use SendcloudServicePoints\Shipping\Recognition;

final class RelayMethod {

	/**
	 * @param string       $title           As shoppers read it.
	 * @param list<string> $carriers        Empty for all.
	 * @param bool         $has_price       WooCommerce does not offer a flat rate without one.
	 * @param bool         $is_free_for_all By a minimum amount for free shipping that nobody typed.
	 */
	public function __construct(
		public readonly int $instance_id,
		public readonly string $title,
		public readonly array $carriers,
		public readonly bool $is_enabled,
		public readonly bool $has_price,
		public readonly bool $is_free_for_all,
		public readonly Recognition $recognition,
	) {}
}
