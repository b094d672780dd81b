<?php
/**
 * Sendcloud cannot resolve addresses now; a position or a box still works.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\Exception;

use SendcloudServicePoints\Sendcloud\SendcloudException;

final class GeocoderUnavailable extends SendcloudException {

	public static function address_unresolved(): self {
		return new self( 'Sendcloud cannot resolve addresses at the moment.' );
	}

	public function code(): string {
		return 'sendcloud_service_points_geocoder_unavailable';
	}

	public function status(): int {
		return 503;
	}

	public function shopper_message(): string {
		return __( 'We cannot look up addresses at the moment. Use your position or move the map, or try again in a minute.', 'sendcloud-service-points' );
	}

	public function merchant_message(): string {
		return __( 'Sendcloud cannot look up addresses at the moment. Try again later.', 'sendcloud-service-points' );
	}
}
