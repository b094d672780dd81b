<?php
/**
 * Shows the service point where an order's shipping address is shown, if the merchant wants that: on pages, in e-mails, on packing slips
 * and behind the map link.
 *
 * What is stored stays the buyer's own address: the carrier's label, taxes and the customer's account need that one.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Settings\Settings;
use WC_Order;

final class PointAsShippingAddress {

	public function __construct( private readonly Settings $settings, private readonly OrderServicePoints $points ) {}

	public function register(): void {
		add_filter( 'woocommerce_order_formatted_shipping_address', [ $this, 'replace_address' ], 10, 2 );
		add_filter( 'woocommerce_shipping_address_map_url_parts', [ $this, 'replace_on_map' ], 10, 2 );
		add_filter( 'woocommerce_privacy_export_order_personal_data_prop', [ $this, 'export_stored_address' ], 10, 3 );
	}

	/**
	 * @param mixed $address The parts of the address.
	 * @param mixed $order   Whose it is.
	 */
	public function replace_address( mixed $address, mixed $order ): mixed {
		$point = $this->point( $order );

		return null !== $point && is_array( $address ) ? [ 'company' => $point->name ] + self::parts( $point ) + $address : $address;
	}

	/**
	 * @param mixed $address The parts of the address, without the name.
	 * @param mixed $order   Whose it is.
	 */
	public function replace_on_map( mixed $address, mixed $order ): mixed {
		$point = $this->point( $order );

		return null === $point ? $address : array_filter( self::parts( $point ), static fn ( string $part ): bool => '' !== $part );
	}

	/**
	 * Who asks for the data kept about them gets what is stored.
	 *
	 * @param mixed $value The property as it is shown.
	 * @param mixed $prop  Its name.
	 * @param mixed $order The order.
	 */
	public function export_stored_address( mixed $value, mixed $prop, mixed $order ): mixed {
		return 'formatted_shipping_address' === $prop && null !== $this->point( $order ) && $order instanceof WC_Order
			? WC()->countries->get_formatted_address( $order->get_address( 'shipping' ), ', ' )
			: $value;
	}

	/**
	 * Only where everything goes to one point: with several parcels, one address would be wrong for the others.
	 */
	private function point( mixed $order ): ?ServicePoint {
		if ( ! $this->settings->shows_point_as_address() || ! $order instanceof WC_Order || count( $order->get_items( 'shipping' ) ) > 1 ) {
			return null;
		}

		$point = ( $this->points->read( $order )[0] ?? null )?->service_point;

		// Nothing to read on an envelope: some old orders have hardly more than an id.
		return null === $point || '' === $point->street || '' === $point->city ? null : $point;
	}

	/** @return array<string, string> */
	private static function parts( ServicePoint $point ): array {
		$parts = [
			'address_1' => $point->street_line(),
			'address_2' => '',
			'postcode'  => $point->postal_code,
			'city'      => $point->city,
			'state'     => '',
		];

		return '' === $point->country_code ? $parts : $parts + [ 'country' => $point->country_code ];
	}
}
