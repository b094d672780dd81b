<?php
/**
 * Service points, or a carrier, are switched off in Sendcloud.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\Exception;

use SendcloudServicePoints\Sendcloud\SendcloudException;

final class NotEnabled extends SendcloudException {

	public static function integration(): self {
		return new self( 'Service points are switched off for this integration.' );
	}

	public static function carriers(): self {
		return new self( 'A carrier that was asked for is switched off for this integration.' );
	}

	public function code(): string {
		return 'sendcloud_service_points_not_enabled';
	}

	public function status(): int {
		return 503;
	}

	public function shopper_message(): string {
		return __( 'Service points are not available at the moment. Please choose another delivery method, or contact us.', 'sendcloud-service-points' );
	}

	public function merchant_message(): string {
		return __( 'In Sendcloud, open Settings > Integrations > your integration, switch on "Service points" and choose the carriers.', 'sendcloud-service-points' );
	}
}
