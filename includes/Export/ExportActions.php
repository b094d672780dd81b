<?php
/**
 * Lets the merchant send orders by hand: the order's screen and the list of orders.
 *
 * Orders that lack their service point are not sent along: they are named, and the merchant is asked.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Export;

use SendcloudServicePoints\Order\RelayLines;
use SendcloudServicePoints\Settings\ExportSettings;
use WC_Order;

final class ExportActions {

	private const ACTION = 'sendcloud_service_points_export';

	private const ANYWAY = 'sendcloud_service_points_export_anyway';

	/** In the next page's address: how many wait to be sent. */
	private const RESULT = 'sendcloud_service_points_queued';

	/** Beside it: the ids of orders that were left out, since they lack their point. */
	private const LACKING = 'sendcloud_service_points_lacking';

	/** Names in a notice; further ones are counted. */
	private const NAMED = 20;

	public function __construct(
		private readonly ExportSettings $settings,
		private readonly ExportPolicy $policy,
		private readonly ExportQueue $queue,
		private readonly RelayLines $lines,
	) {}

	public function register(): void {
		add_filter( 'woocommerce_order_actions', [ $this, 'add_order_action' ], 10, 2 );
		add_action( 'woocommerce_order_action_' . self::ACTION, [ $this, 'handle_order_action' ] );
		add_action( 'admin_post_' . self::ACTION, [ $this, 'handle_button' ] );
		add_action( 'admin_post_' . self::ANYWAY, [ $this, 'handle_anyway' ] );
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

	/** WooCommerce has seen to the nonce, and leads back to the order's screen. */
	public function handle_order_action( mixed $order ): void {
		if ( ! $order instanceof WC_Order ) {
			return;
		}
		$result = $this->send( [ $order ] );
		$tell   = static fn ( mixed $url ): mixed => is_string( $url ) ? add_query_arg( $result, $url ) : $url;
		// Orders in their own tables, and orders as posts.
		add_filter( 'woocommerce_redirect_order_location', $tell );
		add_filter( 'redirect_post_location', $tell );
	}

	public function handle_button(): never {
		$id = absint( is_scalar( $_GET['order_id'] ?? null ) ? $_GET['order_id'] : 0 );
		check_admin_referer( self::ACTION . $id );
		$order = wc_get_order( $id );
		if ( ! $order instanceof WC_Order || ! current_user_can( 'edit_shop_orders' ) ) {
			wp_die( esc_html__( 'You are not allowed to send this order.', 'sendcloud-service-points' ), '', [ 'response' => 403 ] );
		}
		wp_safe_redirect( add_query_arg( $this->send( [ $order ] ), $order->get_edit_order_url() ) );
		exit;
	}

	/** The answer to what a notice asked: yes, send them as they are. */
	public function handle_anyway(): never {
		check_admin_referer( self::ANYWAY );
		if ( ! current_user_can( 'edit_shop_orders' ) ) {
			wp_die( esc_html__( 'You are not allowed to send these orders.', 'sendcloud-service-points' ), '', [ 'response' => 403 ] );
		}
		$back = wp_get_referer();
		wp_safe_redirect( add_query_arg( $this->send( self::orders( $_POST['orders'] ?? '' ), true ), remove_query_arg( [ self::RESULT, self::LACKING ], false === $back ? admin_url() : $back ) ) );
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
		return self::ACTION === $action && is_array( $ids ) && is_string( $url ) ? add_query_arg( $this->send( self::orders( $ids ) ), $url ) : $url;
	}

	public function render_result(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- Only told.
		$queued = $_GET[ self::RESULT ] ?? null;
		if ( ! is_numeric( $queued ) || ! current_user_can( 'edit_shop_orders' ) ) {
			return;
		}
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- Made integers; what is asked has a nonce of its own.
		$lacking = self::orders( $_GET[ self::LACKING ] ?? '' );
		$count = absint( $queued );
		if ( $count > 0 ) {
			/* translators: %d: number of orders. */
			self::render_notice( 'success', sprintf( _n( '%d order will be sent to Sendcloud in a moment.', '%d orders will be sent to Sendcloud in a moment.', $count, 'sendcloud-service-points' ), $count ) );
		} elseif ( [] === $lacking ) {
			self::render_notice( 'warning', __( 'There was nothing to send: the orders are cancelled, or have nothing to ship.', 'sendcloud-service-points' ) );
		}
		// Those that have got their point meanwhile need no question.
		$lacking = array_values( array_filter( $lacking, $this->lines->lack_point( ... ) ) );
		if ( [] !== $lacking ) {
			$this->render_question( $lacking );
		}
	}

	public function add_removable_argument( mixed $arguments ): mixed {
		return is_array( $arguments ) ? [ ...$arguments, self::RESULT, self::LACKING ] : $arguments;
	}

	/**
	 * @param list<WC_Order> $orders
	 * @param bool           $anyway Whether those go too that lack their service point.
	 * @return array<string, int|string> What the next page has to tell.
	 */
	private function send( array $orders, bool $anyway = false ): array {
		if ( ! $this->settings->is_on() || ! current_user_can( 'edit_shop_orders' ) ) {
			return [ self::RESULT => 0 ];
		}
		$sendable = array_values( array_filter( $orders, $this->policy->can_send( ... ) ) );
		$lacking  = $anyway ? [] : array_filter( $sendable, $this->lacks_point( ... ) );
		$complete = array_values( array_diff_key( $sendable, $lacking ) );
		if ( [] !== $complete ) {
			$this->queue->send_now( $complete );
		}
		$ids = array_map( static fn ( WC_Order $order ): int => $order->get_id(), $lacking );
		return [ self::RESULT => count( $complete ) ] + ( [] === $ids ? [] : [ self::LACKING => implode( ',', $ids ) ] );
	}

	/** What is cancelled is only taken out of Sendcloud. */
	private function lacks_point( WC_Order $order ): bool {
		return ! $order->has_status( ExportPolicy::CANCELLED ) && $this->lines->lack_point( $order );
	}

	/** @param non-empty-list<WC_Order> $orders */
	private function render_question( array $orders ): void {
		$links = array_map(
			static fn ( WC_Order $order ): string => sprintf( '<a href="%s">#%s</a>', esc_url( $order->get_edit_order_url() ), esc_html( $order->get_order_number() ) ),
			array_slice( $orders, 0, self::NAMED )
		);
		$more  = count( $orders ) - count( $links );
		$named = implode( ', ', $links );
		$text  = 0 === $more
			/* translators: %s: numbers of orders. */
			? sprintf( __( 'Not sent, since they lack their service point: %s.', 'sendcloud-service-points' ), $named )
			/* translators: 1: numbers of orders, 2: how many further ones. */
			: sprintf( __( 'Not sent, since they lack their service point: %1$s and %2$d more.', 'sendcloud-service-points' ), $named, $more );
		$ids   = implode( ',', array_map( static fn ( WC_Order $order ): int => $order->get_id(), $orders ) );
		printf(
			'<div class="notice notice-warning"><p>%s %s</p><form method="post" action="%s"><p>
				<input type="hidden" name="action" value="%s" /><input type="hidden" name="orders" value="%s" />%s
				<button type="submit" class="button">%s</button>
			</p></form></div>',
			wp_kses_post( $text ),
			esc_html__( 'Sendcloud would take them for home deliveries. Choose the point on the order first.', 'sendcloud-service-points' ),
			esc_url( admin_url( 'admin-post.php' ) ),
			esc_attr( self::ANYWAY ),
			esc_attr( $ids ),
			wp_nonce_field( self::ANYWAY, '_wpnonce', true, false ), // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- A field of WordPress.
			esc_html__( 'Send them without a service point', 'sendcloud-service-points' )
		);
	}

	private static function render_notice( string $kind, string $text ): void {
		printf( '<div class="notice notice-%s is-dismissible"><p>%s</p></div>', esc_attr( $kind ), esc_html( $text ) );
	}

	/**
	 * @param mixed $ids A list, or numbers with commas.
	 * @return list<WC_Order>
	 */
	private static function orders( mixed $ids ): array {
		$orders = [];
		foreach ( wp_parse_id_list( is_array( $ids ) || is_string( $ids ) ? $ids : '' ) as $id ) {
			$order = wc_get_order( $id );
			if ( $order instanceof WC_Order ) {
				$orders[] = $order;
			}
		}
		return $orders;
	}
}
