<?php
/**
 * Orders without a point, orders in a status Sendcloud does not fetch, shoppers without a map.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Diagnostics;

use SendcloudServicePoints\Order\OfficialMeta;
use WC_Order;
use WC_Order_Item_Shipping;
use WP_REST_Request;

final class OrdersAndShoppersTest extends DiagnosticsTestCase {

	private const BEACON = '/sendcloud-service-points/v1/fallbacks';

	public function test_a_recent_order_without_a_point_is_found(): void {
		self::assert_found( 'good', 'No recent order', $this->diagnose( 'orders-without-point' ) );
		$order = $this->relay_order();
		self::assert_found( 'recommended', 'Looked at: the last 30 days, the newest 200 orders at most.', $this->diagnose( 'orders-without-point' ) );
		self::assert_found( 'recommended', '#' . $order->get_order_number(), $this->diagnose( 'orders-without-point' ) );
		self::assertStringNotContainsString( 'Tester', (string) wp_json_encode( $this->diagnose( 'orders-without-point' ) ) );

		$order->update_meta_data( OfficialMeta::V2, '{"id":"1000010","toPostalCode":"","name":"Relais","street":"Rue","house_number":"1","postal_code":"75010","city":"Paris"}' );
		$order->save();
		self::assert_found( 'good', 'has one', $this->diagnose( 'orders-without-point' ) );
	}

	public function test_old_cancelled_and_other_orders_are_left_alone(): void {
		$old = $this->relay_order();
		$old->set_date_created( time() - 40 * DAY_IN_SECONDS );
		$old->save();
		$this->relay_order( 'cancelled' );
		$other = new WC_Order();
		$other->set_status( 'processing' );
		$other->save();
		self::assert_found( 'good', 'No recent order', $this->diagnose( 'orders-without-point' ) );
	}

	public function test_orders_in_a_status_of_the_shops_own_are_found(): void {
		self::assert_found( 'good', 'own order statuses only', $this->diagnose( 'order-statuses' ) );
		register_post_status( 'wc-packing', [ 'label' => 'Packing' ] );
		add_filter( 'wc_order_statuses', static fn ( array $statuses ): array => $statuses + [ 'wc-packing' => 'Packing' ] );
		self::assert_found( 'info', 'Packing', $this->diagnose( 'order-statuses' ) );
		$order = $this->relay_order( 'packing' );
		self::assert_found( 'recommended', '#' . $order->get_order_number(), $this->diagnose( 'order-statuses' ) );
	}

	public function test_shoppers_without_a_map_are_counted_and_nothing_else_is_kept(): void {
		wp_set_current_user( 0 );
		$beacon = new WP_REST_Request( 'POST', self::BEACON );
		$beacon->set_body_params( [ 'reason' => 'no_webgl' ] );
		$beacon->set_header( 'User-Agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:78.0) Gecko/20100101 Firefox/78.0' );
		self::assertSame( 204, rest_do_request( $beacon )->get_status() );
		self::assertSame( 400, $this->rest( 'POST', self::BEACON, [ 'reason' => 'Mozilla/5.0' ] )->get_status() );
		self::assertSame( 400, $this->rest( 'POST', self::BEACON )->get_status() );
		$counts = [
			'no_webgl' => 1,
			'Firefox'  => 1,
		];
		self::assertSame( [ gmdate( 'Y-m-d' ) => $counts ], get_option( 'sendcloud_service_points_fallbacks' ) );
		wp_set_current_user( 1 );
		self::assert_found( 'info', 'no WebGL): 1', $this->diagnose( 'fallbacks' ) );
		self::assert_found( 'info', 'Firefox: 1', $this->diagnose( 'fallbacks' ) );
	}

	public function test_a_map_that_often_fails_is_found(): void {
		self::assert_found( 'good', 'no shopper', $this->diagnose( 'fallbacks' ) );
		$this->set_fallbacks( [ 0 => [ 'script' => 12, 'worker' => 9 ] ] ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
		self::assert_found( 'recommended', 'script', $this->diagnose( 'fallbacks' ) );
		$this->set_fallbacks( [ 3 => [ 'tiles' => 25 ] ] );
		self::assert_found( 'recommended', 'map style', $this->diagnose( 'fallbacks' ) );
		$this->set_fallbacks( [ 20 => [ 'tiles' => 25 ] ] );
		self::assert_found( 'info', '25', $this->diagnose( 'fallbacks' ) );
		// Nothing a merchant could do.
		$this->set_fallbacks( [ 0 => [ 'no_webgl' => 500 ] ] );
		self::assert_found( 'info', '500', $this->diagnose( 'fallbacks' ) );
	}

	public function test_counts_end_after_a_month_and_one_visitor_cannot_flood_them(): void {
		$this->set_fallbacks( [ 31 => [ 'tiles' => 9 ], 29 => [ 'tiles' => 1 ] ] ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
		add_filter( 'sendcloud_service_points_visitor_limit', static fn (): int => 2 );
		foreach ( range( 1, 4 ) as $time ) {
			self::assertSame( 204, $this->rest( 'POST', self::BEACON, [ 'reason' => 'tiles' ] )->get_status(), "Beacon {$time}." );
		}
		self::assertSame( [ 1, 2 ], array_column( get_option( 'sendcloud_service_points_fallbacks' ), 'tiles' ) );
	}

	/** @param array<int, array<string, int>> $days Days ago => reason => count. */
	private function set_fallbacks( array $days ): void {
		$stored = [];
		foreach ( $days as $ago => $counts ) {
			$stored[ gmdate( 'Y-m-d', time() - $ago * DAY_IN_SECONDS ) ] = $counts;
		}
		update_option( 'sendcloud_service_points_fallbacks', $stored );
	}

	/** An order made by hand or by other software. */
	private function relay_order( string $status = 'processing' ): WC_Order {
		$line = new WC_Order_Item_Shipping();
		$line->set_props(
			[
				'method_id'    => 'service_point_v2_shipping_method',
				'method_title' => 'Service Point Delivery',
			]
		);
		$order = new WC_Order();
		$order->set_shipping_last_name( 'Tester' );
		$order->add_item( $line );
		$order->set_status( $status );
		$order->save();
		return $order;
	}
}
