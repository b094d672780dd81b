<?php
/**
 * Orders that are paid after they were made.
 *
 * Other software or the merchant may take the payment of one that lacks its service point: a note tells the merchant.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use WC_Order;

final class PayForOrder {

	public function __construct(
		private readonly OrderServicePoints $points,
		private readonly RelayLines $relay,
		private readonly TelephoneRule $telephone,
	) {}

	public function register(): void {
		add_action( 'woocommerce_order_payment_status_changed', [ $this, 'add_notes' ], 10, 2 );
	}

	/**
	 * @param mixed $order_id Its id.
	 * @param mixed $order    The order that has just been paid.
	 */
	public function add_notes( mixed $order_id, mixed $order ): void {
		if ( ! $order instanceof WC_Order ) {
			return;
		}
		if ( $this->relay->lack_point( $order ) ) {
			$order->add_order_note( __( 'This order was paid, but has no service point yet. Choose one before you send it.', 'sendcloud-service-points' ) );
		}
		$lacking = $this->telephone->lacking( $this->points->read( $order ), [ $order->get_shipping_phone(), $order->get_billing_phone() ] );
		if ( null !== $lacking ) {
			/* translators: %s: name of a carrier. */
			$text = __( 'This order was paid, but has no telephone number, which %s needs for its service point. Ask the customer for it before you send it.', 'sendcloud-service-points' );
			$order->add_order_note( esc_html( sprintf( $text, $lacking->service_point->carrier_name ) ) );
		}
	}
}
