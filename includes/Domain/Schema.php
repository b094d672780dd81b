<?php
/**
 * The JSON schemas of a service point and a selection, as docs/data-contract.md fixes them: every REST answer that holds one uses these.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

/** @phpstan-type JsonSchema array<string, mixed> */
final class Schema {

	public const LATITUDE = [
		'type'    => 'number',
		'minimum' => -90,
		'maximum' => 90,
	];

	public const LONGITUDE = [
		'type'    => 'number',
		'minimum' => -180,
		'maximum' => 180,
	];

	/**
	 * @param array<string, JsonSchema> $others Properties beside its own.
	 * @return JsonSchema
	 */
	public static function selection( array $others = [] ): array {
		return self::shape(
			[
				'service_point' => self::service_point(),
				'post_number'   => [ 'type' => 'string' ],
			] + $others
		);
	}

	/** @return JsonSchema */
	public static function service_point(): array {
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
				'opening_week'             => [
					'type'   => [ 'string', 'null' ],
					'format' => 'date',
				],
				'next_open_at'             => [
					'type'   => [ 'string', 'null' ],
					'format' => 'date-time',
				],
				'is_expired'               => [ 'type' => 'boolean' ],
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
	public static function shape( array $properties ): array {
		return [
			'type'       => 'object',
			'properties' => $properties,
		];
	}
}
