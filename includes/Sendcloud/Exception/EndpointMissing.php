<?php
/**
 * The account does not have this version of the API.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\Exception;

use SendcloudServicePoints\Sendcloud\SendcloudException;

final class EndpointMissing extends SendcloudException {

	public static function not_found(): self {
		return new self( 'This version of the API does not have it (HTTP 404).' );
	}

	public function code(): string {
		return 'sendcloud_service_points_malformed_response';
	}

	public function status(): int {
		return 502;
	}

	public function shopper_message(): string {
		return __( 'Service points cannot be loaded right now. Please try again in a moment.', 'sendcloud-service-points' );
	}

	public function merchant_message(): string {
		return __( 'This version of the Sendcloud API is not available to your account. Set the API version to "Automatic".', 'sendcloud-service-points' );
	}
}
