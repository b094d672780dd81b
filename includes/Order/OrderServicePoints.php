<?php
/**
 * The service points of an order.
 *
 * The only reader and writer of order meta. The truth sits on the shipping line; the order has a summary for exports and labels, and the
 * mirrors Sendcloud imports, which LineFollower keeps in step. Where no line has a point, what the order itself says is other software's.
 * See docs/data-contract.md.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use SendcloudServicePoints\Domain\Selection;
use WC_Data;
use WC_Order;
use WC_Order_Item_Shipping;

final class OrderServicePoints {

	/** On the draft of a refused order. */
	private const WITHHELD = '_sendcloud_service_point_withheld';

	/**
	 * Writes the shipping lines, the summary and the mirrors, or takes them away where no point is needed; saves none of it.
	 *
	 * @param array<array-key, Selection|null> $selections One entry for each shipping line, in their order.
	 */
	public function write( WC_Order $order, array $selections ): void {
		$this->write_lines( $order, $selections );
		$this->write_order( $order, $selections, $this->new_formats( $order ) );
		self::set_meta( $order, self::WITHHELD, null );
	}

	/** Has a draft not be paid until it is ordered again: its delivery and total are not what the shopper saw. */
	public function withhold( WC_Order $order ): void {
		if ( $order->has_status( 'checkout-draft' ) ) {
			$order->update_meta_data( self::WITHHELD, 'yes' );
			$order->save_meta_data();
		}
	}

	public function is_withheld( WC_Order $order ): bool {
		return $order->has_status( 'checkout-draft' ) && $order->meta_exists( self::WITHHELD );
	}

	/**
	 * Gives one shipping line another point, or none. An order of an older plugin keeps the format that its import looks for.
	 *
	 * @param int $index Of the shipping line, as in lines().
	 */
	public function change( WC_Order $order, int $index, ?Selection $selection ): void {
		$selections = array_replace( $this->by_line( $order ), [ $index => $selection ] );
		$formats    = $this->formats( $order );

		$this->write_lines( $order, $selections );
		$this->write_order( $order, $selections, $formats );
	}

	/** Writes the summary and the mirrors as the shipping lines say. */
	public function sum_up( WC_Order $order ): void {
		$this->write_order( $order, $this->own_by_line( $order ), $this->formats( $order ) );
	}

	/** Whether the summary and the mirrors say what the shipping lines say. */
	public function is_summed_up( WC_Order $order ): bool {
		foreach ( $this->order_values( $order, $this->own_by_line( $order ), $this->formats( $order ) ) as $key => $value ) {
			if ( null === $value ? $order->meta_exists( $key ) : $order->get_meta( $key ) !== $value ) {
				return false;
			}
		}
		return true;
	}

	/** @return list<Selection> */
	public function read( WC_Order $order ): array {
		return [] === $this->lines( $order ) ? self::chosen( [ $this->first_in_summary( $order ) ] ) : self::chosen( $this->by_line( $order ) );
	}

	/**
	 * The point of each shipping line; what other software left on the order is the first one's that can have a point.
	 *
	 * @return list<Selection|null>
	 */
	public function by_line( WC_Order $order ): array {
		$selections = $this->own_by_line( $order );
		if ( [] !== self::chosen( $selections ) ) {
			return $selections;
		}
		$lines = $this->lines( $order );
		$first = array_key_first( array_filter( $lines, static fn ( WC_Order_Item_Shipping $line ): bool => ! RelayLines::is_collected( $line ) ) );
		return array_map(
			fn ( int $index ): ?Selection => $index === $first ? $this->first_in_summary( $order ) : null,
			array_keys( $lines )
		);
	}

	/** The first point as the order's own meta tell it, without a look at the shipping lines: for lists of many orders. */
	public function first_in_summary( WC_Order $order ): ?Selection {
		$summary = OrderSummary::read( $order );

		return null === $summary || '' === $summary->service_point->name ? OfficialMeta::read( $order ) ?? $summary : $summary;
	}

	public function others_in_summary( WC_Order $order ): string {
		return OrderSummary::others( $order );
	}

	/** @return list<WC_Order_Item_Shipping> */
	public function lines( WC_Order $order ): array {
		$lines = [];
		foreach ( $order->get_items( 'shipping' ) as $line ) {
			if ( $line instanceof WC_Order_Item_Shipping ) {
				$lines[] = $line;
			}
		}
		return $lines;
	}

	/** What only our summary says, as an import has written it: the lines know nothing of it. */
	public function imported( WC_Order $order ): ?Selection {
		return [] === self::chosen( $this->own_by_line( $order ) ) && [] !== self::chosen( $this->by_line( $order ) ) ? OrderSummary::read( $order ) : null;
	}

	/** Writes an imported point as Sendcloud knows it. */
	public function adopt( WC_Order $order, Selection $selection ): void {
		$this->write( $order, array_map( static fn ( ?Selection $known ): ?Selection => null === $known ? null : $selection, $this->by_line( $order ) ) );
	}

	/** @return list<Selection|null> What the lines themselves say. */
	public function own_by_line( WC_Order $order ): array {
		return array_map( LinePoint::read( ... ), $this->lines( $order ) );
	}

	/** @param array<array-key, Selection|null> $selections One entry for each shipping line, in their order. */
	private function write_lines( WC_Order $order, array $selections ): void {
		$in_order = array_values( $selections );

		foreach ( $this->lines( $order ) as $index => $line ) {
			LinePoint::write( $line, $in_order[ $index ] ?? null );
		}
	}

	/**
	 * @param array<array-key, Selection|null> $selections One entry for each shipping line, in their order.
	 * @param list<string>                     $formats    The official keys to write; the others are taken away.
	 */
	private function write_order( WC_Order $order, array $selections, array $formats ): void {
		foreach ( $this->order_values( $order, $selections, $formats ) as $key => $value ) {
			self::set_meta( $order, $key, $value );
		}

		/**
		 * Fires when the service points of an order have been written to it, before it is saved.
		 *
		 * @param WC_Order                         $order      The order.
		 * @param array<array-key, Selection|null> $selections One entry for each shipping line; null where no point is needed.
		 */
		do_action( 'sendcloud_service_points_order_written', $order, $selections );
	}

	/**
	 * @param array<array-key, Selection|null> $selections
	 * @param list<string>                     $formats
	 * @return array<string, array<mixed>|string|null> By meta key; null takes the key away.
	 */
	private function order_values( WC_Order $order, array $selections, array $formats ): array {
		$chosen = self::chosen( $selections );

		return OrderSummary::values( $chosen ) + OfficialMeta::values( $order, $chosen[0] ?? null, $formats );
	}

	/** @return list<string> The official keys that the order has, or else those of a new one. */
	private function formats( WC_Order $order ): array {
		$formats = OfficialMeta::formats( $order );

		return [] === $formats ? $this->new_formats( $order ) : $formats;
	}

	/** @return list<string> */
	private function new_formats( WC_Order $order ): array {
		/**
		 * Filters whether an order also carries the service point in the format of Sendcloud's first integration, which some payment
		 * plugins and themes read.
		 *
		 * @param bool     $write Whether to write `sendcloudshipping_service_point_meta`.
		 * @param WC_Order $order The order.
		 */
		$writes_v1 = (bool) apply_filters( 'sendcloud_service_points_write_v1_meta', true, $order );

		return $writes_v1 ? [ OfficialMeta::V2, OfficialMeta::V1 ] : [ OfficialMeta::V2 ];
	}

	/**
	 * @param array<array-key, Selection|null> $selections
	 * @return list<Selection>
	 */
	private static function chosen( array $selections ): array {
		return array_values( array_filter( $selections ) );
	}

	/** @param array<mixed>|string|null $value Null takes the key away. */
	private static function set_meta( WC_Data $data, string $key, array|string|null $value ): void {
		if ( null !== $value ) {
			$data->update_meta_data( $key, $value );
		} elseif ( $data->meta_exists( $key ) ) {
			$data->delete_meta_data( $key );
		}
	}
}
