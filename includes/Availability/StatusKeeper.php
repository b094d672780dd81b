<?php
/**
 * Keeps the status of each order's service points up to date: it is saved with the order, by a checkout, the merchant or other software.
 *
 * This costs a save at most one query, since WooCommerce itself loads the lines of nearly every order that it saves (counted with 10.9.1).
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Availability;

use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Order\RelayLines;
use WC_Order;

final class StatusKeeper {

	public function __construct(
		private readonly OrderServicePoints $points,
		private readonly RelayLines $lines,
	) {}

	public function register(): void {
		add_action( 'woocommerce_before_order_object_save', [ $this, 'handle_save' ], 20 );
	}

	public function handle_save( mixed $order ): void {
		// A draft is the checkout's or the order screen's scratch paper.
		if ( $order instanceof WC_Order && ! $order->has_status( [ 'auto-draft', 'checkout-draft' ] ) ) {
			$this->update( $order );
		}
	}

	/** Without saving it. */
	public function update( WC_Order $order ): void {
		PointRecord::from_order( $order )->set_status( $this->status( $order ) );
	}

	private function status( WC_Order $order ): ?PointStatus {
		$record = PointRecord::from_order( $order );
		$points = $this->points->read( $order );

		foreach ( $points as $selection ) {
			if ( $record->is_closed( $selection->service_point->id ) ) {
				return PointStatus::Closed;
			}
		}

		if ( $this->lines->lack_point( $order ) ) {
			return PointStatus::Missing;
		}
		if ( [] !== $points ) {
			return PointStatus::Ok;
		}

		// It went to a point, and has lost its delivery: WooCommerce itself may strip an unpaid order of that (its issue 68007).
		return null !== $record->status() && [] === $this->points->lines( $order ) ? PointStatus::Missing : null;
	}
}
