<?php
/**
 * Sendcloud refuses the keys.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\Exception;

use SendcloudServicePoints\Sendcloud\SendcloudException;

final class InvalidCredentials extends SendcloudException {

	public static function refused( int $status ): self {
		return new self( sprintf( 'Sendcloud refused the keys (HTTP %d).', $status ) );
	}

	public function code(): string {
		return 'sendcloud_service_points_invalid_credentials';
	}

	public function status(): int {
		return 503;
	}

	public function shopper_message(): string {
		return __( 'Service points are not available at the moment. Please choose another delivery method, or contact us.', 'sendcloud-service-points' );
	}

	public function merchant_message(): string {
		return __( 'Sendcloud refuses these keys. Copy both again from Sendcloud: Settings > Integrations > your API integration.', 'sendcloud-service-points' );
	}
}
