<?php
/**
 * The page to pay for an order: whoever pays chooses the service point that the order lacks, or another one.
 *
 * As long as the point is missing there is nothing to pay with: some gateways take the money by a button or a form of their own.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout\Classic;

use SendcloudServicePoints\Checkout\InvalidSelection;
use SendcloudServicePoints\Checkout\OrderChoices;
use SendcloudServicePoints\Checkout\PaymentGuard;
use SendcloudServicePoints\Order\OrderDisplay;
use WC_AJAX;
use WC_Order;

final class PayPage {

	private const ACTION = 'sendcloud_choose_order_point';

	public function __construct(
		private readonly OrderChoices $choices,
		private readonly PaymentGuard $guard,
		private readonly Placeholder $placeholder,
		private readonly ClassicScript $script,
		private readonly OrderDisplay $display,
	) {}

	public function register(): void {
		add_action( 'before_woocommerce_pay', [ $this, 'maybe_withhold_payment' ] );
		add_action( 'woocommerce_pay_order_before_payment', [ $this, 'render' ] );
		add_action( 'wc_ajax_' . self::ACTION, [ $this, 'handle_choice' ] );
	}

	/** WooCommerce has not looked at the key yet. */
	public function maybe_withhold_payment(): void {
		$order = self::order( get_query_var( 'order-pay' ) );
		$problem = null !== $order && $order->needs_payment() ? $this->guard->problem( $order ) : null;
		if ( null === $order || null === $problem ) {
			return;
		}
		add_filter( 'woocommerce_available_payment_gateways', '__return_empty_array', PHP_INT_MAX );
		add_filter( 'woocommerce_no_available_payment_methods_message', static fn (): string => esc_html( $problem->getMessage() ) );
		add_filter( 'woocommerce_pay_order_button_html', '__return_empty_string', PHP_INT_MAX );
		// The page of a gateway with a form of its own.
		$receipt = "woocommerce_receipt_{$order->get_payment_method()}";
		remove_all_actions( $receipt );
		add_action( $receipt, [ $this, 'render' ] );
	}

	public function render(): void {
		$order    = self::order( get_query_var( 'order-pay' ) );
		$packages = null !== $order && $order->needs_payment() ? $this->choices->packages( $order ) : [];

		if ( null === $order || [] === $packages ) {
			$id = get_query_var( 'order-pay' );
			$this->display->render_for_customer( is_numeric( $id ) ? wc_get_order( (int) $id ) : null );
			return;
		}
		$url = add_query_arg(
			[
				'order_id' => $order->get_id(),
				'key'      => $order->get_order_key(),
			],
			WC_AJAX::get_endpoint( self::ACTION )
		);
		$this->script->enqueue( $url, true );
		printf( '<section class="woocommerce-order-sendcloud-service-point"><h2 class="woocommerce-column__title">%s</h2>', esc_html__( 'Service point', 'sendcloud-service-points' ) );
		foreach ( $packages as $package ) {
			echo $this->placeholder->html( $package ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Escaped where it is made.
		}
		echo '</section>';
	}

	/** Answers `?wc-ajax=sendcloud_choose_order_point&order_id=…&key=…`. */
	public function handle_choice(): void {
		ClassicScript::check_nonce();
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- Checked above; made an integer.
		$order = self::order( $_GET['order_id'] ?? 0 );
		if ( null === $order || ! $order->needs_payment() ) {
			ClassicScript::fail( 'sendcloud_service_points_no_order', __( 'This order cannot be paid for. Please reload the page.', 'sendcloud-service-points' ), 403 );
		}
		$id = ClassicScript::posted( 'package_id' );
		try {
			$selection = $this->choices->choose( $order, $id, absint( ClassicScript::posted( 'service_point_id' ) ), ClassicScript::posted( 'post_number' ) );
		} catch ( InvalidSelection $problem ) {
			ClassicScript::fail( $problem->code(), $problem->getMessage(), $problem->status() );
		}
		$html = '';
		foreach ( $this->choices->packages( $order ) as $package ) {
			$html = $package->id === $id ? $this->placeholder->content( $package ) : $html;
		}
		wp_send_json_success(
			[
				'selection' => $selection->to_array(),
				'html'      => $html,
			]
		);
	}

	/** Of those who have its key, and may pay for it: a customer's order is theirs alone. */
	private static function order( mixed $id ): ?WC_Order {
		$order = is_numeric( $id ) ? wc_get_order( (int) $id ) : null;
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- A link in a mail has no nonce; the key is what WooCommerce asks for.
		$key = isset( $_GET['key'] ) && is_string( $_GET['key'] ) ? sanitize_text_field( wp_unslash( $_GET['key'] ) ) : '';
		return $order instanceof WC_Order && $order->key_is_valid( $key ) && current_user_can( 'pay_for_order', $order->get_id() ) ? $order : null; // phpcs:ignore WordPress.WP.Capabilities.Unknown -- WooCommerce's.
	}
}
