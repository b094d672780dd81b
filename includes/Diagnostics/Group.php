<?php
/**
 * Where a check looks.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics;

enum Group: string {

	case Sendcloud = 'sendcloud';
	case Shop      = 'shop';
	case Theme     = 'theme';
	case Plugins   = 'plugins';
	case Zones     = 'zones';
	case Orders    = 'orders';
	case Server    = 'server';

	public function label(): string {
		return match ( $this ) {
			self::Sendcloud => __( 'Sendcloud', 'sendcloud-service-points' ),
			self::Shop      => __( 'Shop', 'sendcloud-service-points' ),
			self::Theme     => __( 'Theme', 'sendcloud-service-points' ),
			self::Plugins   => __( 'Other plugins', 'sendcloud-service-points' ),
			self::Zones     => __( 'Shipping zones', 'sendcloud-service-points' ),
			self::Orders    => __( 'Orders', 'sendcloud-service-points' ),
			self::Server    => __( 'Server', 'sendcloud-service-points' ),
		};
	}
}
