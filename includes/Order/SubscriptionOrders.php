<?php
/**
 * Keeps the service point on subscriptions and their renewals.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use SendcloudServicePoints\Domain\Selection;
use WC_Order;
use WC_Order_Item_Shipping;

/**
 * WooCommerce Subscriptions makes a subscription's shipping lines of the cart, without our choice, and an order's of the
 * subscription's, with all their meta. What hangs on the order itself is written anew from the lines.
 */
final class SubscriptionOrders {

	public function __construct( private readonly OrderServicePoints $points ) {}

	public function register(): void {
		add_action( 'woocommerce_checkout_subscription_created', [ $this, 'hand_on' ], 10, 2 );
		// Renewals, resubscriptions and switches alike.
		add_filter( 'wcs_new_order_created', [ $this, 'refresh' ] );
	}

	/**
	 * @param mixed $subscription The subscription, an order of its own type.
	 * @param mixed $order        The order it was bought with.
	 */
	public function hand_on( mixed $subscription, mixed $order ): void {
		if ( $subscription instanceof WC_Order && $order instanceof WC_Order ) {
			$this->points->write( $subscription, $this->by_method( $order, $subscription ) );
			$subscription->save();
		}
	}

	public function refresh( mixed $order ): mixed {
		if ( $order instanceof WC_Order ) {
			$this->points->write( $order, $this->points->by_line( $order ) );
			$order->save();
		}

		return $order;
	}

	/**
	 * The point of the order's first line of the same method, for each line of the subscription.
	 *
	 * @return list<Selection|null>
	 */
	private function by_method( WC_Order $order, WC_Order $subscription ): array {
		$method     = static fn( WC_Order_Item_Shipping $line ): string => $line->get_method_id() . ':' . $line->get_instance_id();
		$selections = $this->points->by_line( $order );
		$known      = [];

		foreach ( $this->points->lines( $order ) as $index => $line ) {
			$known[ $method( $line ) ] ??= $selections[ $index ] ?? null;
		}

		return array_map( static fn( WC_Order_Item_Shipping $line ): ?Selection => $known[ $method( $line ) ] ?? null, $this->points->lines( $subscription ) );
	}
}
