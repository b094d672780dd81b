<?php
/**
 * No payment for an order whose delivery to a service point lacks the point, whatever made the order.
 *
 * Anybody who has an order's key can pay for it: the draft that a refused checkout leaves behind, an order made by hand, a renewal. The cart,
 * which the other guard judges, is not involved. Classic\PayPage asks for the point, and the Store API's request may bring it.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use Automattic\WooCommerce\StoreApi\Exceptions\RouteException;
use Automattic\WooCommerce\StoreApi\Payments\PaymentContext;
use Closure;
use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Order\RelayLines;
use WC_Order;
use WP_REST_Request;

final class PaymentGuard {

	/** Ours in the Store API's requests. */
	private const EXTENSION = 'sendcloud-service-points';

	/** What the checkout makes of its cart in this request; the other guard has judged the rates themselves. */
	private ?WC_Order $placed = null;

	/** @param Closure(): bool $takes_payment_first Whether the merchant wants the money in any case. */
	public function __construct(
		private readonly OrderServicePoints $points,
		private readonly RelayLines $lines,
		private readonly OrderChoices $choices,
		private readonly Closure $takes_payment_first,
	) {}

	public function register(): void {
		add_action( 'woocommerce_store_api_checkout_update_order_from_request', [ $this, 'guard_store_api' ], 20, 2 );
		// An agent's checkout only has this one. Before all gateways, and after the trigger that made us.
		add_action( 'woocommerce_rest_checkout_process_payment_with_context', [ $this, 'guard_gateway' ], PHP_INT_MIN + 1 );
		add_action( 'woocommerce_before_pay_action', [ $this, 'guard_form' ] );
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
			$this->take_points( $order, $request );
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
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @throws RouteException When a point cannot be taken.
	 */
	private function take_points( WC_Order $order, WP_REST_Request $request ): void {
		foreach ( Fields::from_data( $request->get_param( 'extensions' ) )->at( self::EXTENSION )->items( 'points' ) as $item ) {
			$point = Fields::from_data( $item );
			try {
				$this->choices->choose( $order, $point->string( 'shipping_line_id' ), $point->integer( 'service_point_id' ) ?? 0, sanitize_text_field( $point->string( 'post_number' ) ) );
			} catch ( InvalidSelection $problem ) {
				throw $problem->to_route_exception();
			}
		}
	}

	/** @throws RouteException When the order lacks a point. */
	private function refuse( WC_Order $order ): void {
		$problem = $this->problem( $order );

		if ( null !== $problem ) {
			throw new RouteException( $problem->code(), esc_html( $problem->getMessage() ), $problem->status() );
		}
	}

	public function problem( mixed $order ): ?InvalidSelection {
		if ( $order instanceof WC_Order && $this->points->is_withheld( $order ) ) {
			return InvalidSelection::lost();
		}
		if ( ! $order instanceof WC_Order || ! $this->lines->lack_point( $order ) ) {
			return null;
		}

		/**
		 * Filters whether an order can be paid although its delivery to a service point lacks the point.
		 *
		 * @param bool     $allowed Whether the merchant's settings say so.
		 * @param WC_Order $order   The order.
		 */
		$allowed = (bool) apply_filters( 'sendcloud_service_points_pay_without_point', ( $this->takes_payment_first )(), $order );

		return $allowed ? null : InvalidSelection::missing_on_order();
	}
}
