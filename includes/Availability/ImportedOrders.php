<?php
/**
 * Orders imported with our summary alone, the id of a point in a column: what it is, Sendcloud is asked in the background.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Availability;

use SendcloudServicePoints\Order\OrderServicePoints;
use WC_Order;

final class ImportedOrders {

	public function __construct(
		private readonly OrderServicePoints $points,
		private readonly CheckQueue $queue,
	) {}

	public function register(): void {
		add_action( 'woocommerce_after_order_object_save', [ $this, 'maybe_schedule' ] );
	}

	public function maybe_schedule( mixed $order ): void {
		$imported = $order instanceof WC_Order ? $this->points->imported( $order ) : null;

		// One that Sendcloud does not know is reported as closed, and not asked for again.
		if ( $order instanceof WC_Order && null !== $imported && ! PointRecord::from_order( $order )->was_reported( $imported->service_point->id ) ) {
			$this->queue->maybe_schedule( $order->get_id() );
		}
	}
}
