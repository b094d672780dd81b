<?php
/**
 * Reads the answers of API v2: a bare list, numbers as strings, the carrier as a bare code, days as 0 (Monday) to 6.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\ServicePoints;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Domain\OpeningHours;
use SendcloudServicePoints\Domain\SearchResult;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Sendcloud\CarrierNames;
use SendcloudServicePoints\Sendcloud\Exception\MalformedResponse;

final class V2Parser {

	/** @throws MalformedResponse When it is no list. */
	public static function search_result( mixed $json ): SearchResult {
		if ( ! is_array( $json ) || ! array_is_list( $json ) ) {
			throw MalformedResponse::without( 'list' );
		}
		// How well the address was understood, v2 does not say.
		return new SearchResult( array_values( array_filter( array_map( self::service_point( ... ), $json ) ) ) );
	}

	/** @throws MalformedResponse When it is no service point. */
	public static function answered_point( mixed $json ): ServicePoint {
		return self::service_point( $json ) ?? throw MalformedResponse::without( 'id' );
	}

	/** @throws MalformedResponse When it does not say. */
	public static function availability( mixed $json ): bool {
		return is_bool( $json ) ? $json : throw MalformedResponse::without( 'boolean' );
	}

	/** Null for what cannot be offered: a point without id, name or place. */
	private static function service_point( mixed $data ): ?ServicePoint {
		$fields    = Fields::of( $data );
		$id        = $fields->integer( 'id' );
		$name      = $fields->string( 'name' );
		$latitude  = $fields->number( 'latitude' );
		$longitude = $fields->number( 'longitude' );
		$shop_type = $fields->string( 'general_shop_type' );
		if ( null === $id || $id < 1 || '' === $name || null === $latitude || null === $longitude ) {
			return null;
		}
		return new ServicePoint(
			id: $id,
			name: $name,
			carrier_code: $fields->string( 'carrier' ),
			carrier_name: CarrierNames::of( $fields->string( 'carrier' ) ),
			carrier_service_point_id: $fields->string( 'code' ),
			shop_type: in_array( $shop_type, [ 'undefined', 'unknown' ], true ) ? '' : $shop_type,
			carrier_shop_type: $fields->string( 'shop_type' ),
			street: $fields->string( 'street' ),
			house_number: $fields->string( 'house_number' ),
			postal_code: $fields->string( 'postal_code' ),
			city: $fields->string( 'city' ),
			country_code: strtoupper( $fields->string( 'country' ) ),
			latitude: $latitude,
			longitude: $longitude,
			opening_hours: self::opening_hours( $fields->at( 'formatted_opening_times' ) ),
			is_active: $fields->boolean( 'is_active', true ),
			distance: $fields->integer( 'distance' ),
		);
	}

	private static function opening_hours( Fields $days ): ?OpeningHours {
		$week = [];
		foreach ( OpeningHours::WEEKDAYS as $iso_weekday => $name ) {
			$index = (string) ( $iso_weekday - 1 );
			if ( isset( $days->data[ $index ] ) ) {
				$week[ $name ] = array_map( self::interval( ... ), $days->strings( $index ) );
			}
		}
		return OpeningHours::from_array( $week );
	}

	/** @return array{start_time: string, end_time: string} */
	private static function interval( string $formatted ): array {
		$times = array_map( 'trim', explode( '-', $formatted, 2 ) );
		return [
			'start_time' => $times[0],
			'end_time'   => $times[1] ?? '',
		];
	}
}
