<?php
/**
 * The first point of an order in plain words, on the order itself: for exports, labels and lists, which do not look at shipping lines.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Domain\Text;
use WC_Order;

final class OrderSummary {

	/** What orders are found by: all points, each with its ids, name, town and `[carrier]`. */
	public const INDEX = '_sendcloud_service_point_index';

	public const CARRIER = '_sendcloud_service_point_carrier';

	private const OTHERS = '_sendcloud_service_point_others';

	private const KEYS = [
		'_sendcloud_service_point_id',
		'_sendcloud_service_point_name',
		self::CARRIER,
		'_sendcloud_service_point_street',
		'_sendcloud_service_point_house_number',
		'_sendcloud_service_point_postal_code',
		'_sendcloud_service_point_city',
		'_sendcloud_service_point_country',
		'_sendcloud_post_number',
		self::OTHERS,
		self::INDEX,
	];

	/**
	 * @param list<Selection> $selections Those of the shipping lines that have one.
	 * @return array<string, string|null> By meta key; null takes the key away.
	 */
	public static function values( array $selections ): array {
		if ( [] === $selections ) {
			return array_fill_keys( self::KEYS, null );
		}
		$point  = $selections[0]->service_point;
		$others = array_map(
			static fn ( Selection $other ): string => "{$other->service_point->name}, {$other->service_point->city}",
			array_slice( $selections, 1 )
		);
		return array_combine(
			self::KEYS,
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
				implode( '; ', array_map( self::index( ... ), $selections ) ),
			]
		);
	}

	public static function read( WC_Order $order ): ?Selection {
		$text  = static fn ( string $key ): string => is_scalar( $order->get_meta( $key ) ) ? trim( (string) $order->get_meta( $key ) ) : '';
		$point = ServicePoint::from_array(
			[
				'id'      => $text( '_sendcloud_service_point_id' ),
				'name'    => $text( '_sendcloud_service_point_name' ),
				'carrier' => [ 'code' => $text( self::CARRIER ) ],
				'address' => [
					'street'       => $text( '_sendcloud_service_point_street' ),
					'house_number' => $text( '_sendcloud_service_point_house_number' ),
					'postal_code'  => $text( '_sendcloud_service_point_postal_code' ),
					'city'         => $text( '_sendcloud_service_point_city' ),
					'country_code' => $text( '_sendcloud_service_point_country' ),
				],
			]
		);

		return null === $point ? null : new Selection( $point, $text( '_sendcloud_post_number' ) );
	}

	/** The further points of an order with several shipping lines, in a word each. */
	public static function others( WC_Order $order ): string {
		$others = $order->get_meta( self::OTHERS );

		return is_string( $others ) ? $others : '';
	}

	private static function index( Selection $selection ): string {
		$point = $selection->service_point;
		return Text::join( ' ', (string) $point->id, $point->carrier_service_point_id, $point->name, $point->postal_code, $point->city, "[$point->carrier_code]" );
	}
}
