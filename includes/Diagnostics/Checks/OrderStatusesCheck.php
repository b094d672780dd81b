<?php
/**
 * Are orders in a status Sendcloud knows?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Diagnostics\Probes\RecentOrders;

final class OrderStatusesCheck implements Check {

	private const CORE = [ 'wc-pending', 'wc-processing', 'wc-on-hold', 'wc-completed', 'wc-cancelled', 'wc-refunded', 'wc-failed', 'wc-checkout-draft' ];

	public function __construct( private readonly RecentOrders $orders ) {}

	public function id(): string {
		return 'order-statuses';
	}

	public function title(): string {
		return __( 'Order statuses', 'sendcloud-service-points' );
	}

	public function group(): Group {
		return Group::Orders;
	}

	public function run(): Finding {
		$custom = array_diff_key( wc_get_order_statuses(), array_flip( self::CORE ) );
		if ( [] === $custom ) {
			return Finding::good( __( 'The shop uses WooCommerce\'s own order statuses only.', 'sendcloud-service-points' ) );
		}
		$names  = array_values( array_map( 'strval', $custom ) );
		$orders = array_values( array_filter( $this->orders->all(), static fn ( \WC_Order $order ): bool => isset( $custom[ 'wc-' . $order->get_status() ] ) ) );
		if ( [] === $orders ) {
			return Finding::info(
				/* translators: %s: list of order statuses. */
				sprintf( __( 'The shop has order statuses of its own: %s. Sendcloud does not fetch orders in them.', 'sendcloud-service-points' ), wp_sprintf_l( '%l', $names ) )
			);
		}
		return Finding::recommended(
			sprintf(
				/* translators: %d: number of orders. */
				_n( '%d order to a service point is in a status that Sendcloud does not fetch.', '%d orders to a service point are in a status that Sendcloud does not fetch.', count( $orders ), 'sendcloud-service-points' ),
				count( $orders )
			),
			__( 'Have orders pass through "Processing" or "On hold" before they get a status of your own, and set these back to it if Sendcloud does not have them yet.', 'sendcloud-service-points' )
		)->with( RecentOrders::lines( $orders ) )->link( __( 'Orders', 'sendcloud-service-points' ), Screens::orders() );
	}
}
