<?php
/**
 * Sendcloud is still working on an earlier request about the same thing.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\Exception;

use SendcloudServicePoints\Sendcloud\SendcloudException;

final class Busy extends SendcloudException {

	public static function with_an_earlier_request(): self {
		return new self( 'Sendcloud is still processing an earlier request.' );
	}

	public function code(): string {
		return 'sendcloud_service_points_unreachable';
	}

	public function status(): int {
		return 503;
	}

	public function shopper_message(): string {
		return __( 'Please try again in a moment.', 'sendcloud-service-points' );
	}

	public function merchant_message(): string {
		return __( 'Sendcloud is still processing an earlier request.', 'sendcloud-service-points' );
	}
}
