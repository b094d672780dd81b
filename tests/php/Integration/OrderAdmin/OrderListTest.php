<?php
/**
 * The list of orders stays quick, and finds what needs attention.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\OrderAdmin;

use Automattic\WooCommerce\Utilities\OrderUtil;
use SendcloudServicePoints\Admin\AdminOptions;
use SendcloudServicePoints\Availability\PointRecord;
use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\SendcloudPlugins\AdminButton;
use SendcloudServicePoints\SendcloudPlugins\Connection\Connection;
use SendcloudServicePoints\Settings\Settings;
use SendcloudServicePoints\Tests\Integration\TestCase;
use WC_Order;
use WC_Order_Item_Shipping;
use WP_Query;
use WP_Screen;

final class OrderListTest extends TestCase {

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/class-wp-screen.php';
		require_once ABSPATH . 'wp-admin/includes/screen.php';
		require_once ABSPATH . 'wp-admin/includes/template.php';
		$GLOBALS['current_screen'] = WP_Screen::get( 'edit-shop_order' ); // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
	}

	protected function tearDown(): void {
		unset( $GLOBALS['current_screen'] );
		parent::tearDown();
	}

	public function test_thirty_orders_cost_at_most_two_queries_more(): void {
		for ( $number = 0; $number < 30; $number++ ) {
			$this->order_to_point( true );
		}
		global $wpdb;
		wp_cache_flush();
		if ( OrderUtil::custom_orders_table_usage_is_enabled() ) {
			$rows   = wc_get_orders( [ 'limit' => 30 ] );
			$hook   = 'manage_woocommerce_page_wc-orders_custom_column';
			$before = $wpdb->num_queries;
		} else {
			$query                   = new WP_Query();
			$GLOBALS['wp_the_query'] = $query; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited -- What makes it the page's own.
			$query->query(
				[
					'post_type'      => 'shop_order',
					'post_status'    => 'any',
					'posts_per_page' => 30,
				]
			);
			$rows   = wp_list_pluck( $query->posts, 'ID' );
			$before = $wpdb->num_queries - 1;
			$hook   = 'manage_shop_order_posts_custom_column';
		}
		self::assertCount( 30, $rows );
		ob_start();
		foreach ( $rows as $row ) {
			do_action( $hook, 'sendcloud_service_point', $row );
		}
		$html = (string) ob_get_clean();
		self::assertSame( 30, substr_count( $html, 'Relais' ) );
		self::assertLessThanOrEqual( 2, $wpdb->num_queries - $before );
	}

	public function test_options_that_nobody_set_cost_a_page_of_the_admin_one_query(): void {
		global $wpdb;
		wp_set_current_user( 1 );
		delete_option( 'sendcloud_service_points_connection' );
		delete_option( 'sendcloud_service_points_map_style_url' );
		wp_cache_flush();
		wp_load_alloptions();
		$before = $wpdb->num_queries;
		foreach ( $GLOBALS['wp_filter']['admin_init']->callbacks[0] ?? [] as [ 'function' => $callback ] ) {
			if ( is_array( $callback ) && $callback[0] instanceof AdminOptions ) {
				$callback();
			}
		}
		self::assertSame( 1, $wpdb->num_queries - $before );
		( new Connection() )->is_off();
		( new Connection() )->is_asking();
		( new Settings() )->map_style_url();
		AdminButton::render_message();
		get_option( 'woocommerce_sendcloud_service_point_closed_settings' );
		self::assertSame( 1, $wpdb->num_queries - $before );
	}

	public function test_the_filter_finds_orders_without_a_point(): void {
		$this->order_to_point( true );
		$missing = $this->order_to_point( false );
		self::assertSame( [ $missing->get_id() ], $this->found( 'attention' ) );
		self::assertSame( [ $missing->get_id() ], $this->found( 'missing' ) );
		self::assertSame( [], $this->found( 'closed' ) );
	}

	public function test_orders_are_found_by_the_name_the_id_and_the_carriers_own_id_of_each_of_their_points(): void {
		$first  = $this->order_to( $this->point( 1000010, 'Relais du Faubourg', 'mondial_relay', 'FR-0815' ) );
		$second = $this->order_to( $this->point( 1000011, 'Kiosk', 'chronopost', 'C-4711' ), $this->point( 1000012, 'Tabac', 'dhl_de', 'DE-99' ) );
		$this->order_to_point( false );

		foreach ( [ 'faubourg', '1000010', 'FR-0815' ] as $term ) {
			self::assertSame( [ $first->get_id() ], $this->searched( $term ), $term );
		}
		foreach ( [ 'Kiosk', 'Tabac', '1000012', 'DE-99', 'C-4711' ] as $term ) {
			self::assertSame( [ $second->get_id() ], $this->searched( $term ), $term );
		}
		self::assertSame( [], $this->searched( '100%' ) );
	}

	public function test_an_order_of_sendclouds_own_plugin_is_found_too(): void {
		$order = $this->order_to_point( false );
		$order->update_meta_data( 'sendcloudshipping_v2_service_point', '{"id":"777","toPostalCode":"","name":"Épicerie du Coin","street":"Rue X","city":"Lyon"}' );
		$order->save();

		self::assertSame( [ $order->get_id() ], $this->searched( 'Épicerie du Coin' ) );
		self::assertSame( [ $order->get_id() ], $this->searched( '777' ) );
	}

	public function test_the_box_beside_the_search_looks_at_service_points_alone(): void {
		if ( ! OrderUtil::custom_orders_table_usage_is_enabled() ) {
			self::markTestSkipped( 'WooCommerce has no such box for orders that are posts.' );
		}
		$order = $this->order_to( $this->point( 1000010, 'Relais du Faubourg', 'mondial_relay', 'FR-0815' ) );
		$other = $this->order_to_point( false );
		$other->set_billing_address_1( 'Relais du Faubourg' );
		$other->save();

		self::assertArrayHasKey( 'sendcloud_service_point', apply_filters( 'woocommerce_hpos_admin_search_filters', [] ) );
		$found = wc_get_orders(
			[
				's'             => 'Faubourg',
				'search_filter' => 'sendcloud_service_point',
				'return'        => 'ids',
			]
		);
		self::assertSame( [ $order->get_id() ], $found );
	}

	public function test_the_list_is_filtered_by_carrier_whichever_package_goes_to_it(): void {
		$relay = $this->order_to( $this->point( 1, 'A', 'mondial_relay' ) );
		$both  = $this->order_to( $this->point( 2, 'B', 'chronopost' ), $this->point( 3, 'C', 'dhl_de' ) );
		$lacks = $this->order_to( $this->point( 4, 'D', 'dhl_express' ) );
		$lacks->update_meta_data( PointRecord::STATUS, 'closed' );
		$lacks->save_meta_data();

		self::assertSame( [ $relay->get_id() ], $this->found( '', 'mondial_relay' ) );
		self::assertSame( [ $both->get_id() ], $this->found( '', 'chronopost' ) );
		self::assertSame( [ $both->get_id() ], $this->found( '', 'dhl' ) );
		self::assertSame( [ $lacks->get_id() ], $this->found( 'closed', 'dhl_express' ) );
		self::assertSame( [], $this->found( 'closed', 'dhl' ) );
		self::assertSame( [], $this->found( '', 'postnl' ) );

		ob_start();
		do_action( 'woocommerce_order_list_table_restrict_manage_orders', 'shop_order', 'top' );
		self::assertStringContainsString( '<option value="postnl"  selected=\'selected\'>', (string) ob_get_clean() );
	}

	public function test_the_nightly_check_takes_unshipped_orders_with_a_point(): void {
		$due     = $this->order_to_point( true );
		$shipped = $this->order_to_point( true );
		$shipped->update_status( 'completed' );
		$this->order_to_point( false );
		do_action( 'sendcloud_service_points_daily_check' );
		$actions = as_get_scheduled_actions(
			[
				'hook'   => 'sendcloud_service_points_check_batch',
				'status' => 'pending',
			]
		);
		self::assertCount( 1, $actions );
		self::assertSame( [ $due->get_id() ], reset( $actions )->get_args()[0] );
	}

	public function test_a_check_of_ticked_orders_says_how_far_it_is(): void {
		wp_set_current_user( 1 );
		$orders = [ $this->order_to_point( false ), $this->order_to_point( false ) ];
		$ids    = array_map( static fn ( WC_Order $order ): int => $order->get_id(), $orders );
		$url    = apply_filters( 'handle_bulk_actions-woocommerce_page_wc-orders', 'https://shop.test/', 'sendcloud_service_points_check', $ids );
		parse_str( (string) wp_parse_url( $url, PHP_URL_QUERY ), $query );
		$run = $query['sendcloud_service_points_check'];
		self::assertFalse( $this->rest( 'GET', "/sendcloud-service-points/v1/checks/$run" )->get_data()['is_done'] );
		do_action( 'sendcloud_service_points_check_batch', $ids, $run, 0 );
		$answer = $this->rest( 'GET', "/sendcloud-service-points/v1/checks/$run" )->get_data();
		self::assertTrue( $answer['is_done'] );
		self::assertSame( 2, $answer['missing'] );
		wp_set_current_user( 0 );
		self::assertSame( 401, $this->rest( 'GET', "/sendcloud-service-points/v1/checks/$run" )->get_status() );
	}

	/** @return list<int> */
	private function searched( string $term ): array {
		$ids = OrderUtil::custom_orders_table_usage_is_enabled()
			? wc_get_orders(
				[
					's'      => $term,
					'return' => 'ids',
				]
			)
			: wc_order_search( $term );
		// A number is also an order's own, there or not.
		return array_values( array_filter( array_map( 'intval', $ids ), static fn ( int $id ): bool => wc_get_order( $id ) instanceof WC_Order ) );
	}

	/** @return list<int> */
	private function found( string $filter, string $carrier = '' ): array {
		$_GET = [
			'sendcloud_service_point'         => $filter,
			'sendcloud_service_point_carrier' => $carrier,
		];
		if ( OrderUtil::custom_orders_table_usage_is_enabled() ) {
			return wc_get_orders( apply_filters( 'woocommerce_order_list_table_prepare_items_query_args', [ 'return' => 'ids' ] ) );
		}
		$query = apply_filters(
			'request',
			[
				'post_type'   => 'shop_order',
				'post_status' => 'wc-processing',
				'fields'      => 'ids',
			]
		);
		return array_map( 'intval', ( new WP_Query( $query ) )->posts );
	}

	private function order_to_point( bool $has_point ): WC_Order {
		return $this->order_to( $has_point ? $this->point( 1000010, 'Relais' ) : null );
	}

	/** An order with a package for each point. */
	private function order_to( ?ServicePoint ...$points ): WC_Order {
		$order = new WC_Order();
		foreach ( $points as $point ) {
			$line = new WC_Order_Item_Shipping();
			$line->set_method_id( 'service_point_v2_shipping_method' );
			$order->add_item( $line );
		}
		$order->set_status( 'processing' );
		( new OrderServicePoints() )->write( $order, array_map( static fn ( ?ServicePoint $point ): ?Selection => null === $point ? null : new Selection( $point ), $points ) );
		$order->save();
		return $order;
	}

	private function point( int $id, string $name, string $carrier = 'mondial_relay', string $own_id = '' ): ServicePoint {
		$point = ServicePoint::from_array(
			[
				'id'                       => $id,
				'name'                     => $name,
				'carrier'                  => [ 'code' => $carrier ],
				'carrier_service_point_id' => $own_id,
				'address'                  => [ 'city' => 'Paris' ],
			]
		);
		self::assertNotNull( $point );
		return $point;
	}
}
