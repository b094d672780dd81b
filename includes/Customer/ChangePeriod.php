<?php
/**
 * How long customers may change the service point of their order.
 *
 * Until a number of hours has gone by since it was paid, or ordered where it is not paid in advance, and only while nothing of it is sent.
 * No document of Sendcloud's says how to learn of an order's label, and its own plugin tells the shop nothing: the order's status and the
 * hours decide, and the merchant hears of each change. An order that was exported is exported again.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Customer;

use SendcloudServicePoints\Settings\Settings;
use WC_Order;

final class ChangePeriod {

	/** Seconds. */
	private const HOUR = 3600;

	/** The statuses of WooCommerce's own in which an order waits to be sent. Those of other plugins may mean that it is packed. */
	private const OPEN = [ 'processing', 'on-hold' ];

	/** Of WooCommerce's fulfilments, 10.2 and later; absent where there are none. */
	private const UNSENT = [ '', 'unfulfilled', 'no_fulfillments' ];

	public function __construct( private readonly Settings $settings ) {}

	/** Unix time. */
	public function end( WC_Order $order ): int {
		$begin = $order->get_date_paid() ?? $order->get_date_created();

		return null === $begin ? 0 : $begin->getTimestamp() + $this->settings->change_hours() * self::HOUR;
	}

	public function is_open( WC_Order $order ): bool {
		$may = $order->has_status( self::OPEN ) && in_array( $order->get_meta( '_fulfillment_status' ), self::UNSENT, true ) && time() < $this->end( $order );

		/**
		 * Filters whether the customer may change the service point of an order now.
		 *
		 * @param bool     $may   What the settings, the order's status and the time say.
		 * @param WC_Order $order The order.
		 */
		return $this->settings->change_hours() > 0 && true === apply_filters( 'sendcloud_service_points_customer_may_change', $may, $order );
	}
}
