<?php
/**
 * An answer that is not Sendcloud's.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\Exception;

use SendcloudServicePoints\Sendcloud\SendcloudException;

final class MalformedResponse extends SendcloudException {

	public static function not_json( int $status ): self {
		return new self( sprintf( 'The answer (HTTP %d) is not JSON.', $status ) );
	}

	public static function unexpected_status( int $status ): self {
		return new self( sprintf( 'Unexpected answer (HTTP %d).', $status ) );
	}

	/** @param string $field What the answer lacks. */
	public static function without( string $field ): self {
		return new self( sprintf( 'The answer has no usable "%s".', $field ) );
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
		return __( 'The answer did not come from Sendcloud. A firewall or proxy may stand in between, or the API address is wrong.', 'sendcloud-service-points' );
	}
}
