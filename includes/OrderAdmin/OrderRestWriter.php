<?php
/**
 * The field `sendcloud_service_points` of WooCommerce's REST API, written: by those whose key may write orders, one by one or in batch.
 *
 * It is the whole list. What is sent is resolved at Sendcloud and validated as on the order's screen, before the order is saved.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\OrderAdmin;

use SendcloudServicePoints\Checkout\InvalidSelection;
use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Order\OrderRestField;
use WC_Order;
use WP_Error;
use WP_REST_Request;

final class OrderRestWriter {

	/** @var list<array{Selection|null, Selection|null}> What the order that is being saved had, and has. */
	private array $changes = [];

	public function __construct( private readonly PointChange $change ) {}

	public function register(): void {
		add_filter( 'woocommerce_rest_pre_insert_shop_order_object', [ $this, 'write' ], 10, 2 );
		add_action( 'woocommerce_rest_insert_shop_order_object', [ $this, 'tell' ] );
	}

	/** @param mixed $order With all else that was sent, not saved yet. */
	public function write( mixed $order, mixed $request = null ): mixed {
		$this->changes = [];
		$wanted        = $request instanceof WP_REST_Request ? $request->get_param( OrderRestField::FIELD ) : null;
		if ( ! $order instanceof WC_Order || ! is_array( $wanted ) ) {
			return $order;
		}
		try {
			$this->changes = $this->change->replace( $order, $wanted );
		} catch ( InvalidSelection $problem ) {
			return new WP_Error( $problem->code(), $problem->getMessage(), [ 'status' => $problem->status() ] );
		}
		return $order;
	}

	/** @param mixed $order Saved. */
	public function tell( mixed $order ): void {
		$changes       = $this->changes;
		$this->changes = [];
		if ( $order instanceof WC_Order ) {
			foreach ( $changes as [ $old, $new ] ) {
				$this->change->tell( $order, $old, $new );
			}
		}
	}
}
