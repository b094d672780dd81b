<?php
/**
 * Where an order goes: what a point is searched near.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\OrderAdmin;

use WC_Order;

final class Destination {

	private function __construct(
		public readonly string $country,
		public readonly string $address,
	) {}

	/** The shipping address, or else the billing address. */
	public static function of( WC_Order $order ): self {
		$is_shipped = '' !== $order->get_shipping_country();
		$street     = $is_shipped ? $order->get_shipping_address_1() : $order->get_billing_address_1();
		$town       = $is_shipped
			? trim( $order->get_shipping_postcode() . ' ' . $order->get_shipping_city() )
			: trim( $order->get_billing_postcode() . ' ' . $order->get_billing_city() );

		return new self(
			$is_shipped ? $order->get_shipping_country() : $order->get_billing_country(),
			implode( ', ', array_filter( [ $street, $town ], static fn ( string $part ): bool => '' !== $part ) )
		);
	}

	/** @return array{country: string} As WooCommerce has it of a shipping package. */
	public function to_array(): array {
		return [ 'country' => $this->country ];
	}
}
