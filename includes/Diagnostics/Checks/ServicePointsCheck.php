<?php
/**
 * Are service points switched on in Sendcloud, with carriers?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Diagnostics\Probes\SendcloudAccount;
use SendcloudServicePoints\Sendcloud\Carriers;
use SendcloudServicePoints\Sendcloud\SendcloudException;

final class ServicePointsCheck extends Check {

	public const ID     = 'service-points';
	public const GROUP  = Group::Sendcloud;
	public const REMOTE = true;

	public function __construct( private readonly SendcloudAccount $account ) {}

	public function title(): string {
		return __( 'Service points in Sendcloud', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		try {
			$enabled  = $this->account->with_service_points();
			$carriers = $this->account->carriers();
		} catch ( SendcloudException $exception ) {
			return Finding::unknown( __( 'Sendcloud did not say.', 'sendcloud-service-points' ), $exception->merchant_message() );
		}
		if ( [] === $enabled ) {
			return Finding::critical(
				__( 'Service points are switched off in Sendcloud.', 'sendcloud-service-points' ),
				__( 'In Sendcloud, open Settings > Integrations > your integration, switch on "Service points" and choose the carriers.', 'sendcloud-service-points' )
			)->link( __( 'Integrations in Sendcloud', 'sendcloud-service-points' ), Screens::sendcloud_integrations() );
		}
		if ( [] === $carriers ) {
			return Finding::critical(
				__( 'Service points are on in Sendcloud, but no carrier is chosen.', 'sendcloud-service-points' ),
				__( 'In Sendcloud, switch on a carrier with service points under Settings > Carriers, then choose it under Settings > Integrations > your integration > Service points.', 'sendcloud-service-points' )
			)->link( __( 'Integrations in Sendcloud', 'sendcloud-service-points' ), Screens::sendcloud_integrations() );
		}
		return Finding::good(
			sprintf(
				/* translators: %s: list of carrier names. */
				__( 'Service points are on for: %s.', 'sendcloud-service-points' ),
				wp_sprintf_l( '%l', array_map( Carriers::name( ... ), $carriers ) )
			)
		);
	}
}
