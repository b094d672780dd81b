<?php
/**
 * No such service point.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\Exception;

use SendcloudServicePoints\Sendcloud\SendcloudException;

final class NotFound extends SendcloudException {

	public static function because_sendcloud_says_so(): self {
		return new self( 'Sendcloud does not know it.' );
	}

	public static function service_point( int $id ): self {
		return new self( sprintf( 'There is no service point %d.', $id ) );
	}

	public function code(): string {
		return 'sendcloud_service_points_not_found';
	}

	public function status(): int {
		return 404;
	}

	public function shopper_message(): string {
		return __( 'This service point no longer exists. Please choose another one.', 'sendcloud-service-points' );
	}

	public function merchant_message(): string {
		return __( 'This service point does not exist (any more).', 'sendcloud-service-points' );
	}
}
