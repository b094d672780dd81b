<?php
/**
 * What the merchant sees of the export, and can do about it.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Export;

use Closure;
use DomainException;
use RuntimeException;
use SendcloudServicePoints\Export\ExportActions;
use SendcloudServicePoints\Export\ExportMetaBox;
use SendcloudServicePoints\Export\ExportState;
use SendcloudServicePoints\Settings\ExportSettings;
use WC_Order;

final class ExportAdminTest extends ExportTestCase {

	private string $redirect = '';

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		require_once WC()->plugin_path() . '/includes/admin/wc-admin-functions.php';
		wp_set_current_user( 1 );
	}

	public function test_the_orders_screen_tells_state_and_number(): void {
		$order = $this->relay_order();
		self::assertStringContainsString( 'Not sent', $this->box( $order ) );
		$this->run_queue();

		$box = $this->box( $this->reload( $order ) );
		self::assertStringContainsString( 'Sent', $box );
		self::assertStringContainsString( $this->at_sendcloud()[ $order->get_id() ]['id'], $box );
		self::assertStringContainsString( 'Send again', $box );
	}

	public function test_an_error_is_shown_and_not_executed(): void {
		$order = $this->relay_order();
		add_filter(
			'sendcloud_service_points_order_payload',
			static fn (): array => throw new RuntimeException( '<script>alert(1)</script>' )
		);
		$this->run_queue();

		$box = $this->box( $this->reload( $order ) );
		self::assertStringContainsString( '&lt;script&gt;', $box );
		self::assertStringNotContainsString( '<script>', $box );
	}

	public function test_nothing_is_shown_where_nothing_is_sent(): void {
		update_option( ExportSettings::ENABLED, 'no' );
		$order = $this->relay_order();
		self::assertSame( '', $this->box( $order ) );
		self::assertArrayNotHasKey( 'sendcloud_service_points_export', apply_filters( 'woocommerce_order_actions', [], $order ) );
		self::assertArrayNotHasKey( 'sendcloud_service_points_export', apply_filters( 'bulk_actions-woocommerce_page_wc-orders', [] ) );
	}

	public function test_the_button_needs_its_nonce_and_the_capability(): void {
		$order = $this->relay_order();
		$this->run_queue();
		self::assertSame( 403, $this->press( $order, 'wrong' ) );

		wp_set_current_user( self::customer() );
		self::assertSame( 403, $this->press( $order ) );
		self::assertSame( 1, $this->sent_requests() );

		wp_set_current_user( 1 );
		self::assertSame( 302, $this->press( $order ) );
		$this->run_queue();
		self::assertSame( 2, $this->sent_requests() );
	}

	private static function customer(): int {
		$id = wp_insert_user(
			[
				'user_login' => 'shopper',
				'user_pass'  => 'secret',
				'role'       => 'customer',
			]
		);
		self::assertIsInt( $id );
		return $id;
	}

	/** @return array<string, array{string}> */
	public function lists(): array {
		return [
			'orders in their own tables' => [ 'woocommerce_page_wc-orders' ],
			'orders as posts'            => [ 'edit-shop_order' ],
		];
	}

	/** @dataProvider lists */
	public function test_the_bulk_action_sends_what_can_be_sent( string $screen ): void {
		$home      = $this->place_order( null, 'completed' );
		$cancelled = $this->relay_order( 'cancelled' );
		$virtual   = $this->place_order( null, 'processing', 'e-book' );
		self::assertContains( 'Send to Sendcloud', apply_filters( "bulk_actions-{$screen}", [] ) );

		$ids = [ $home->get_id(), $cancelled->get_id(), $virtual->get_id() ];
		$url = apply_filters( "handle_bulk_actions-{$screen}", 'https://shop.test/', 'sendcloud_service_points_export', $ids );
		$this->run_queue();
		self::assertSame( [ $home->get_id() ], $this->ids_at_sendcloud() );

		parse_str( (string) wp_parse_url( $url, PHP_URL_QUERY ), $_GET );
		ob_start();
		do_action( 'admin_notices' );
		self::assertStringContainsString( '1 order will be sent to Sendcloud', (string) ob_get_clean() );
	}

	/** @dataProvider lists */
	public function test_orders_that_lack_their_point_are_named_and_sent_on_a_yes_alone( string $screen ): void {
		$good    = $this->relay_order();
		$lacking = [ $this->order_without_point(), $this->order_without_point() ];
		$ids     = array_map( static fn ( WC_Order $order ): int => $order->get_id(), [ $good, ...$lacking ] );
		$url     = apply_filters( "handle_bulk_actions-{$screen}", 'https://shop.test/', 'sendcloud_service_points_export', $ids );
		$this->run_queue();
		self::assertSame( [ $good->get_id() ], $this->ids_at_sendcloud() );

		$notice = $this->notice( $url );
		self::assertStringContainsString( '1 order will be sent to Sendcloud', $notice );
		foreach ( $lacking as $order ) {
			self::assertStringContainsString( ">#{$order->get_id()}</a>", $notice );
		}
		self::assertStringNotContainsString( ">#{$good->get_id()}</a>", $notice );

		self::assertSame( 403, $this->send_anyway( $notice, 'wrong' ) );
		wp_set_current_user( self::customer() );
		self::assertSame( 403, $this->send_anyway( $notice, wp_create_nonce( 'sendcloud_service_points_export_anyway' ) ) );
		$this->run_queue();
		self::assertCount( 1, $this->ids_at_sendcloud() );

		wp_set_current_user( 1 );
		self::assertSame( 302, $this->send_anyway( $notice ) );
		$this->run_queue();
		self::assertEqualsCanonicalizing( $ids, $this->ids_at_sendcloud() );
	}

	public function test_the_orders_screen_asks_too_by_its_button_and_by_its_action(): void {
		$order = $this->order_without_point();
		self::assertSame( 302, $this->press( $order ) );
		self::assertStringContainsString( ">#{$order->get_id()}</a>", $this->notice( $this->redirect ) );

		do_action( 'woocommerce_order_action_sendcloud_service_points_export', $order );
		foreach ( [ 'woocommerce_redirect_order_location', 'redirect_post_location' ] as $filter ) {
			$notice = $this->notice( apply_filters( $filter, 'https://shop.test/order' ) );
			self::assertStringContainsString( ">#{$order->get_id()}</a>", $notice );
			self::assertStringContainsString( 'Send them without a service point', $notice );
		}
		$this->run_queue();
		self::assertSame( [], $this->ids_at_sendcloud() );
	}

	public function test_nothing_is_asked_of_an_order_that_has_got_its_point_meanwhile_or_is_cancelled(): void {
		$order = $this->order_without_point();
		$url   = apply_filters( 'handle_bulk_actions-woocommerce_page_wc-orders', 'https://shop.test/', 'sendcloud_service_points_export', [ $order->get_id() ] );
		self::assertStringContainsString( 'lack their service point', $this->notice( $url ) );
		$this->rest( 'POST', "/sendcloud-service-points/v1/orders/{$order->get_id()}/service-point", [ 'service_point_id' => 1000010 ] );
		self::assertStringNotContainsString( 'lack their service point', $this->notice( $url ) );
	}

	/** As the merchant makes it by hand. */
	private function order_without_point(): WC_Order {
		$order = $this->relay_order();
		foreach ( $order->get_items( 'shipping' ) as $line ) {
			$line->delete_meta_data( '_sendcloud_service_point' );
		}
		$order->save();
		$order = $this->reload( $order );
		self::assertSame( 'missing', $order->get_meta( '_sendcloud_service_point_status' ) );
		// What was queued of it so far is none of this test's business.
		foreach ( [ '_sendcloud_export_state', '_sendcloud_export_waiting' ] as $key ) {
			$order->delete_meta_data( $key );
		}
		$order->save_meta_data();
		return $order;
	}

	private function notice( string $url ): string {
		$_GET = [];
		parse_str( (string) wp_parse_url( $url, PHP_URL_QUERY ), $_GET );
		ob_start();
		do_action( 'admin_notices' );
		return (string) ob_get_clean();
	}

	/** The button of the notice. */
	private function send_anyway( string $notice, ?string $nonce = null ): int {
		self::assertSame( 1, preg_match( '/name="orders" value="([\d,]+)"/', $notice, $orders ) );
		self::assertSame( 1, preg_match( '/name="_wpnonce" value="(\w+)"/', $notice, $own ) );
		$_POST    = [
			'orders'   => $orders[1],
			'_wpnonce' => $nonce ?? $own[1],
		];
		$_REQUEST = $_POST;
		return $this->post_to_admin( 'sendcloud_service_points_export_anyway' );
	}

	public function test_the_bulk_action_is_not_for_everyone(): void {
		$order = $this->relay_order();
		wp_set_current_user( 0 );
		apply_filters( 'handle_bulk_actions-woocommerce_page_wc-orders', '', 'sendcloud_service_points_export', [ $order->get_id() ] );
		self::assertSame( ExportState::None, $this->record( $order )->state() );
	}

	public function test_the_settings_offer_the_integrations_that_take_orders(): void {
		$field = $this->setting( ExportSettings::INTEGRATION );
		self::assertSame( [ self::INTEGRATION => 'Sandbox API (451235)' ], $field['options'] ?? null );
		self::assertSame( [ 'processing', 'on-hold' ], $this->setting( ExportSettings::STATUSES )['default'] ?? null );
		self::assertArrayNotHasKey( 'cancelled', $this->setting( ExportSettings::STATUSES )['options'] ?? [] );
		self::assertSame( 'no', $this->setting( ExportSettings::ENABLED )['default'] ?? null );
	}

	public function test_the_settings_keep_the_integration_when_sendcloud_does_not_answer(): void {
		$this->fault( [ 'fault' => 'server_error' ] );
		$field = $this->setting( ExportSettings::INTEGRATION );
		self::assertSame( [ self::INTEGRATION => (string) self::INTEGRATION ], $field['options'] ?? null );
		self::assertStringContainsString( 'cannot be reached', $field['desc'] ?? '' );
	}

	public function test_the_settings_offer_nothing_beside_sendclouds_own_plugin(): void {
		update_option( 'active_plugins', [ ...get_option( 'active_plugins' ), 'sendcloud-connected-shipping/sendcloud-connected-shipping.php' ] );
		self::assertNull( $this->setting( ExportSettings::ENABLED ) );
	}

	/** What the order's screen says in the box, '' where there is none. */
	private function box( WC_Order $order ): string {
		global $wp_meta_boxes;
		$wp_meta_boxes = []; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
		$screen        = wc_get_page_screen_id( 'shop-order' );
		$subject       = 'shop_order' === $screen ? get_post( $order->get_id() ) : $order;
		foreach ( $GLOBALS['wp_filter']['add_meta_boxes']->callbacks[30] ?? [] as [ 'function' => $callback ] ) {
			if ( is_array( $callback ) && $callback[0] instanceof ExportMetaBox ) {
				$callback( $screen, $subject );
			}
		}
		set_current_screen( $screen );
		ob_start();
		do_meta_boxes( $screen, 'side', $subject );
		return trim( (string) preg_replace( '/^\s*<div id="side-sortables"[^>]*><\/div>\s*$/', '', (string) ob_get_clean() ) );
	}

	/** @return int The status the button is answered with. */
	private function press( WC_Order $order, ?string $nonce = null ): int {
		parse_str( html_entity_decode( (string) wp_parse_url( ExportActions::url( $order ), PHP_URL_QUERY ) ), $_GET );
		if ( null !== $nonce ) {
			$_GET['_wpnonce'] = $nonce;
		}
		$_REQUEST = $_GET;
		return $this->post_to_admin( 'sendcloud_service_points_export' );
	}

	/** @return int The status of admin-post.php's answer. */
	private function post_to_admin( string $action ): int {
		$leave = static fn ( int $status ): Closure => static fn () => throw new DomainException( '', $status );
		add_filter(
			'wp_redirect',
			function ( string $url ): never {
				$this->redirect = $url;
				throw new DomainException( '', 302 );
			}
		);
		add_filter( 'wp_die_handler', static fn (): Closure => $leave( 403 ) );
		try {
			do_action( "admin_post_$action" );
		} catch ( DomainException $end ) {
			return $end->getCode();
		} finally {
			remove_all_filters( 'wp_redirect' );
			remove_all_filters( 'wp_die_handler' );
		}
		return 0;
	}

	/** @return array<string, mixed>|null */
	private function setting( string $id ): ?array {
		foreach ( apply_filters( 'woocommerce_get_settings_shipping', [], 'sendcloud-service-points' ) as $field ) {
			if ( ( $field['id'] ?? '' ) === $id ) {
				return $field;
			}
		}
		return null;
	}
}
