<?php
/**
 * Did orders to a service point get through without one?
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
use SendcloudServicePoints\Order\OrderServicePoints;
use WC_Order;

final class OrdersWithoutPointCheck extends Check {

	public const ID    = 'orders-without-point';
	public const GROUP = Group::Orders;

	public function __construct(
		private readonly RecentOrders $orders,
		private readonly OrderServicePoints $points,
	) {}

	public function title(): string {
		return __( 'Orders without a service point', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$orders  = $this->orders->all();
		$missing = array_values( array_filter( $orders, fn ( WC_Order $order ): bool => [] === $this->points->read( $order ) ) );
		if ( [] === $missing ) {
			return Finding::good(
				( [] === $orders
					? __( 'No recent order goes to a service point.', 'sendcloud-service-points' )
					: __( 'Every recent order that goes to a service point has one.', 'sendcloud-service-points' ) ) . ' ' . RecentOrders::scope()
			);
		}
		return Finding::recommended(
			sprintf(
				/* translators: %d: number of orders. */
				_n(
					'%d recent order goes to a service point that nobody chose.',
					'%d recent orders go to a service point that nobody chose.',
					count( $missing ),
					'sendcloud-service-points'
				),
				count( $missing )
			) . ' ' . RecentOrders::scope(),
			__( 'Ask the customer and choose the point in Sendcloud. Orders placed at the checkout since this plugin is active always have one: these were made by hand, by other software or before.', 'sendcloud-service-points' )
		)->with( RecentOrders::lines( $missing ) )->link( __( 'Orders', 'sendcloud-service-points' ), Screens::orders() );
	}
}
