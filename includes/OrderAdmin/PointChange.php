<?php
/**
 * Gives an order another service point, chosen by the merchant. The validator is the checkout's: what is refused there is refused here.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\OrderAdmin;

use SendcloudServicePoints\Availability\PointRecord;
use SendcloudServicePoints\Checkout\InvalidSelection;
use SendcloudServicePoints\Checkout\SelectionValidator;
use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Order\ChangedPoint;
use SendcloudServicePoints\Order\LinePoint;
use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Order\PointNote;
use SendcloudServicePoints\Order\RelayLines;
use SendcloudServicePoints\Shipping\Rules\Rule;
use WC_Order;
use WC_Order_Item_Shipping;

final class PointChange {

	public function __construct(
		private readonly OrderServicePoints $points,
		private readonly RelayLines $lines,
		private readonly SelectionValidator $validator,
	) {}

	/**
	 * The shipping lines that can have a point, by their index. Where some need one, the others are not asked about.
	 *
	 * @return array<int, WC_Order_Item_Shipping>
	 */
	public function lines( WC_Order $order ): array {
		$selections = $this->points->by_line( $order );
		$possible   = [];
		$wanting    = [];
		foreach ( $this->points->lines( $order ) as $index => $line ) {
			if ( RelayLines::is_collected( $line ) ) {
				continue;
			}
			$possible[ $index ] = $line;
			if ( isset( $selections[ $index ] ) || $this->lines->needs_point( $line ) ) {
				$wanting[ $index ] = $line;
			}
		}
		return [] === $wanting ? array_slice( $possible, 0, 1, true ) : $wanting;
	}

	/** The parcel is packed or about to be: what products may not do at the checkout is the merchant's to decide here. */
	public function rule( WC_Order_Item_Shipping $line ): Rule {
		return new Rule( $this->lines->carriers( $line ) );
	}

	/**
	 * @param int $index Of the shipping line.
	 * @throws InvalidSelection When the point cannot be taken.
	 */
	public function choose( WC_Order $order, int $index, int $service_point_id, string $post_number ): Selection {
		$line      = $this->points->lines( $order )[ $index ] ?? throw InvalidSelection::not_needed();
		$selection = $this->resolve( $order, $line, $service_point_id, $post_number );
		$this->write( $order, $index, $selection );

		return $selection;
	}

	/**
	 * Gives all lines other points, without saving: those that are not wanted lose theirs.
	 *
	 * @param array<mixed> $wanted As the REST API's field has them.
	 * @return list<array{Selection|null, Selection|null}> What has changed: the old one and the new one.
	 * @throws InvalidSelection When a point cannot be taken; then nothing is changed.
	 */
	public function replace( WC_Order $order, array $wanted ): array {
		$before = $this->points->by_line( $order );
		$after  = array_fill_keys( array_keys( $before ), null );
		$free   = $this->lines( $order );
		foreach ( $wanted as $item ) {
			$fields  = Fields::from_data( $item );
			$line_id = $fields->integer( 'shipping_line_id' );
			$id      = $fields->integer( 'service_point_id' ) ?? $fields->at( 'service_point' )->integer( 'id' ) ?? throw InvalidSelection::missing();
			$number  = sanitize_text_field( $fields->string( 'post_number' ) );
			$fitting = array_filter( $free, static fn ( WC_Order_Item_Shipping $line ): bool => null === $line_id || $line->get_id() === $line_id );
			$index   = array_key_first( $fitting ) ?? throw InvalidSelection::not_needed();
			$old     = $before[ $index ] ?? null;
			$is_same = $old?->service_point->id === $id && $old->post_number === $number;
			// What was read before is sent back as it was.
			$after[ $index ] = $is_same ? $old : $this->resolve( $order, $free[ $index ], $id, $number );
			unset( $free[ $index ] );
		}
		$changes = [];
		foreach ( $after as $index => $new ) {
			$old = $before[ $index ] ?? null;
			if ( $old?->to_array() !== $new?->to_array() ) {
				$this->points->change( $order, $index, $new );
				$changes[] = [ $old, $new ];
			}
		}
		return $changes;
	}

	/** @throws InvalidSelection When the point cannot be taken. */
	private function resolve( WC_Order $order, WC_Order_Item_Shipping $line, int $service_point_id, string $post_number ): Selection {
		$to   = RelayLines::destination( $order );
		$rule = $this->rule( $line );

		return $this->validator->resolve( $rule, $to, $service_point_id, $post_number );
	}

	/** A point that is set aside goes too. */
	public function remove( WC_Order $order, int $index ): void {
		$line = $this->points->lines( $order )[ $index ] ?? null;
		$this->write( $order, $index, null, null === $line ? null : LinePoint::read_set_aside( $line ) );
	}

	/** Whether an order without a line that could have a point names one all the same, or is said to lack one. */
	public function has_left( WC_Order $order ): bool {
		return [] === $this->lines( $order ) && ( null !== $this->points->first_in_summary( $order ) || null !== PointRecord::from_order( $order )->status() );
	}

	/** It goes to no point then, and nobody need look at it. */
	public function remove_left( WC_Order $order ): void {
		$left = $this->points->first_in_summary( $order );
		PointRecord::from_order( $order )->set_status( null );
		$this->points->write( $order, [] );
		$order->save();
		$this->tell( $order, $left, null );
	}

	private function write( WC_Order $order, int $index, ?Selection $selection, ?Selection $aside = null ): void {
		$old = $this->points->by_line( $order )[ $index ] ?? $aside;

		if ( $old?->to_array() === $selection?->to_array() ) {
			return;
		}
		$this->points->change( $order, $index, $selection );
		$order->save();
		$this->tell( $order, $old, $selection, $this->points->lines( $order )[ $index ]->get_id() );
	}

	/** Writes the note, and tells other software. */
	public function tell( WC_Order $order, ?Selection $old, ?Selection $selection, int $line_id = 0 ): void {
		if ( null === $old && null === $selection ) {
			return;
		}
		$order->add_order_note( self::note( $order, $old, $selection, $line_id ), 0, true );

		ChangedPoint::announce( $order, $selection, $old );
	}

	/**
	 * WooCommerce shows beside it who did it.
	 *
	 * @return string Escaped HTML.
	 */
	private static function note( WC_Order $order, ?Selection $old, ?Selection $selection, int $line_id ): string {
		if ( null === $old ) {
			/* translators: %s: service point. */
			return null === $selection ? '' : PointNote::text( __( 'Service point chosen: %s.', 'sendcloud-service-points' ), $selection );
		}
		if ( null === $selection ) {
			/* translators: %s: service point. */
			return PointNote::with_link( $order, __( 'Service point removed: %s.', 'sendcloud-service-points' ), $old, $line_id );
		}
		/* translators: 1: old service point, 2: new service point. */
		$text = __( 'Service point changed: %1$s → %2$s.', 'sendcloud-service-points' );
		return PointNote::with_link( $order, sprintf( $text, '%s', str_replace( '%', '%%', PointNote::name( $selection ) ) ), $old, $line_id );
	}
}
