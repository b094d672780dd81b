<?php
/**
 * The JSON schemas of the public search: they check, sanitise and document the arguments, and describe the answers.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Rest;

use SendcloudServicePoints\Domain\Geocoding;
use SendcloudServicePoints\Domain\OpeningHours;
use SendcloudServicePoints\Domain\PostNumber;
use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Domain\ServicePoint;

/**
 * @phpstan-type JsonSchema array<string, mixed>
 */
final class Schema {

	private const LATITUDE = [
		'type'    => 'number',
		'minimum' => -90,
		'maximum' => 90,
	];

	private const LONGITUDE = [
		'type'    => 'number',
		'minimum' => -180,
		'maximum' => 180,
	];

	/** @return array<string, JsonSchema> */
	public static function search_arguments(): array {
		return [
			'country'    => [
				'description' => __( 'ISO 3166-1 alpha-2 code of the country.', 'sendcloud-service-points' ),
				'type'        => 'string',
				'pattern'     => '^[A-Za-z]{2}$',
				'required'    => true,
			],
			'carriers'   => [
				'description' => __( 'Carrier codes; empty for all carriers of the Sendcloud integration.', 'sendcloud-service-points' ),
				'type'        => 'array',
				'items'       => [
					'type'    => 'string',
					'pattern' => SearchQuery::CARRIER_PATTERN,
				],
				'maxItems'    => 50,
				'default'     => [],
			],
			'address'    => [
				'description' => __( 'Address or postcode to search near.', 'sendcloud-service-points' ),
				'type'        => 'string',
				'minLength'   => 1,
				'maxLength'   => SearchQuery::MAX_ADDRESS_LENGTH,
			],
			'latitude'   => self::LATITUDE + [ 'description' => __( 'Latitude to search near, with a longitude.', 'sendcloud-service-points' ) ],
			'longitude'  => self::LONGITUDE + [ 'description' => __( 'Longitude to search near, with a latitude.', 'sendcloud-service-points' ) ],
			'radius'     => [
				'description' => __( 'Metres around the address or the position.', 'sendcloud-service-points' ),
				'type'        => 'integer',
				'minimum'     => SearchQuery::MIN_RADIUS,
				'maximum'     => SearchQuery::MAX_RADIUS,
			],
			'north'      => self::LATITUDE + [ 'description' => __( 'Northern edge of the box to search in.', 'sendcloud-service-points' ) ],
			'east'       => self::LONGITUDE + [ 'description' => __( 'Eastern edge of the box to search in.', 'sendcloud-service-points' ) ],
			'south'      => self::LATITUDE + [ 'description' => __( 'Southern edge of the box to search in.', 'sendcloud-service-points' ) ],
			'west'       => self::LONGITUDE + [ 'description' => __( 'Western edge of the box to search in.', 'sendcloud-service-points' ) ],
			'shop_types' => [
				'description' => __( 'Kinds of points; empty for all.', 'sendcloud-service-points' ),
				'type'        => 'array',
				'items'       => [
					'type' => 'string',
					'enum' => ServicePoint::SHOP_TYPES,
				],
				'default'     => [],
			],
			'limit'      => [
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
					'items' => self::service_point(),
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
		return self::document( 'sendcloud-service-point', [ 'service_point' => self::service_point() ] );
	}

	/** @return JsonSchema */
	public static function selection(): array {
		return self::shape(
			[
				'service_point' => self::service_point(),
				'post_number'   => [ 'type' => 'string' ],
			]
		);
	}

	/** @return JsonSchema */
	private static function service_point(): array {
		$text = [ 'type' => 'string' ];
		$time = [
			'type'    => 'string',
			'pattern' => '^\d{2}:\d{2}$',
		];
		$day  = [
			'type'  => 'array',
			'items' => self::shape(
				[
					'start_time' => $time,
					'end_time'   => $time,
				]
			),
		];
		return self::shape(
			[
				'id'                       => [ 'type' => 'integer' ],
				'name'                     => $text,
				'carrier'                  => self::shape( array_fill_keys( [ 'code', 'name' ], $text ) ),
				'carrier_service_point_id' => $text,
				'shop_type'                => $text,
				'carrier_shop_type'        => $text,
				'address'                  => self::shape(
					array_fill_keys( [ 'street', 'house_number', 'postal_code', 'city', 'country_code' ], $text )
				),
				'position'                 => self::shape(
					[
						'latitude'  => self::LATITUDE,
						'longitude' => self::LONGITUDE,
					]
				),
				'opening_times'            => [
					'type'       => [ 'object', 'null' ],
					'properties' => array_fill_keys( OpeningHours::WEEKDAYS, $day ),
				],
				'is_active'                => [ 'type' => 'boolean' ],
				'distance'                 => [ 'type' => [ 'integer', 'null' ] ],
				'post_number'              => [
					'type' => 'string',
					'enum' => array_column( PostNumber::cases(), 'value' ),
				],
			]
		);
	}

	/**
	 * @param array<string, JsonSchema> $properties
	 * @return JsonSchema
	 */
	private static function shape( array $properties ): array {
		return [
			'type'       => 'object',
			'properties' => $properties,
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
		] + self::shape( $properties );
	}
}
