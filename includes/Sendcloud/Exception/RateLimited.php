<?php
/**
 * The Sendcloud account has used up its requests for now.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\Exception;

use SendcloudServicePoints\Sendcloud\SendcloudException;

final class RateLimited extends SendcloudException {

	/** @param int|null $retry_after Seconds; Sendcloud does not always say. */
	public static function for_seconds( ?int $retry_after ): self {
		return new self( 'Sendcloud limits the number of requests.', $retry_after );
	}

	/** The budget is one of requests a minute, so half a minute later there is some again. */
	public function retry_after(): int {
		return parent::retry_after() ?? 30;
	}

	public function code(): string {
		return 'sendcloud_service_points_rate_limited';
	}

	public function status(): int {
		return 503;
	}

	public function shopper_message(): string {
		return __( 'Many people are searching right now. Please try again in a minute.', 'sendcloud-service-points' );
	}

	public function merchant_message(): string {
		return __( 'Your Sendcloud account has reached its limit of requests. Everything that uses the account shares it. Try again in a minute.', 'sendcloud-service-points' );
	}
}
