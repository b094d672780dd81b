<?php
/**
 * The official plugins' formats of a service point on an order.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Domain\ServicePoint;
use WC_Order;

/**
 * Writes what Sendcloud's integrations import, and reads what the official plugins left on older orders.
 */
final class OfficialMeta {

	/** A JSON string, read by the integration "WooCommerce V2". */
	public const V2 = 'sendcloudshipping_v2_service_point';

	/** An array, read by the first integration and by payment plugins. */
	public const V1 = 'sendcloudshipping_service_point_meta';

	/** Of the first plugin's "Dynamic Checkout". */
	private const PAYLOAD = 'sendcloudshipping_checkout_payload_meta';

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
			]
		);
	}

	/**
	 * @return array{id: string, extra: string, post_number: string}
	 */
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
	 * The newest format that makes sense wins.
	 */
	public static function read( WC_Order $order ): ?Selection {
		return self::read_v2( $order->get_meta( self::V2 ) )
			?? self::read_v1( $order->get_meta( self::V1 ) )
			?? self::read_payload( $order->get_meta( self::PAYLOAD ) );
	}

	private static function read_v2( mixed $meta ): ?Selection {
		$data = Fields::of( is_string( $meta ) ? json_decode( $meta, true ) : $meta );

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
			$data->string( 'toPostalCode' )
		);
	}

	private static function read_v1( mixed $meta ): ?Selection {
		$data = Fields::of( $meta );

		return self::from_lines( $data, 'id', explode( '|', $data->string( 'extra' ) ) );
	}

	private static function read_payload( mixed $meta ): ?Selection {
		$payload = Fields::of( $meta );

		if ( 'service_point_delivery' !== $payload->string( 'delivery_method_type' ) ) {
			return null;
		}

		$data = $payload->at( 'delivery_method_data' );

		return self::from_lines( $data, 'service_point_id', explode( ',', $data->string( 'formatted_address' ) ) );
	}

	/**
	 * @param list<string> $lines Name, street with number, postcode with city.
	 */
	private static function from_lines( Fields $data, string $id_key, array $lines ): ?Selection {
		$locality = explode( ' ', trim( $lines[2] ?? '' ), 2 );

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

	/**
	 * @param array<string, string> $address Parts of the address, as in docs/data-contract.md.
	 */
	private static function selection( Fields $data, string $id_key, string $name, array $address, string $post_number ): ?Selection {
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
