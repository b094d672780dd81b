<?php
/**
 * The official plugins' formats of a service point on an order: writes what Sendcloud's integrations import, and reads what the plugins
 * left on older orders.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Domain\PostNumber;
use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Domain\ServicePoint;
use WC_Order;

final class OfficialMeta {

	/** A JSON string, read by the integration "WooCommerce V2". */
	public const V2 = 'sendcloudshipping_v2_service_point';

	/** An array, read by the first integration and by payment plugins. */
	public const V1 = 'sendcloudshipping_service_point_meta';

	/** Of the first plugin's "Dynamic Checkout". */
	public const PAYLOAD = 'sendcloudshipping_checkout_payload_meta';

	/**
	 * Exactly these keys, all strings; `toPostalCode` really holds the post number.
	 */
	public static function v2( Selection $selection ): string {
		$point = $selection->service_point;

		return (string) wp_json_encode(
			[
				'id'           => (string) $point->id,
				'toPostalCode' => $selection->post_number,
				'name'         => $point->name,
				'street'       => $point->street,
				'city'         => $point->city,
				'postal_code'  => $point->postal_code,
				'house_number' => $point->house_number,
			],
			// As browsers write it: an escape less that careless software could lose.
			JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE
		);
	}

	/** @return array{id: string, extra: string, post_number: string} */
	public static function v1( Selection $selection ): array {
		$point = $selection->service_point;
		// Its readers split at "|", and take the last line's first word for the postcode.
		$lines = [
			$point->name,
			trim( "$point->street $point->house_number" ),
			trim( preg_replace( '/\s+/', '', $point->postal_code ) . " $point->city" ),
		];

		return [
			'id'          => (string) $point->id,
			'extra'       => implode( '|', str_replace( '|', '/', $lines ) ),
			'post_number' => $selection->post_number,
		];
	}

	/**
	 * The formats an order has its point in, sensible or not.
	 *
	 * @return list<string> Meta keys.
	 */
	public static function formats( WC_Order $order ): array {
		$formats = [];
		foreach ( [ self::V2, self::V1 ] as $key ) {
			if ( $order->meta_exists( $key ) ) {
				$formats[] = $key;
			}
		}
		return self::has_payload( $order ) ? [ ...$formats, self::PAYLOAD ] : $formats;
	}

	/**
	 * What the meta of an order should be: the point in the formats asked for, and in no other.
	 *
	 * @param list<string> $formats Meta keys.
	 * @return array<string, array<mixed>|string|null> By meta key; null takes the key away.
	 */
	public static function values( WC_Order $order, ?Selection $selection, array $formats ): array {
		$values = [
			self::V2 => null === $selection ? null : self::v2( $selection ),
			self::V1 => null === $selection ? null : self::v1( $selection ),
		];

		// It also says other things of the order: that it was delivered to its door is none of our business.
		if ( self::has_payload( $order ) ) {
			$values[ self::PAYLOAD ] = null === $selection ? null : self::payload( $order->get_meta( self::PAYLOAD ), $selection );
		}

		return array_intersect_key( $values, array_flip( $formats ) ) + array_fill_keys( array_keys( $values ), null );
	}

	/**
	 * The newest format that makes sense wins.
	 */
	public static function read( WC_Order $order ): ?Selection {
		return self::read_v2( $order->get_meta( self::V2 ) )
			?? self::read_v1( $order->get_meta( self::V1 ) )
			?? self::read_payload( $order->get_meta( self::PAYLOAD ) );
	}

	private static function read_v2( mixed $meta ): ?Selection {
		$data   = self::fields( $meta );
		$number = PostNumber::normalise( $data->string( 'toPostalCode' ) );

		return self::selection(
			$data,
			'id',
			$data->string( 'name' ),
			[
				'street'       => $data->string( 'street' ),
				'house_number' => $data->string( 'house_number' ),
				'postal_code'  => $data->string( 'postal_code' ),
				'city'         => $data->string( 'city' ),
			],
			// As its name says, it may hold a postcode.
			PostNumber::is_valid( $number ) ? $number : ''
		);
	}

	private static function read_v1( mixed $meta ): ?Selection {
		$data = self::fields( $meta );

		return self::from_lines( $data, 'id', explode( '|', $data->string( 'extra' ) ) );
	}

	private static function read_payload( mixed $meta ): ?Selection {
		$payload = self::fields( $meta );

		if ( 'service_point_delivery' !== $payload->string( 'delivery_method_type' ) ) {
			return null;
		}

		$data = $payload->at( 'delivery_method_data' );

		return self::from_lines( $data, 'service_point_id', explode( ',', $data->string( 'formatted_address' ) ) );
	}

	/** An array, or what other software made of it. */
	private static function fields( mixed $meta ): Fields {
		return Fields::from_data(
			match ( true ) {
				is_string( $meta ) => json_decode( $meta, true ),
				is_object( $meta ) => get_object_vars( $meta ),
				default            => $meta,
			}
		);
	}

	private static function has_payload( WC_Order $order ): bool {
		return 'service_point_delivery' === self::fields( $order->get_meta( self::PAYLOAD ) )->string( 'delivery_method_type' );
	}

	/**
	 * @param mixed $meta What is there.
	 * @return array<mixed> The same with another point.
	 */
	private static function payload( mixed $meta, Selection $selection ): array {
		$payload = self::fields( $meta );
		$lines   = explode( '|', self::v1( $selection )['extra'] );

		$point = [
			'service_point_id'  => $selection->service_point->id,
			'formatted_address' => implode( ',', str_replace( ',', ' ', $lines ) ),
			'post_number'       => $selection->post_number,
		];

		return array_replace( $payload->data, [ 'delivery_method_data' => array_replace( $payload->at( 'delivery_method_data' )->data, $point ) ] );
	}

	/** @param list<string> $lines Name, street with number, postcode with city; the last in one line or more. */
	private static function from_lines( Fields $data, string $id_key, array $lines ): ?Selection {
		$locality = explode( ' ', implode( ' ', array_map( 'trim', array_slice( $lines, 2 ) ) ), 2 );

		return self::selection(
			$data,
			$id_key,
			trim( $lines[0] ?? '' ),
			[
				'street'      => trim( $lines[1] ?? '' ),
				'postal_code' => $locality[0],
				'city'        => $locality[1] ?? '',
			],
			$data->string( 'post_number' )
		);
	}

	/** @param array<string, string> $address Parts of the address, as in docs/data-contract.md. */
	private static function selection( Fields $data, string $id_key, string $name, array $address, string $post_number ): ?Selection {
		// An id alone tells nobody anything, and another key may hold more.
		if ( '' === $name . implode( '', $address ) ) {
			return null;
		}

		$point = ServicePoint::from_array(
			[
				'id'      => $data->integer( $id_key ),
				'name'    => $name,
				'address' => $address,
			]
		);

		return null === $point ? null : new Selection( $point, $post_number );
	}
}
