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

	/** @var array<int, array{Standing, ServicePoint}> Many orders go to the same point, which is asked about once in a batch. */
	private array $answers = [];

	public function __construct(
		private readonly ServicePointSource $source,
		private readonly OrderServicePoints $points,
		private readonly StatusKeeper $keeper,
	) {}

	/** What was asked in an earlier batch may have changed. */
	public function start_batch(): void {
		$this->answers = [];
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
		// First ask, then write: without an answer the order stays as it was.
		foreach ( $selections as $selection ) {
			$this->answer( $selection->service_point );
		}
		$changed  = [];
		$news     = [];
		$has_mark = false;
		foreach ( $selections as $id => $selection ) {
			[ $standing, $point ] = $this->answer( $selection->service_point );
			$is_closed            = Standing::Open !== $standing;
			if ( $record->is_expired( $selection->service_point ) !== $point->is_expired ) {
				$record->mark_expired( $id, $point->is_expired );
				$has_mark = true;
			}
			if ( $record->is_closed( $id ) === $is_closed ) {
				continue;
			}
			$changed[] = $selection;
			if ( ! $record->was_reported( $id ) ) {
				$news[] = $selection;
			}
			$record->report( $id, $is_closed );
		}
		$imported = $this->points->imported( $order );
		if ( null !== $imported && Standing::Withdrawn !== $this->answer( $imported->service_point )[0] ) {
			$this->points->adopt( $order, new Selection( $this->answer( $imported->service_point )[1], $imported->post_number ) );
			$order->save();
		}
		$this->keeper->update( $order );

		if ( [] !== $changed || $has_mark || $before !== $record->status() ) {
			$order->save_meta_data();
		}
		foreach ( $changed as $selection ) {
			$point = $selection->service_point;
			$order->add_order_note( esc_html( sprintf( $this->answer( $point )[0]->note(), $point->name ) ) );
		}
		foreach ( $news as $selection ) {
			/**
			 * Fires when the service point of an order that is not shipped yet is found closed: full or withdrawn. Once for an order and a point.
			 *
			 * @param WC_Order  $order     The order, saved.
			 * @param Selection $selection The point and the post number.
			 */
			do_action( 'sendcloud_service_points_point_closed', $order, $selection );
		}

		return $record->status();
	}

	/**
	 * @return array{Standing, ServicePoint} The point as it is now, or as it was last where there is none any more.
	 * @throws SendcloudException When Sendcloud gives no usable answer.
	 */
	private function answer( ServicePoint $point ): array {
		return $this->answers[ $point->id ] ??= $this->ask( $point );
	}

	/**
	 * @return array{Standing, ServicePoint}
	 * @throws SendcloudException When Sendcloud gives no usable answer.
	 */
	private function ask( ServicePoint $point ): array {
		try {
			$now = $this->source->find( $point->id );
			return [ $this->source->is_available( $now ) ? Standing::Open : Standing::Full, $now ];
		} catch ( SendcloudException $exception ) {
			return Problem::NotFound === $exception->problem ? [ Standing::Withdrawn, $point ] : throw $exception;
		}
	}
}
