<?php
/**
 * Reads a REST request, whose arguments the schema has checked one by one, as a search.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Rest;

use SendcloudServicePoints\Domain\Box;
use SendcloudServicePoints\Domain\Coordinates;
use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Domain\InvalidSearch;
use SendcloudServicePoints\Domain\SearchQuery;
use WP_REST_Request;

final class SearchRequest {

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @throws InvalidSearch For arguments that make no sense together.
	 */
	public static function to_query( WP_REST_Request $request ): SearchQuery {
		$fields   = Fields::from_data( $request->get_params() );
		$country  = $fields->string( 'country' );
		$carriers = $fields->strings( 'carriers' );
		$types    = $fields->strings( 'shop_types' );
		$radius   = $fields->integer( 'radius' );
		$limit    = $fields->integer( 'limit' ) ?? SearchQuery::DEFAULT_LIMIT;

		$address  = isset( $fields->data['address'] );
		$position = self::has_all( $fields, 'latitude', 'longitude' );
		$box      = self::has_all( $fields, 'north', 'east', 'south', 'west' );

		if ( 1 !== (int) $address + (int) $position + (int) $box ) {
			throw InvalidSearch::parameter( 'address', 'given, or else a position or a box, and only one of them' );
		}
		if ( $box && null !== $radius ) {
			throw InvalidSearch::parameter( 'radius', 'left out of a search in a box' );
		}
		$query = match ( true ) {
			$address  => SearchQuery::near_address( $country, $fields->string( 'address' ), $carriers, $types, $radius, $limit ),
			$position => SearchQuery::near_position( $country, self::place( $fields, 'latitude', 'longitude' ), $carriers, $types, $radius, $limit ),
			default   => SearchQuery::in_box(
				$country,
				new Box( self::place( $fields, 'south', 'west' ), self::place( $fields, 'north', 'east' ) ),
				$carriers,
				$types,
				$limit
			),
		};
		return $query->without( $fields->strings( 'without_carriers' ), $fields->strings( 'without_shop_types' ) );
	}

	/** @throws InvalidSearch When only some of them are there. */
	private static function has_all( Fields $fields, string ...$names ): bool {
		$missing = array_diff( $names, array_keys( $fields->data ) );
		if ( [] !== $missing && $missing !== $names ) {
			throw InvalidSearch::parameter( current( $missing ), 'given together with ' . implode( ', ', array_diff( $names, $missing ) ) );
		}
		return [] === $missing;
	}

	private static function place( Fields $fields, string $latitude, string $longitude ): Coordinates {
		return new Coordinates( $fields->number( $latitude ) ?? NAN, $fields->number( $longitude ) ?? NAN );
	}
}
