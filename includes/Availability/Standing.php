<?php
/**
 * Whether a point takes parcels, as Sendcloud says when it is asked about that. How fresh the point's details are says nothing of it.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Availability;

enum Standing {

	case Open;

	/** It is there, and takes no parcels at the moment. */
	case Full;

	/** Sendcloud knows it no more. */
	case Withdrawn;

	/** @return string Of a note on the order; %s is the point's name. */
	public function note(): string {
		return match ( $this ) {
			/* translators: %s: name of a service point. */
			self::Open      => __( 'The service point “%s” takes parcels again.', 'sendcloud-service-points' ),
			/* translators: %s: name of a service point. */
			self::Full      => __( 'The service point “%s” takes no parcels at the moment. Choose another one before you ship the order.', 'sendcloud-service-points' ),
			/* translators: %s: name of a service point. */
			self::Withdrawn => __( 'The service point “%s” has been withdrawn: it no longer exists. Choose another one before you ship the order.', 'sendcloud-service-points' ),
		};
	}
}
