<?php
/**
 * The JSON schemas of the diagnostics' REST routes.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Surfaces;

use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Diagnostics\Status;

/** @phpstan-type JsonSchema array<string, mixed> */
final class DiagnosticsSchema {

	/** @return JsonSchema */
	public static function id(): array {
		return [
			'description' => __( 'Id of a check.', 'sendcloud-service-points' ),
			'type'        => 'string',
			'pattern'     => '^[a-z0-9-]{1,64}$',
			'required'    => true,
		];
	}

	/** @return JsonSchema */
	public static function overview(): array {
		return self::document(
			'diagnostics-list',
			[
				'groups' => self::list_of(
					[
						'id'    => [ 'type' => 'string' ],
						'title' => [ 'type' => 'string' ],
					]
				),
				'checks' => self::list_of( self::check() ),
			]
		);
	}

	/** @return JsonSchema */
	public static function result(): array {
		return self::document( 'diagnostics-result', self::finding() );
	}

	/** @return JsonSchema */
	public static function report(): array {
		return self::document(
			'diagnostics-report',
			[
				'status'       => self::status() + [ 'description' => __( 'The worst of all.', 'sendcloud-service-points' ) ],
				'generated_at' => [
					'type'   => 'string',
					'format' => 'date-time',
				],
				'seconds'      => [ 'type' => 'number' ],
				'facts'        => [
					'type'                 => 'object',
					'additionalProperties' => [ 'type' => 'string' ],
				],
				'checks'       => self::list_of( self::finding() ),
			]
		);
	}

	/** @return array<string, JsonSchema> */
	private static function check(): array {
		return [
			'id'    => [ 'type' => 'string' ],
			'title' => [ 'type' => 'string' ],
			'group' => [
				'type' => 'string',
				'enum' => array_column( Group::cases(), 'value' ),
			],
		];
	}

	/** @return array<string, JsonSchema> */
	private static function finding(): array {
		return self::check() + [
			'status'     => self::status(),
			'summary'    => [ 'type' => 'string' ],
			'fix'        => [
				'description' => __( 'What to do about it; empty where nothing is to be done.', 'sendcloud-service-points' ),
				'type'        => 'string',
			],
			'links'      => self::list_of(
				[
					'label' => [ 'type' => 'string' ],
					'url'   => [
						'type'   => 'string',
						'format' => 'uri',
					],
				]
			),
			'details'    => [
				'type'  => 'array',
				'items' => [ 'type' => 'string' ],
			],
			'fix_action' => [
				'description' => __( 'There when the fix route can repair it.', 'sendcloud-service-points' ),
				'type'        => [ 'object', 'null' ],
				'properties'  => [
					'id'    => [ 'type' => 'string' ],
					'label' => [ 'type' => 'string' ],
				],
			],
			'seconds'    => [ 'type' => 'number' ],
		];
	}

	/** @return JsonSchema */
	private static function status(): array {
		return [
			'type' => 'string',
			'enum' => array_column( Status::cases(), 'value' ),
		];
	}

	/**
	 * @param array<string, JsonSchema> $properties
	 * @return JsonSchema
	 */
	private static function list_of( array $properties ): array {
		return [
			'type'  => 'array',
			'items' => [
				'type'       => 'object',
				'properties' => $properties,
			],
		];
	}

	/**
	 * @param array<string, JsonSchema> $properties
	 * @return JsonSchema
	 */
	private static function document( string $title, array $properties ): array {
		return [
			'$schema'    => 'http://json-schema.org/draft-04/schema#',
			'title'      => "sendcloud-service-points-{$title}",
			'type'       => 'object',
			'properties' => array_map( static fn ( array $property ): array => $property + [ 'readonly' => true ], $properties ),
		];
	}
}
