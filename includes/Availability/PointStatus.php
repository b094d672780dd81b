<?php
/**
 * How an order is off for service points.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Availability;

enum PointStatus: string {

	case Ok      = 'ok';
	case Missing = 'missing';
	case Closed  = 'closed';

	public function needs_attention(): bool {
		return self::Ok !== $this;
	}

	public function label(): string {
		return match ( $this ) {
			self::Ok      => __( 'Open', 'sendcloud-service-points' ),
			self::Missing => __( 'Missing', 'sendcloud-service-points' ),
			self::Closed  => __( 'Closed', 'sendcloud-service-points' ),
		};
	}
}
