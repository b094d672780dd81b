<?php
/**
 * What an order remembers about the state of its service points: the only reader and writer of that meta.
 *
 * The status is one scalar, so that a list of orders is filtered by one key. It follows from the points and from what was reported of them;
 * changes are made to the order and not saved.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Availability;

use WC_Order;

final class PointRecord {

	public const STATUS = '_sendcloud_service_point_status';

	/** Ids of points once found closed => whether they still are. */
	private const REPORTED = '_sendcloud_service_point_closed';

	private function __construct( private readonly WC_Order $order ) {}

	public static function from_order( WC_Order $order ): self {
		return new self( $order );
	}

	/** Null where the order goes to no service point, or was last saved without us. */
	public function status(): ?PointStatus {
		$status = $this->order->get_meta( self::STATUS );

		return is_string( $status ) ? PointStatus::tryFrom( $status ) : null;
	}

	public function set_status( ?PointStatus $status ): void {
		if ( $status === $this->status() ) {
			return;
		}
		if ( null === $status ) {
			$this->order->delete_meta_data( self::STATUS );
		} else {
			$this->order->update_meta_data( self::STATUS, $status->value );
		}
	}

	public function is_closed( int $point_id ): bool {
		return true === ( $this->reported()[ $point_id ] ?? false );
	}

	/** Whether the merchant has heard of it, for this order. */
	public function was_reported( int $point_id ): bool {
		return isset( $this->reported()[ $point_id ] );
	}

	public function report( int $point_id, bool $is_closed ): void {
		$this->order->update_meta_data( self::REPORTED, array_replace( $this->reported(), [ $point_id => $is_closed ] ) );
	}

	/** @return array<array-key, mixed> */
	private function reported(): array {
		$reported = $this->order->get_meta( self::REPORTED );

		return is_array( $reported ) ? $reported : [];
	}
}
