<?php
/**
 * How far an order is on its way to Sendcloud.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Export;

enum ExportState: string {

	case None      = '';
	case Queued    = 'queued';
	case Sent      = 'sent';
	case Failed    = 'failed';
	case Cancelled = 'cancelled';

	public function label(): string {
		return match ( $this ) {
			self::None      => __( 'Not sent', 'sendcloud-service-points' ),
			self::Queued    => __( 'Waiting to be sent', 'sendcloud-service-points' ),
			self::Sent      => __( 'Sent', 'sendcloud-service-points' ),
			self::Failed    => __( 'Failed', 'sendcloud-service-points' ),
			self::Cancelled => __( 'Withdrawn', 'sendcloud-service-points' ),
		};
	}
}
