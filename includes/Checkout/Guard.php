<?php
/**
 * No order without a point, and the point on every order.
 *
 * Stands where every road to an order passes: the Store API's (block checkout, wallets, other software) and the classic one.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use Automattic\WooCommerce\StoreApi\Exceptions\RouteException;
use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Domain\PostNumber;
use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Order\TelephoneRule;
use WC_Order;
use WP_Error;
use WP_REST_Request;

final class Guard {

	/** Ours in the Store API's requests. */
	private const EXTENSION = 'sendcloud-service-points';

	/** @var array<array-key, Selection|null>|null What the classic checkout was allowed, between its validation and its order. */
	private ?array $allowed = null;

	public function __construct(
		private readonly CheckoutSelections $selections,
		private readonly OrderServicePoints $order_points,
		private readonly ChosenRate $chosen,
		private readonly ShownCart $shown,
		private readonly TelephoneRule $telephone,
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
	 * @param mixed $order   The order that is being placed.
	 * @param mixed $request The request that places it.
	 * @throws RouteException When a package has no valid point.
	 */
	public function guard_store_api( mixed $order, mixed $request ): void {
		if ( ! $order instanceof WC_Order || ! $request instanceof WP_REST_Request ) {
			return;
		}
		// PUT and PATCH only save a draft. Paying for an existing order (/checkout/{id}) is the PaymentGuard's.
		if ( 'POST' !== $request->get_method() || isset( $request->get_url_params()['id'] ) ) {
			return;
		}

		try {
			$this->chosen->refuse_when_lost();
			$selections = $this->selections->for_order();
			$this->refuse_without_telephone( $selections, [ $order->get_shipping_phone(), $order->get_billing_phone() ] );
			$this->shown->check( Fields::from_data( $request->get_param( 'extensions' ) )->at( self::EXTENSION )->data['shown'] ?? null, (float) $order->get_total( 'edit' ) );
			$this->order_points->write( $order, $selections );
		} catch ( InvalidSelection $problem ) {
			if ( $problem->is_of_another_cart() ) {
				// It is a draft by now, of a cart that the shopper has not seen.
				$this->order_points->withhold( $order );
			}
			throw $problem->to_route_exception();
		}
	}

	/**
	 * @param mixed $data   What was posted.
	 * @param mixed $errors What is wrong with it.
	 */
	public function guard_classic( mixed $data, mixed $errors ): void {
		if ( ! $errors instanceof WP_Error ) {
			return;
		}
		$this->allowed = null;
		// What the page shows, and the shop does not take, is not ordered with what was chosen in another tab.
		$problems = $this->take_posted();

		try {
			$this->chosen->refuse_when_lost();
			$this->allowed = $this->selections->for_order();
			$this->shown->check_total( $this->posted( 'sendcloud_shown_total' ), (float) WC()->cart->get_total( 'edit' ) );
		} catch ( InvalidSelection $found ) {
			foreach ( $found->each() as $problem ) {
				// That a point is missing says less than why the posted one was refused.
				$problems += [ $problem->package_id => $problem ];
			}
		}
		foreach ( array_values( $problems ) as $index => $problem ) {
			// WooCommerce keeps one button for a code.
			$code = $problem->code() . ( $index > 0 ? "_$problem->package_id" : '' );
			$errors->add( $code, esc_html( $problem->getMessage() ), [ 'id' => "sendcloud_service_point_$problem->package_id" ] );
		}
		if ( [] !== $problems || null === $this->allowed ) {
			return;
		}

		try {
			$fields = Fields::from_data( $data );
			$this->refuse_without_telephone( $this->allowed, [ $fields->string( 'shipping_phone' ), $fields->string( 'billing_phone' ) ] );
		} catch ( InvalidSelection $problem ) {
			$errors->add( $problem->code(), esc_html( $problem->getMessage() ), [ 'id' => 'billing_phone' ] );
		}
	}

	/** @throws InvalidSelection When a plugin that creates orders by itself skipped the validation. */
	public function write_classic( mixed $order ): void {
		if ( $order instanceof WC_Order ) {
			$this->order_points->write( $order, $this->allowed ?? $this->selections->for_order() );
			$this->allowed = null;
		}
	}

	/**
	 * What the form shows is what the shopper ordered: its session may have lost the choice, or have got another one from another tab.
	 *
	 * @return array<array-key, InvalidSelection> Why a posted point cannot be taken, by package id.
	 */
	private function take_posted(): array {
		$refused = [];

		foreach ( $this->selections->packages->all() as $package ) {
			$point_id = absint( $this->posted( 'sendcloud_service_point', $package->id ) );
			$number   = $this->posted( 'sendcloud_post_number', $package->id );
			$shown    = $this->selections->shown( $package );
			$is_same  = $shown?->service_point->id === $point_id && ( '' === $number || PostNumber::normalise( $number ) === $shown->post_number );

			if ( $point_id > 0 && null !== $package->chosen_relay_rate() && ! $is_same ) {
				try {
					$this->selections->choose( $package->id, $point_id, $number );
				} catch ( InvalidSelection $problem ) {
					$refused[ $package->id ] = $problem->in_package( $package->id, $package->name );
				}
			}
		}

		return $refused;
	}

	/**
	 * @param array<array-key, Selection|null> $selections What the order is to be placed with.
	 * @param list<string>                     $numbers    Those it has.
	 * @throws InvalidSelection When a point needs one and there is none.
	 */
	private function refuse_without_telephone( array $selections, array $numbers ): void {
		$lacking = $this->telephone->lacking( $selections, $numbers );

		if ( null !== $lacking ) {
			throw InvalidSelection::telephone_missing( $this->telephone->hint( $lacking ) );
		}
	}

	private function posted( string $field, ?string $package_id = null ): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- WooCommerce verified its own; sanitised below.
		$value = $_POST[ $field ] ?? null;
		$value = null === $package_id || ! is_array( $value ) ? $value : $value[ $package_id ] ?? '';

		return is_string( $value ) ? sanitize_text_field( wp_unslash( $value ) ) : '';
	}
}
