<?php
/**
 * The shop has no Sendcloud keys yet.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\Exception;

use SendcloudServicePoints\Sendcloud\SendcloudException;

final class NotConfigured extends SendcloudException {

	public static function keys_missing(): self {
		return new self( 'The public or the secret key is missing.' );
	}

	public function code(): string {
		return 'sendcloud_service_points_not_configured';
	}

	public function status(): int {
		return 503;
	}

	public function shopper_message(): string {
		return __( 'Service points are not available at the moment. Please choose another delivery method, or contact us.', 'sendcloud-service-points' );
	}

	public function merchant_message(): string {
		return __( 'Enter the public and the secret key of your Sendcloud API integration.', 'sendcloud-service-points' );
	}
}
