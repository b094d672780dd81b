<?php
/**
 * The JSON schemas of the public search: they check, sanitise and document the arguments, and describe the answers.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Rest;

use SendcloudServicePoints\Domain\Geocoding;
use SendcloudServicePoints\Domain\Schema;
use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Domain\ServicePoint;

/** @phpstan-import-type JsonSchema from Schema */
final class SearchSchema {

	/** @return array<string, JsonSchema> */
	public static function search_arguments(): array {
		return [
			'country'            => [
				'description' => __( 'ISO 3166-1 alpha-2 code of the country.', 'sendcloud-service-points' ),
				'type'        => 'string',
				'pattern'     => '^[A-Za-z]{2}$',
				'required'    => true,
			],
			'carriers'           => self::codes(
				__( 'Carrier codes; empty for all carriers of the Sendcloud integration.', 'sendcloud-service-points' ),
				SearchQuery::CARRIER_PATTERN
			),
			'without_carriers'   => self::codes( __( 'Codes of carriers to leave out.', 'sendcloud-service-points' ), SearchQuery::CARRIER_PATTERN ),
			'address'            => [
				'description' => __( 'Address or postcode to search near.', 'sendcloud-service-points' ),
				'type'        => 'string',
				'minLength'   => 1,
				'maxLength'   => SearchQuery::MAX_ADDRESS_LENGTH,
			],
			'latitude'           => Schema::LATITUDE + [ 'description' => __( 'Latitude to search near, with a longitude.', 'sendcloud-service-points' ) ],
			'longitude'          => Schema::LONGITUDE + [ 'description' => __( 'Longitude to search near, with a latitude.', 'sendcloud-service-points' ) ],
			'radius'             => [
				'description' => __( 'Metres around the address or the position.', 'sendcloud-service-points' ),
				'type'        => 'integer',
				'minimum'     => SearchQuery::MIN_RADIUS,
				'maximum'     => SearchQuery::MAX_RADIUS,
			],
			'north'              => Schema::LATITUDE + [ 'description' => __( 'Northern edge of the box to search in.', 'sendcloud-service-points' ) ],
			'east'               => Schema::LONGITUDE + [ 'description' => __( 'Eastern edge of the box to search in.', 'sendcloud-service-points' ) ],
			'south'              => Schema::LATITUDE + [ 'description' => __( 'Southern edge of the box to search in.', 'sendcloud-service-points' ) ],
			'west'               => Schema::LONGITUDE + [ 'description' => __( 'Western edge of the box to search in.', 'sendcloud-service-points' ) ],
			'shop_types'         => self::codes( __( 'Kinds of points; empty for all.', 'sendcloud-service-points' ), ServicePoint::SHOP_TYPE_PATTERN ),
			'without_shop_types' => self::codes( __( 'Kinds of points to leave out.', 'sendcloud-service-points' ), ServicePoint::SHOP_TYPE_PATTERN ),
			'zones'              => [
				'description' => __( 'Ids of the shipping zones that the points must lie in; empty for all.', 'sendcloud-service-points' ),
				'type'        => 'array',
				'items'       => [
					'type'    => 'integer',
					'minimum' => 0,
				],
				'maxItems'    => 50,
				'default'     => [],
			],
			'limit'              => [
				'description' => __( 'How many points at most.', 'sendcloud-service-points' ),
				'type'        => 'integer',
				'minimum'     => 1,
				'maximum'     => SearchQuery::MAX_LIMIT,
				'default'     => SearchQuery::DEFAULT_LIMIT,
			],
		];
	}

	/** @return array<string, JsonSchema> */
	public static function find_arguments(): array {
		return [
			'id' => [
				'description' => __( 'Sendcloud\'s id of the service point.', 'sendcloud-service-points' ),
				'type'        => 'integer',
				'minimum'     => 1,
				'required'    => true,
			],
		];
	}

	/** @return JsonSchema */
	public static function search_answer(): array {
		return self::document(
			'sendcloud-service-points-search',
			[
				'service_points' => [
					'type'  => 'array',
					'items' => Schema::service_point(),
				],
				'geocoding'      => [
					'type'       => [ 'object', 'null' ],
					'properties' => [
						'status'            => [
							'type' => 'string',
							'enum' => Geocoding::STATUSES,
						],
						'precision'         => [ 'type' => [ 'string', 'null' ] ],
						'formatted_address' => [ 'type' => [ 'string', 'null' ] ],
					],
				],
			]
		);
	}

	/** @return JsonSchema */
	public static function find_answer(): array {
		return self::document( 'sendcloud-service-point', [ 'service_point' => Schema::service_point() ] );
	}

	/** @return JsonSchema An array, or a list with commas. */
	private static function codes( string $description, string $pattern ): array {
		return [
			'description' => $description,
			'type'        => 'array',
			'items'       => [
				'type'    => 'string',
				'pattern' => $pattern,
			],
			'maxItems'    => 50,
			'default'     => [],
		];
	}

	/**
	 * @param array<string, JsonSchema> $properties
	 * @return JsonSchema
	 */
	private static function document( string $title, array $properties ): array {
		return [
			'$schema' => 'http://json-schema.org/draft-04/schema#',
			'title'   => $title,
		] + Schema::shape( $properties );
	}
}
