<?php
/**
 * A shipping package with the rates offered for it, as far as service points are concerned.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use SendcloudServicePoints\Domain\Destination;
use SendcloudServicePoints\Shipping\Rules\Rule;
use WC_Shipping_Rate;

final class Package {

	/**
	 * @param string                          $id           WooCommerce's key of the package.
	 * @param string                          $name         As WooCommerce shows it, where there are others to tell it from; else empty.
	 * @param Destination                     $destination  Where the package goes.
	 * @param array<string, WC_Shipping_Rate> $relay_rates  The offered rates that need a service point, by rate id.
	 * @param WC_Shipping_Rate|null           $chosen       The rate chosen of all that are offered.
	 * @param array<string, Rule>             $rules        Of each relay rate, by rate id.
	 * @param list<string>                    $explanations Why rates are not offered, for the shopper.
	 * @param bool                            $is_of_order  Whether the order has a shipping line for it; only a subscription's renewals send others.
	 */
	public function __construct(
		public readonly string $id,
		public readonly string $name,
		public readonly Destination $destination,
		public readonly array $relay_rates,
		public readonly ?WC_Shipping_Rate $chosen,
		public readonly array $rules,
		public readonly array $explanations,
		public readonly bool $is_of_order,
	) {}

	/** The chosen rate, when it needs a service point. */
	public function chosen_relay_rate(): ?WC_Shipping_Rate {
		return null === $this->chosen ? null : $this->relay_rates[ $this->chosen->get_id() ] ?? null;
	}

	/** The rate a choice of service point is for. The shop may learn of the point before it learns of the method. */
	public function relay_rate(): ?WC_Shipping_Rate {
		return $this->chosen_relay_rate() ?? array_values( $this->relay_rates )[0] ?? null;
	}

	public function rule( WC_Shipping_Rate $rate ): Rule {
		return $this->rules[ $rate->get_id() ] ?? new Rule();
	}
}
