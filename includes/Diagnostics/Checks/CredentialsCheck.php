<?php
/**
 * Does Sendcloud accept the keys?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Diagnostics\Probes\Account;
use SendcloudServicePoints\Diagnostics\Remote;
use SendcloudServicePoints\Sendcloud\SendcloudException;

final class CredentialsCheck implements Remote {

	public function __construct( private readonly Account $account ) {}

	public function id(): string {
		return 'credentials';
	}

	public function title(): string {
		return __( 'Connection to Sendcloud', 'sendcloud-service-points' );
	}

	public function group(): Group {
		return Group::Sendcloud;
	}

	public function run(): Finding {
		try {
			$this->account->integrations();
		} catch ( SendcloudException $exception ) {
			return Finding::critical( __( 'The shop has no connection to Sendcloud.', 'sendcloud-service-points' ), $exception->merchant_message() )
				->with( [ $exception->getMessage() ] )
				->link( __( 'Keys', 'sendcloud-service-points' ), Screens::plugin_settings() )
				->link( __( 'Integrations in Sendcloud', 'sendcloud-service-points' ), Screens::sendcloud_integrations() );
		}
		return Finding::good( __( 'Sendcloud answers and accepts the keys.', 'sendcloud-service-points' ) );
	}
}
