<?php
/**
 * Puts the answers of API v2 into our words: a bare list, numbers as strings, the carrier as a bare code, days as 0 (Monday) to 6.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\ServicePoints;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Domain\OpeningHours;
use SendcloudServicePoints\Domain\SearchResult;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Sendcloud\Carriers;
use SendcloudServicePoints\Sendcloud\SendcloudException;

/** @phpstan-import-type Interval from OpeningHours */
final class V2Parser {

	/** @throws SendcloudException When it is no list. */
	public static function search_result( mixed $json ): SearchResult {
		if ( ! is_array( $json ) || ! array_is_list( $json ) ) {
			throw SendcloudException::answer_without( 'list' );
		}
		// How well the address was understood, v2 does not say.
		return new SearchResult( array_values( array_filter( array_map( self::service_point( ... ), $json ) ) ) );
	}

	/** @throws SendcloudException When it is no service point. */
	public static function answered_point( mixed $json ): ServicePoint {
		return self::service_point( $json ) ?? throw SendcloudException::answer_without( 'id' );
	}

	/** @throws SendcloudException When it does not say. */
	public static function availability( mixed $json ): bool {
		return is_bool( $json ) ? $json : throw SendcloudException::answer_without( 'boolean' );
	}

	private static function service_point( mixed $data ): ?ServicePoint {
		$fields = Fields::from_data( $data );
		return ServicePoint::from_complete_array(
			[
				'carrier'                  => [
					'code' => $fields->string( 'carrier' ),
					'name' => Carriers::name( $fields->string( 'carrier' ) ),
				],
				'carrier_service_point_id' => $fields->string( 'code' ),
				'shop_type'                => $fields->string( 'general_shop_type' ),
				'carrier_shop_type'        => $fields->string( 'shop_type' ),
				// Street, house number, postal code and city have our names, on the outside.
				'address'                  => [ 'country_code' => $fields->string( 'country' ) ] + $fields->data,
				'position'                 => $fields->data,
				'opening_times'            => self::opening_times( $fields->at( 'formatted_opening_times' ) ),
				'opening_week'             => OpeningHours::week( time() ),
			] + $fields->data
		);
	}

	/** @return array<string, list<Interval>> */
	private static function opening_times( Fields $days ): array {
		$week = [];
		foreach ( OpeningHours::WEEKDAYS as $iso_weekday => $name ) {
			$index = (string) ( $iso_weekday - 1 );
			if ( isset( $days->data[ $index ] ) ) {
				$week[ $name ] = array_map( self::interval( ... ), $days->strings( $index ) );
			}
		}
		return $week;
	}

	/** @return Interval */
	private static function interval( string $formatted ): array {
		$times = array_map( 'trim', explode( '-', $formatted, 2 ) );
		return [
			'start_time' => $times[0],
			'end_time'   => $times[1] ?? '',
		];
	}
}
