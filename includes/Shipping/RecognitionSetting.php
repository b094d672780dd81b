<?php
/**
 * The field by which a merchant decides whether a method of another plugin, or of WooCommerce, needs a service point.
 *
 * It was a check box. Ticked was "yes" and means the same; unticked was "no", which every save stored whether the merchant thought of it or
 * not, and methods called "Point relais" worked all the same: it goes on meaning "by its name". "Never" is a word of its own.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping;

final class RecognitionSetting {

	public const KEY = 'sendcloud_service_points';

	private const ALWAYS  = 'yes';
	private const BY_NAME = 'no';
	private const NEVER   = 'never';

	/** @return array<string, mixed> */
	public static function field(): array {
		return [
			'title'             => __( 'Sendcloud service points', 'sendcloud-service-points' ),
			'type'              => 'select',
			'class'             => 'wc-enhanced-select',
			'default'           => self::BY_NAME,
			'options'           => [
				self::BY_NAME => __( 'By name: when the method is called "Point relais" or the like', 'sendcloud-service-points' ),
				self::ALWAYS  => __( 'Always: customers choose a service point', 'sendcloud-service-points' ),
				self::NEVER   => __( 'Never: home delivery, or collection at the shop', 'sendcloud-service-points' ),
			],
			'description'       => __( 'Where customers choose a service point, the order cannot be placed without one.', 'sendcloud-service-points' ),
			'desc_tip'          => true,
			'sanitize_callback' => [ self::class, 'sanitise' ],
		];
	}

	/** @param mixed $posted What the form sent, which may still be that of the check box. */
	public static function sanitise( mixed $posted ): string {
		return match ( $posted ) {
			self::ALWAYS, '1' => self::ALWAYS,
			self::NEVER       => self::NEVER,
			default           => self::BY_NAME,
		};
	}

	/** @return bool|null Null where the name decides. */
	public static function parse( mixed $stored ): ?bool {
		return match ( $stored ) {
			self::ALWAYS => true,
			self::NEVER  => false,
			default      => null,
		};
	}
}
