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

	public function __construct( private readonly RelayLines $relay ) {}

	public function register(): void {
		add_action( 'woocommerce_order_payment_status_changed', [ $this, 'add_note' ], 10, 2 );
	}

	/**
	 * @param mixed $order_id Its id.
	 * @param mixed $order    The order that has just been paid.
	 */
	public function add_note( mixed $order_id, mixed $order ): void {
		if ( $order instanceof WC_Order && $this->relay->lack_point( $order ) ) {
			$order->add_order_note( __( 'This order was paid, but has no service point yet. Choose one before you send it.', 'sendcloud-service-points' ) );
		}
	}
}
