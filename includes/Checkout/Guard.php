<?php
/**
 * No order without a point, and the point on every order.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use Automattic\WooCommerce\StoreApi\Exceptions\RouteException;
use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Order\OrderServicePoints;
use WC_Order;
use WP_Error;
use WP_REST_Request;

/**
 * Stands where every road to an order passes: the Store API's (block checkout, wallets, other software) and the classic one.
 */
final class Guard {

	/** @var array<array-key, Selection|null>|null What the classic checkout was allowed, between its validation and its order. */
	private ?array $allowed = null;

	public function __construct(
		private readonly CheckoutSelections $selections,
		private readonly OrderServicePoints $order_points,
	) {}

	public function register(): void {
		// After others that write the same meta keys.
		add_action( 'woocommerce_store_api_checkout_update_order_from_request', [ $this, 'guard_store_api' ], 20, 2 );
		add_action( 'woocommerce_after_checkout_validation', [ $this, 'guard_classic' ], 10, 2 );
		add_action( 'woocommerce_checkout_create_order', [ $this, 'write_classic' ], 20 );
	}

	/**
	 * Runs on every attempt, unlike the hooks of a shipping line: a retried order keeps its old one.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request The request that places the order.
	 * @throws RouteException When a package has no valid point.
	 */
	public function guard_store_api( WC_Order $order, WP_REST_Request $request ): void {
		// PUT and PATCH only save a draft. Paying for an existing order (/checkout/{id}) does not involve the cart.
		if ( 'POST' !== $request->get_method() || isset( $request->get_url_params()['id'] ) ) {
			return;
		}

		try {
			$this->order_points->write( $order, $this->selections->for_order() );
		} catch ( InvalidSelection $problem ) {
			throw StoreApi::exception( $problem );
		}
	}

	/**
	 * @param mixed $data What was posted.
	 */
	public function guard_classic( mixed $data, WP_Error $errors ): void {
		$this->allowed = null;

		try {
			$this->take_posted();
			$this->allowed = $this->selections->for_order();
		} catch ( InvalidSelection $problem ) {
			$errors->add( $problem->code(), esc_html( $problem->getMessage() ), [ 'id' => 'sendcloud_service_point' ] );
		}
	}

	/**
	 * @throws InvalidSelection When a plugin that creates orders by itself skipped the validation.
	 */
	public function write_classic( WC_Order $order ): void {
		$this->order_points->write( $order, $this->allowed ?? $this->selections->for_order() );
		$this->allowed = null;
	}

	/**
	 * The hidden fields are for a shop whose session lost the choice, or a browser that could not send it.
	 *
	 * @throws InvalidSelection When a posted point cannot be taken.
	 */
	private function take_posted(): void {
		// phpcs:disable WordPress.Security.NonceVerification.Missing -- WooCommerce verified its own before it validated.
		$points  = isset( $_POST['sendcloud_service_point'] ) && is_array( $_POST['sendcloud_service_point'] ) ? array_map( static fn( mixed $id ): int => is_numeric( $id ) ? (int) $id : 0, $_POST['sendcloud_service_point'] ) : [];
		$numbers = isset( $_POST['sendcloud_post_number'] ) && is_array( $_POST['sendcloud_post_number'] ) ? wc_clean( wp_unslash( $_POST['sendcloud_post_number'] ) ) : [];
		// phpcs:enable

		foreach ( $this->selections->packages->all() as $key => $package ) {
			$id     = $points[ $key ] ?? 0;
			$number = $numbers[ $key ] ?? '';

			if ( $id > 0 && null !== $package->chosen_relay_rate() && null === $this->selections->shown( $package ) ) {
				$this->selections->choose( $package->id, $id, is_string( $number ) ? $number : '' );
			}
		}
	}
}
