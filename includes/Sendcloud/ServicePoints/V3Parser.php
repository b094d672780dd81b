<?php
/**
 * Puts the answers of API v3 into our words.
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
use SendcloudServicePoints\Sendcloud\Carriers;
use SendcloudServicePoints\Sendcloud\SendcloudException;

final class V3Parser {

	/** @throws SendcloudException When it is no list. */
	public static function search_result( mixed $json ): SearchResult {
		$data = Fields::from_data( $json )->at( 'data' );
		if ( ! is_array( $data->data['results'] ?? null ) ) {
			throw SendcloudException::answer_without( 'data.results' );
		}
		return new SearchResult(
			array_values( array_filter( array_map( self::service_point( ... ), $data->items( 'results' ) ) ) ),
			Geocoding::from_array( $data->data['geocoding'] ?? null )
		);
	}

	/** @return array<array-key, string> Carrier code => address of its picture, of the points of an answer. */
	public static function marks( mixed $json ): array {
		$marks = [];
		foreach ( Fields::from_data( $json )->at( 'data' )->items( 'results' ) as $point ) {
			$carrier = Fields::from_data( $point )->at( 'carrier' );
			$icon    = $carrier->string( 'icon_url' );
			$marks[ $carrier->string( 'code' ) ] ??= '' === $icon ? $carrier->string( 'logo_url' ) : $icon;
		}
		return array_filter( $marks, static fn ( string $url ): bool => '' !== $url );
	}

	/** @throws SendcloudException When it is no service point. */
	public static function answered_point( mixed $json ): ServicePoint {
		return self::service_point( Fields::from_data( $json )->data['data'] ?? null ) ?? throw SendcloudException::answer_without( 'data.id' );
	}

	/** @throws SendcloudException When it does not say. */
	public static function availability( mixed $json ): bool {
		$is_available = Fields::from_data( $json )->at( 'data' )->data['is_available'] ?? null;
		return is_bool( $is_available ) ? $is_available : throw SendcloudException::answer_without( 'data.is_available' );
	}

	private static function service_point( mixed $data ): ?ServicePoint {
		$fields  = Fields::from_data( $data );
		$carrier = $fields->at( 'carrier' );
		$code    = $carrier->string( 'code' );
		$name    = $carrier->string( 'name' );
		return ServicePoint::from_complete_array(
			[
				'carrier'   => [
					'code' => $code,
					'name' => '' === $name ? Carriers::name( $code ) : $name,
				],
				'shop_type' => $fields->string( 'general_shop_type' ),
				// What is relative to the day of the answer, is_open_tomorrow, is left: answers are kept past midnight.
				'opening_week' => OpeningHours::week( time(), $fields->string( 'next_open_at' ) ),
			] + $fields->data
		);
	}
}
