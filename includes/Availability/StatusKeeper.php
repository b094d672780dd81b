<?php
/**
 * Keeps the status of each order's service points up to date.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Availability;

use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Order\RelayLines;
use WC_Order;

/**
 * Whoever saves an order, a checkout, the merchant or other software, saves its status with it.
 */
final class StatusKeeper {

	public function __construct(
		private readonly OrderServicePoints $points,
		private readonly RelayLines $lines,
	) {}

	public function register(): void {
		add_action( 'woocommerce_before_order_object_save', [ $this, 'note' ], 20 );
	}

	public function note( mixed $order ): void {
		// A draft is the checkout's or the order screen's scratch paper.
		if ( $order instanceof WC_Order && ! $order->has_status( [ 'auto-draft', 'checkout-draft' ] ) ) {
			$this->update( $order );
		}
	}

	/** Without saving it. */
	public function update( WC_Order $order ): void {
		PointRecord::of( $order )->set_status( $this->status( $order ) );
	}

	private function status( WC_Order $order ): ?PointStatus {
		$record = PointRecord::of( $order );
		$points = array_filter( $this->points->by_line( $order ) );

		foreach ( $points as $selection ) {
			if ( $record->is_closed( $selection->service_point->id ) ) {
				return PointStatus::Closed;
			}
		}

		if ( $this->lines->lack_point( $order ) ) {
			return PointStatus::Missing;
		}

		return [] === $points ? null : PointStatus::Ok;
	}
}
