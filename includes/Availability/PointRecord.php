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

use SendcloudServicePoints\Domain\ServicePoint;
use WC_Order;

final class PointRecord {

	public const STATUS = '_sendcloud_service_point_status';

	/** Ids of points once found closed => whether they still are. */
	private const REPORTED = '_sendcloud_service_point_closed';

	/** Ids of points whose freshness is not what it was when they were chosen => whether their details are expired. */
	private const EXPIRED = '_sendcloud_service_point_expired';

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
		return true === ( $this->map( self::REPORTED )[ $point_id ] ?? false );
	}

	/** Whether the merchant has heard of it, for this order. */
	public function was_reported( int $point_id ): bool {
		return isset( $this->map( self::REPORTED )[ $point_id ] );
	}

	public function report( int $point_id, bool $is_closed ): void {
		$this->add( self::REPORTED, $point_id, $is_closed );
	}

	/** Whether the carrier has not confirmed the point lately, as far as anybody has looked. It takes parcels all the same. */
	public function is_expired( ServicePoint $point ): bool {
		return true === ( $this->map( self::EXPIRED )[ $point->id ] ?? $point->is_expired );
	}

	public function mark_expired( int $point_id, bool $is_expired ): void {
		$this->add( self::EXPIRED, $point_id, $is_expired );
	}

	private function add( string $key, int $point_id, bool $value ): void {
		$this->order->update_meta_data( $key, array_replace( $this->map( $key ), [ $point_id => $value ] ) );
	}

	/** @return array<array-key, mixed> By id of a point. */
	private function map( string $key ): array {
		$map = $this->order->get_meta( $key );

		return is_array( $map ) ? $map : [];
	}
}
