<?php
/**
 * Does Sendcloud accept the keys?
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
use SendcloudServicePoints\Sendcloud\Authorization;
use SendcloudServicePoints\Sendcloud\SendcloudException;

final class CredentialsCheck extends Check {

	public const ID     = 'credentials';
	public const GROUP  = Group::Sendcloud;
	public const REMOTE = true;

	public function __construct(
		private readonly SendcloudAccount $account,
		private readonly Authorization $authorization,
	) {}

	public function title(): string {
		return __( 'Connection to Sendcloud', 'sendcloud-service-points' );
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
		return Finding::good(
			$this->authorization->is_oauth()
				? __( 'Sendcloud answers and accepts the keys (OAuth 2.0).', 'sendcloud-service-points' )
				: __( 'Sendcloud answers and accepts the keys.', 'sendcloud-service-points' )
		);
	}
}
