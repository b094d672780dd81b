<?php
/**
 * Reads the answers of API v3.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\ServicePoints;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Domain\Geocoding;
use SendcloudServicePoints\Domain\OpeningHours;
use SendcloudServicePoints\Domain\SearchResult;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Sendcloud\CarrierNames;
use SendcloudServicePoints\Sendcloud\Exception\MalformedResponse;

final class V3Parser {

	/** @throws MalformedResponse When it is no list. */
	public static function search_result( mixed $json ): SearchResult {
		$data = Fields::of( $json )->at( 'data' );
		if ( ! is_array( $data->data['results'] ?? null ) ) {
			throw MalformedResponse::without( 'data.results' );
		}
		return new SearchResult(
			array_values( array_filter( array_map( self::service_point( ... ), $data->list( 'results' ) ) ) ),
			Geocoding::from_array( $data->data['geocoding'] ?? null )
		);
	}

	/** @throws MalformedResponse When it is no service point. */
	public static function answered_point( mixed $json ): ServicePoint {
		return self::service_point( Fields::of( $json )->data['data'] ?? null ) ?? throw MalformedResponse::without( 'data.id' );
	}

	/** @throws MalformedResponse When it does not say. */
	public static function availability( mixed $json ): bool {
		$is_available = Fields::of( $json )->at( 'data' )->data['is_available'] ?? null;
		return is_bool( $is_available ) ? $is_available : throw MalformedResponse::without( 'data.is_available' );
	}

	/** Null for what cannot be offered: a point without id, name or place. */
	private static function service_point( mixed $data ): ?ServicePoint {
		$fields    = Fields::of( $data );
		$carrier   = $fields->at( 'carrier' );
		$address   = $fields->at( 'address' );
		$id        = $fields->integer( 'id' );
		$name      = $fields->string( 'name' );
		$latitude  = $fields->at( 'position' )->number( 'latitude' );
		$longitude = $fields->at( 'position' )->number( 'longitude' );
		if ( null === $id || $id < 1 || '' === $name || null === $latitude || null === $longitude ) {
			return null;
		}
		return new ServicePoint(
			id: $id,
			name: $name,
			carrier_code: $carrier->string( 'code' ),
			carrier_name: '' === $carrier->string( 'name' ) ? CarrierNames::of( $carrier->string( 'code' ) ) : $carrier->string( 'name' ),
			carrier_service_point_id: $fields->string( 'carrier_service_point_id' ),
			shop_type: $fields->string( 'general_shop_type' ),
			carrier_shop_type: $fields->string( 'carrier_shop_type' ),
			street: $address->string( 'street' ),
			house_number: $address->string( 'house_number' ),
			postal_code: $address->string( 'postal_code' ),
			city: $address->string( 'city' ),
			country_code: strtoupper( $address->string( 'country_code' ) ),
			latitude: $latitude,
			longitude: $longitude,
			opening_hours: OpeningHours::from_array( $fields->data['opening_times'] ?? null ),
			is_active: ! $fields->boolean( 'is_expired', false ),
			distance: $fields->integer( 'distance' ),
		);
	}
}
