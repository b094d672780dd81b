<?php
/**
 * Lets the merchant send orders by hand: the order's screen and the list of orders.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Export;

use SendcloudServicePoints\Settings\ExportSettings;
use WC_Order;

final class ExportActions {

	private const ACTION = 'sendcloud_service_points_export';

	/** In the list's address, after a bulk action. */
	private const RESULT = 'sendcloud_service_points_queued';

	public function __construct(
		private readonly ExportSettings $settings,
		private readonly ExportPolicy $policy,
		private readonly ExportQueue $queue,
	) {}

	public function register(): void {
		add_filter( 'woocommerce_order_actions', [ $this, 'add_order_action' ], 10, 2 );
		add_action( 'woocommerce_order_action_' . self::ACTION, [ $this, 'handle_order_action' ] );
		add_action( 'admin_post_' . self::ACTION, [ $this, 'handle_button' ] );
		// Orders in their own tables, and orders as posts.
		foreach ( [ 'woocommerce_page_wc-orders', 'edit-shop_order' ] as $screen ) {
			add_filter( "bulk_actions-$screen", [ $this, 'add_bulk_action' ] );
			add_filter( "handle_bulk_actions-$screen", [ $this, 'handle_bulk_action' ], 10, 3 );
		}
		add_action( 'admin_notices', [ $this, 'render_result' ] );
		add_filter( 'removable_query_args', [ $this, 'add_removable_argument' ] );
	}

	public static function url( WC_Order $order ): string {
		$url = add_query_arg(
			[
				'action'   => self::ACTION,
				'order_id' => $order->get_id(),
			],
			admin_url( 'admin-post.php' )
		);
		return wp_nonce_url( $url, self::ACTION . $order->get_id() );
	}

	public function add_order_action( mixed $actions, mixed $order = null ): mixed {
		return $order instanceof WC_Order && $this->policy->can_send( $order ) ? $this->add_bulk_action( $actions ) : $actions;
	}

	/** WooCommerce has seen to the nonce. */
	public function handle_order_action( mixed $order ): void {
		if ( $order instanceof WC_Order ) {
			$this->send( [ $order ] );
		}
	}

	public function handle_button(): never {
		$id = absint( is_scalar( $_GET['order_id'] ?? null ) ? $_GET['order_id'] : 0 );
		check_admin_referer( self::ACTION . $id );
		$order = wc_get_order( $id );
		if ( ! $order instanceof WC_Order || ! current_user_can( 'edit_shop_orders' ) ) {
			wp_die( esc_html__( 'You are not allowed to send this order.', 'sendcloud-service-points' ), '', [ 'response' => 403 ] );
		}
		wp_safe_redirect( add_query_arg( self::RESULT, $this->send( [ $order ] ), $order->get_edit_order_url() ) );
		exit;
	}

	public function add_bulk_action( mixed $actions ): mixed {
		return $this->settings->is_on() && is_array( $actions )
			? $actions + [ self::ACTION => __( 'Send to Sendcloud', 'sendcloud-service-points' ) ]
			: $actions;
	}

	/**
	 * WordPress and WooCommerce have seen to the nonce.
	 *
	 * @param mixed $url Where the list leads next.
	 * @param mixed $ids Of the orders chosen.
	 */
	public function handle_bulk_action( mixed $url, mixed $action = '', mixed $ids = [] ): mixed {
		if ( self::ACTION !== $action || ! is_array( $ids ) || ! is_string( $url ) ) {
			return $url;
		}
		$orders = [];
		foreach ( $ids as $id ) {
			$order = is_numeric( $id ) ? wc_get_order( (int) $id ) : null;
			if ( $order instanceof WC_Order ) {
				$orders[] = $order;
			}
		}
		return add_query_arg( self::RESULT, $this->send( $orders ), $url );
	}

	public function render_result(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- Only a number is shown.
		$queued = $_GET[ self::RESULT ] ?? null;
		if ( ! is_numeric( $queued ) || ! current_user_can( 'edit_shop_orders' ) ) {
			return;
		}
		$count = absint( $queued );
		$kind  = 0 === $count ? 'warning' : 'success';
		$text  = 0 === $count
			? __( 'There was nothing to send: the orders are cancelled, or have nothing to ship.', 'sendcloud-service-points' )
			/* translators: %d: number of orders. */
			: sprintf( _n( '%d order will be sent to Sendcloud in a moment.', '%d orders will be sent to Sendcloud in a moment.', $count, 'sendcloud-service-points' ), $count );
		printf( '<div class="notice notice-%s is-dismissible"><p>%s</p></div>', esc_attr( $kind ), esc_html( $text ) );
	}

	public function add_removable_argument( mixed $arguments ): mixed {
		return is_array( $arguments ) ? [ ...$arguments, self::RESULT ] : $arguments;
	}

	/**
	 * @param list<WC_Order> $orders
	 * @return int How many wait now.
	 */
	private function send( array $orders ): int {
		if ( ! $this->settings->is_on() || ! current_user_can( 'edit_shop_orders' ) ) {
			return 0;
		}
		$sendable = array_values( array_filter( $orders, $this->policy->can_send( ... ) ) );
		if ( [] !== $sendable ) {
			$this->queue->send_now( $sendable );
		}
		return count( $sendable );
	}
}
