<?php
/**
 * The service points of an order.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use SendcloudServicePoints\Domain\Selection;
use WC_Data;
use WC_Order;
use WC_Order_Item_Shipping;

/**
 * The only reader and writer of order meta. The truth sits on the shipping line; the order has a summary for exports and labels, and
 * the mirrors Sendcloud imports. See docs/data-contract.md.
 */
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
	];

	/**
	 * Writes the shipping lines, the summary and the mirrors, or takes them away where no point is needed; saves none of it.
	 *
	 * @param array<array-key, Selection|null> $selections One entry for each shipping line, in their order.
	 */
	public function write( WC_Order $order, array $selections ): void {
		$in_order = array_values( $selections );

		foreach ( $this->shipping_lines( $order ) as $index => $line ) {
			$this->set( $line, self::ITEM_META, ( $in_order[ $index ] ?? null )?->to_array() );
		}

		$first = array_values( array_filter( $in_order ) )[0] ?? null;

		foreach ( $this->summary( $first ) as $key => $value ) {
			$this->set( $order, $key, $value );
		}

		$this->set( $order, OfficialMeta::V2, null === $first ? null : OfficialMeta::v2( $first ) );
		$this->set( $order, OfficialMeta::V1, null === $first || ! $this->writes_v1( $order ) ? null : OfficialMeta::v1( $first ) );

		/**
		 * Fires when the service points of an order have been written to it, before it is saved.
		 *
		 * @param WC_Order                         $order      The order.
		 * @param array<array-key, Selection|null> $selections One entry for each shipping line; null where no point is needed.
		 */
		do_action( 'sendcloud_service_points_order_written', $order, $selections );
	}

	/**
	 * @return list<Selection>
	 */
	public function read( WC_Order $order ): array {
		$selections = array_map(
			static fn( WC_Order_Item_Shipping $line ): ?Selection => Selection::from_array( $line->get_meta( self::ITEM_META ) ),
			$this->shipping_lines( $order )
		);
		$selections = array_values( array_filter( $selections ) );

		return [] === $selections ? array_values( array_filter( [ OfficialMeta::read( $order ) ] ) ) : $selections;
	}

	/**
	 * @return list<WC_Order_Item_Shipping>
	 */
	private function shipping_lines( WC_Order $order ): array {
		return array_values( array_filter( $order->get_items( 'shipping' ), static fn( mixed $line ): bool => $line instanceof WC_Order_Item_Shipping ) );
	}

	/**
	 * @return array<string, string|null>
	 */
	private function summary( ?Selection $selection ): array {
		$point = $selection?->service_point;

		return null === $point ? array_fill_keys( self::SUMMARY, null ) : array_combine(
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
				$selection->post_number,
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

	/**
	 * @param array<mixed>|string|null $value Null takes the key away.
	 */
	private function set( WC_Data $data, string $key, array|string|null $value ): void {
		if ( null !== $value ) {
			$data->update_meta_data( $key, $value );
		} elseif ( $data->meta_exists( $key ) ) {
			$data->delete_meta_data( $key );
		}
	}
}
