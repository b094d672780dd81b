<?php
/**
 * Keeps the service point on the renewals of a subscription.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Subscriptions;

use SendcloudServicePoints\Order\OrderServicePoints;
use WC_Order;

/**
 * WooCommerce Subscriptions makes an order's shipping lines of the subscription's, with all their meta. What hangs on the order itself is
 * written anew from the lines.
 */
final class RenewalOrders {

	public function __construct( private readonly OrderServicePoints $points ) {}

	public function register(): void {
		// Renewals, resubscriptions and switches alike.
		add_filter( 'wcs_new_order_created', [ $this, 'refresh' ] );
	}

	public function refresh( mixed $order ): mixed {
		if ( $order instanceof WC_Order ) {
			$this->points->write( $order, $this->points->by_line( $order ) );
			$order->save();
		}

		return $order;
	}
}
