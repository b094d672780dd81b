<?php
/**
 * Why a shipping method's rates need a service point, or do not.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping;

enum Recognition {

	/** One of Sendcloud's own methods. */
	case ById;

	/** Nothing is set, and it is called like one. */
	case ByName;

	/** Set by the merchant. */
	case Always;

	/** Set by the merchant, whatever it is called. */
	case Never;

	/** Nothing is set, and it is called otherwise. */
	case None;

	public function needs_point(): bool {
		return match ( $this ) {
			self::ById, self::ByName, self::Always => true,
			self::Never, self::None                => false,
		};
	}

	/** For the merchant. */
	public function label(): string {
		return match ( $this ) {
			self::ById   => __( "recognised as Sendcloud's own method", 'sendcloud-service-points' ),
			self::ByName => __( 'recognised by its name', 'sendcloud-service-points' ),
			self::Always => __( 'set to "Always"', 'sendcloud-service-points' ),
			self::Never  => __( 'set to "Never"', 'sendcloud-service-points' ),
			self::None   => __( 'not recognised', 'sendcloud-service-points' ),
		};
	}
}
