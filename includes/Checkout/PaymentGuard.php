<?php
/**
 * No payment for an order whose delivery to a service point lacks the point, whatever made the order.
 *
 * Anybody who has an order's key can pay for it: the draft that a refused checkout leaves behind, an order made by hand, a renewal. The cart,
 * which the other guard judges, is not involved. Nobody can choose a point where an order is paid, so the message sends them to the shop.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use Automattic\WooCommerce\StoreApi\Exceptions\RouteException;
use Automattic\WooCommerce\StoreApi\Payments\PaymentContext;
use SendcloudServicePoints\Order\RelayLines;
use WC_Order;
use WP_REST_Request;

final class PaymentGuard {

	/** What the checkout makes of its cart in this request; the other guard has judged the rates themselves. */
	private ?WC_Order $placed = null;

	public function __construct( private readonly RelayLines $lines ) {}

	public function register(): void {
		add_action( 'woocommerce_store_api_checkout_update_order_from_request', [ $this, 'guard_store_api' ], 20, 2 );
		// An agent's checkout only has this one. Before all gateways, and after the trigger that made us.
		add_action( 'woocommerce_rest_checkout_process_payment_with_context', [ $this, 'guard_gateway' ], PHP_INT_MIN + 1 );
		add_action( 'woocommerce_before_pay_action', [ $this, 'guard_form' ] );
		// Before WooCommerce prints its notices.
		add_action( 'before_woocommerce_pay', [ $this, 'guard_page' ], 5 );
	}

	/**
	 * @param mixed $order   The order that is about to be paid.
	 * @param mixed $request The request: /checkout for the cart, /checkout/{id} for an order that exists.
	 * @throws RouteException When it lacks a point.
	 */
	public function guard_store_api( mixed $order, mixed $request ): void {
		if ( ! $order instanceof WC_Order || ! $request instanceof WP_REST_Request ) {
			return;
		}
		if ( isset( $request->get_url_params()['id'] ) ) {
			$this->refuse( $order );
		} else {
			$this->placed = $order;
		}
	}

	/**
	 * @param mixed $context What the gateways get.
	 * @throws RouteException When the order lacks a point.
	 */
	public function guard_gateway( mixed $context ): void {
		$order = $context instanceof PaymentContext ? $context->__get( 'order' ) : null;

		if ( $order instanceof WC_Order && $this->placed !== $order ) {
			$this->refuse( $order );
		}
	}

	/**
	 * The form of the page to pay for an order: with an error, WooCommerce asks no gateway.
	 *
	 * @param mixed $order The order.
	 */
	public function guard_form( mixed $order ): void {
		$message = $this->problem( $order )?->getMessage() ?? '';

		if ( '' !== $message && ! wc_has_notice( esc_html( $message ), 'error' ) ) {
			wc_add_notice( esc_html( $message ), 'error' );
		}
	}

	/**
	 * The page itself says it before anybody types a card number. Some gateways print a form of their own there, which is sent to them alone.
	 */
	public function guard_page(): void {
		$order_id = get_query_var( 'order-pay' );
		$order    = is_numeric( $order_id ) ? wc_get_order( (int) $order_id ) : null;
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- A link in a mail has no nonce; the key is what WooCommerce asks for.
		$key = isset( $_GET['key'] ) && is_string( $_GET['key'] ) ? sanitize_text_field( wp_unslash( $_GET['key'] ) ) : '';

		if ( $order instanceof WC_Order && $order->key_is_valid( $key ) && $order->needs_payment() && null !== $this->problem( $order ) ) {
			remove_all_actions( "woocommerce_receipt_{$order->get_payment_method()}" );
			$this->guard_form( $order );
		}
	}

	/** @throws RouteException When the order lacks a point. */
	private function refuse( WC_Order $order ): void {
		$problem = $this->problem( $order );

		if ( null !== $problem ) {
			throw new RouteException( $problem->code(), esc_html( $problem->getMessage() ), $problem->status() );
		}
	}

	private function problem( mixed $order ): ?InvalidSelection {
		if ( ! $order instanceof WC_Order || ! $this->lines->lack_point( $order ) ) {
			return null;
		}

		/**
		 * Filters whether an order can be paid although its delivery to a service point lacks the point.
		 *
		 * @param bool     $allowed False.
		 * @param WC_Order $order   The order.
		 */
		$allowed = (bool) apply_filters( 'sendcloud_service_points_pay_without_point', false, $order );

		return $allowed ? null : InvalidSelection::missing_on_order();
	}
}
