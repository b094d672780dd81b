<?php
/**
 * Composes the diagnostics; the checks themselves only when somebody asks.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics;

use SendcloudServicePoints\Diagnostics\Checks\CredentialsCheck;
use SendcloudServicePoints\Sendcloud\Integrations;
use SendcloudServicePoints\Sendcloud\ServicePointSource;
use SendcloudServicePoints\Sendcloud\Transport;
use SendcloudServicePoints\Settings\Settings;
use SendcloudServicePoints\Support\Logger;

final class Diagnostics {

	public function __construct(
		private readonly Settings $settings,
		private readonly Transport $transport,
		private readonly ServicePointSource $source,
	) {}

	public function register(): void {
		$checkup = new Checkup( $this->checks( ... ), new Logger() );
		$report  = new Report( $checkup, new Facts( $this->settings ) );

		( new DiagnosticsController( $checkup, $report ) )->register();
	}

	/** @return list<Check> Those of the same run share what they ask. */
	private function checks(): array {
		$account = new Account( new Integrations( $this->transport, $this->settings ) );
		return [
			new CredentialsCheck( $account ),
		];
	}
}
