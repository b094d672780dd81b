<?php
/**
 * Asks Sendcloud whether the service points of orders still take parcels. Only Sendcloud's word flags an order; without it, the order stays
 * as it was.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Availability;

use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Sendcloud\Problem;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Sendcloud\ServicePoints\ServicePointSource;
use WC_Order;

final class AvailabilityChecker {

	/** @var array<int, bool> Many orders go to the same point, which is asked about once in a batch. */
	private array $open = [];

	public function __construct(
		private readonly ServicePointSource $source,
		private readonly OrderServicePoints $points,
		private readonly StatusKeeper $keeper,
	) {}

	/** What was asked in an earlier batch may have changed. */
	public function start_batch(): void {
		$this->open = [];
	}

	/**
	 * @return PointStatus|null Null where the order goes to no service point.
	 * @throws SendcloudException When Sendcloud gives no usable answer.
	 */
	public function check( WC_Order $order ): ?PointStatus {
		$record     = PointRecord::from_order( $order );
		$before     = $record->status();
		$selections = [];
		// Two shipping lines may go to the same point.
		foreach ( $this->points->read( $order ) as $selection ) {
			$selections[ $selection->service_point->id ] = $selection;
		}
		$changed = [];
		$news    = [];
		foreach ( $selections as $id => $selection ) {
			$is_open = $this->is_open( $selection->service_point );
			if ( $record->is_closed( $id ) !== $is_open ) {
				continue;
			}
			$changed[] = $selection;
			if ( ! $record->was_reported( $id ) ) {
				$news[] = $selection;
			}
		}
		foreach ( $changed as $selection ) {
			$record->report( $selection->service_point->id, ! $this->is_open( $selection->service_point ) );
		}
		$this->keeper->update( $order );

		if ( [] !== $changed || $before !== $record->status() ) {
			$order->save_meta_data();
		}
		foreach ( $changed as $selection ) {
			$order->add_order_note( $this->note( $selection->service_point ) );
		}
		foreach ( $news as $selection ) {
			/**
			 * Fires when the service point of an order that is not shipped yet is found closed; once for an order and a point.
			 *
			 * @param WC_Order  $order     The order, saved.
			 * @param Selection $selection The point and the post number.
			 */
			do_action( 'sendcloud_service_points_point_closed', $order, $selection );
		}

		return $record->status();
	}

	/** @throws SendcloudException When Sendcloud gives no usable answer. */
	private function is_open( ServicePoint $point ): bool {
		if ( ! isset( $this->open[ $point->id ] ) ) {
			try {
				$now = $this->source->find( $point->id );

				$this->open[ $point->id ] = $now->is_active && $this->source->is_available( $now );
			} catch ( SendcloudException $exception ) {
				$this->open[ $point->id ] = Problem::NotFound === $exception->problem ? false : throw $exception;
			}
		}

		return $this->open[ $point->id ];
	}

	/** @throws SendcloudException Never: the answer is known by now. */
	private function note( ServicePoint $point ): string {
		$text = $this->is_open( $point )
			/* translators: %s: name of a service point. */
			? __( 'The service point “%s” takes parcels again.', 'sendcloud-service-points' )
			/* translators: %s: name of a service point. */
			: __( 'The service point “%s” is closed or takes no parcels. Choose another one before you ship the order.', 'sendcloud-service-points' );

		return esc_html( sprintf( $text, $point->name ) );
	}
}
