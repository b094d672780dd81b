<?php
/**
 * Keeps the service point on the renewals of a subscription.
 *
 * WooCommerce Subscriptions copies the subscription's shipping lines to an order, with all their meta. What hangs on the order itself is
 * written from these lines.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Subscriptions;

use SendcloudServicePoints\Order\OrderServicePoints;
use WC_Order;

final class RenewalOrders {

	public function __construct( private readonly OrderServicePoints $points ) {}

	public function register(): void {
		// Renewals, resubscriptions and switches alike.
		add_filter( 'wcs_new_order_created', [ $this, 'rewrite_points' ] );
	}

	public function rewrite_points( mixed $order ): mixed {
		if ( $order instanceof WC_Order ) {
			$this->points->write( $order, $this->points->by_line( $order ) );
			$order->save();
		}

		return $order;
	}
}
