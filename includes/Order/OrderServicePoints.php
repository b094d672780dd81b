<?php
/**
 * The service points of an order.
 *
 * The only reader and writer of order meta. The truth sits on the shipping line; the order has a summary for exports and labels, and the
 * mirrors Sendcloud imports. See docs/data-contract.md.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Domain\ServicePoint;
use WC_Data;
use WC_Order;
use WC_Order_Item_Shipping;

final class OrderServicePoints {

	public const ITEM_META = '_sendcloud_service_point';

	private const SUMMARY = [
		'_sendcloud_service_point_id',
		'_sendcloud_service_point_name',
		'_sendcloud_service_point_carrier',
		'_sendcloud_service_point_street',
		'_sendcloud_service_point_house_number',
		'_sendcloud_service_point_postal_code',
		'_sendcloud_service_point_city',
		'_sendcloud_service_point_country',
		'_sendcloud_post_number',
		'_sendcloud_service_point_others',
	];

	/**
	 * Writes the shipping lines, the summary and the mirrors, or takes them away where no point is needed; saves none of it.
	 *
	 * @param array<array-key, Selection|null> $selections One entry for each shipping line, in their order.
	 */
	public function write( WC_Order $order, array $selections ): void {
		$mirrors = $this->writes_v1( $order ) ? [ OfficialMeta::V2, OfficialMeta::V1 ] : [ OfficialMeta::V2 ];

		$this->write_with( $order, $selections, $mirrors );
	}

	/**
	 * Gives one shipping line another point, or none. An order of an older plugin keeps the format that its import looks for.
	 *
	 * @param int $index Of the shipping line, as in lines().
	 */
	public function change( WC_Order $order, int $index, ?Selection $selection ): void {
		$mirrors    = OfficialMeta::formats( $order );
		$selections = array_replace( $this->by_line( $order ), [ $index => $selection ] );

		if ( [] === $mirrors ) {
			$this->write( $order, $selections );
		} else {
			$this->write_with( $order, $selections, $mirrors );
		}
	}

	/** @return list<Selection> */
	public function read( WC_Order $order ): array {
		$own = self::chosen( $this->own_by_line( $order ) );
		return [] === $own ? self::chosen( [ OfficialMeta::read( $order ) ] ) : $own;
	}

	/**
	 * The point of each shipping line; what an older plugin left on the order is the first one's.
	 *
	 * @return list<Selection|null>
	 */
	public function by_line( WC_Order $order ): array {
		$selections = $this->own_by_line( $order );
		if ( [] !== $selections && [] === self::chosen( $selections ) ) {
			$selections[0] = OfficialMeta::read( $order );
		}
		return $selections;
	}

	/**
	 * The first point as the order's own meta tell it, without a look at the shipping lines: for lists of many orders.
	 */
	public function first_in_summary( WC_Order $order ): ?Selection {
		$text  = static fn ( string $key ): string => is_scalar( $order->get_meta( $key ) ) ? (string) $order->get_meta( $key ) : '';
		$point = ServicePoint::from_array(
			[
				'id'      => $text( '_sendcloud_service_point_id' ),
				'name'    => $text( '_sendcloud_service_point_name' ),
				'carrier' => [ 'code' => $text( '_sendcloud_service_point_carrier' ) ],
				'address' => [
					'street'       => $text( '_sendcloud_service_point_street' ),
					'house_number' => $text( '_sendcloud_service_point_house_number' ),
					'postal_code'  => $text( '_sendcloud_service_point_postal_code' ),
					'city'         => $text( '_sendcloud_service_point_city' ),
					'country_code' => $text( '_sendcloud_service_point_country' ),
				],
			]
		);

		return null === $point ? OfficialMeta::read( $order ) : new Selection( $point, $text( '_sendcloud_post_number' ) );
	}

	/**
	 * The further points of an order with several shipping lines, in a word each; as cheap as the first.
	 */
	public function others_in_summary( WC_Order $order ): string {
		$others = $order->get_meta( '_sendcloud_service_point_others' );

		return is_string( $others ) ? $others : '';
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

	/** @return list<Selection|null> */
	private function own_by_line( WC_Order $order ): array {
		return array_map(
			static fn ( WC_Order_Item_Shipping $line ): ?Selection => Selection::from_array( $line->get_meta( self::ITEM_META ) ),
			$this->lines( $order )
		);
	}

	/**
	 * @param array<array-key, Selection|null> $selections One entry for each shipping line, in their order.
	 * @param list<string>                     $mirrors    The official keys to write; the others are taken away.
	 */
	private function write_with( WC_Order $order, array $selections, array $mirrors ): void {
		$in_order = array_values( $selections );

		foreach ( $this->lines( $order ) as $index => $line ) {
			$this->set_meta( $line, self::ITEM_META, ( $in_order[ $index ] ?? null )?->to_array() );
		}

		$chosen = self::chosen( $in_order );
		$first  = $chosen[0] ?? null;

		foreach ( $this->summary( $chosen ) + OfficialMeta::values( $order, $first, $mirrors ) as $key => $value ) {
			$this->set_meta( $order, $key, $value );
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
	 * @return list<Selection>
	 */
	private static function chosen( array $selections ): array {
		return array_values( array_filter( $selections ) );
	}

	/**
	 * @param list<Selection> $selections Those of the shipping lines that have one.
	 * @return array<string, string|null>
	 */
	private function summary( array $selections ): array {
		if ( [] === $selections ) {
			return array_fill_keys( self::SUMMARY, null );
		}
		$point  = $selections[0]->service_point;
		$others = array_map(
			static fn ( Selection $other ): string => "{$other->service_point->name}, {$other->service_point->city}",
			array_slice( $selections, 1 )
		);
		return array_combine(
			self::SUMMARY,
			[
				(string) $point->id,
				$point->name,
				$point->carrier_code,
				$point->street,
				$point->house_number,
				$point->postal_code,
				$point->city,
				$point->country_code,
				$selections[0]->post_number,
				[] === $others ? null : implode( '; ', $others ),
			]
		);
	}

	private function writes_v1( WC_Order $order ): bool {
		/**
		 * Filters whether an order also carries the service point in the format of Sendcloud's first integration, which some payment
		 * plugins and themes read.
		 *
		 * @param bool     $write Whether to write `sendcloudshipping_service_point_meta`.
		 * @param WC_Order $order The order.
		 */
		return (bool) apply_filters( 'sendcloud_service_points_write_v1_meta', true, $order );
	}

	/** @param array<mixed>|string|null $value Null takes the key away. */
	private function set_meta( WC_Data $data, string $key, array|string|null $value ): void {
		if ( null !== $value ) {
			$data->update_meta_data( $key, $value );
		} elseif ( $data->meta_exists( $key ) ) {
			$data->delete_meta_data( $key );
		}
	}
}
