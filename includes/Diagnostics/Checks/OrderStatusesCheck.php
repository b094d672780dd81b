<?php
/**
 * Are orders in a status Sendcloud knows?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use Automattic\WooCommerce\Utilities\OrderUtil;
use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Diagnostics\Probes\RecentOrders;
use WC_Order;

final class OrderStatusesCheck extends Check {

	public const ID    = 'order-statuses';
	public const GROUP = Group::Orders;

	private const CORE = [ 'pending', 'processing', 'on-hold', 'completed', 'cancelled', 'refunded', 'failed', 'checkout-draft' ];

	public function __construct( private readonly RecentOrders $orders ) {}

	public function title(): string {
		return __( 'Order statuses', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$custom = self::custom();
		if ( [] === $custom ) {
			return Finding::good( __( 'The shop uses WooCommerce\'s own order statuses only.', 'sendcloud-service-points' ) );
		}
		$orders = array_values( array_filter( $this->orders->all(), static fn ( WC_Order $order ): bool => isset( $custom[ $order->get_status() ] ) ) );
		if ( [] === $orders ) {
			return Finding::info(
				sprintf(
					/* translators: %s: list of order statuses. */
					__( 'The shop has order statuses of its own: %s. Sendcloud does not fetch orders in them.', 'sendcloud-service-points' ),
					wp_sprintf_l( '%l', array_values( $custom ) )
				)
			);
		}
		return Finding::recommended(
			sprintf(
				/* translators: %d: number of orders. */
				_n(
					'%d order to a service point is in a status that Sendcloud does not fetch.',
					'%d orders to a service point are in a status that Sendcloud does not fetch.',
					count( $orders ),
					'sendcloud-service-points'
				),
				count( $orders )
			),
			__( 'Have orders pass through "Processing" or "On hold" before they get a status of your own, and set these back to it if Sendcloud does not have them yet.', 'sendcloud-service-points' )
		)->with( RecentOrders::lines( $orders ) )->link( __( 'Orders', 'sendcloud-service-points' ), Screens::orders() );
	}

	/** @return array<string, string> Status without prefix => name. */
	private static function custom(): array {
		$statuses = [];
		foreach ( wc_get_order_statuses() as $status => $name ) {
			$statuses[ OrderUtil::remove_status_prefix( (string) $status ) ] = (string) $name;
		}
		return array_diff_key( $statuses, array_flip( self::CORE ) );
	}
}
