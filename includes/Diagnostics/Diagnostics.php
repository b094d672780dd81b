<?php
/**
 * Composes the diagnostics; the checks themselves only when somebody asks.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics;

use SendcloudServicePoints\Cli\DoctorCommand;
use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Rest\VisitorLimit;
use SendcloudServicePoints\Sendcloud\Integrations;
use SendcloudServicePoints\Sendcloud\ServicePointSource;
use SendcloudServicePoints\Sendcloud\Transport;
use SendcloudServicePoints\Settings\ExportSettings;
use SendcloudServicePoints\Settings\Settings;
use SendcloudServicePoints\Shipping\MethodNames;
use SendcloudServicePoints\Shipping\MethodSettings;
use SendcloudServicePoints\Shipping\RelayRates;
use SendcloudServicePoints\Support\Assets;
use SendcloudServicePoints\Support\Logger;
use SendcloudServicePoints\Support\OfficialPlugin;
use SendcloudServicePoints\Support\SharedCache;

final class Diagnostics {

	public function __construct(
		private readonly Settings $settings,
		private readonly Transport $transport,
		private readonly ServicePointSource $source,
		private readonly Assets $assets,
	) {}

	public function register(): void {
		$checkup = new Checkup( $this->checks( ... ), new Logger() );
		$facts   = new Facts( $this->settings );
		$report  = new Report( $checkup, $facts );
		$mount   = new Mount( $facts, $this->assets );

		( new DiagnosticsController( $checkup, $report ) )->register();
		( new FallbacksController( new Fallbacks(), new VisitorLimit( new SharedCache( 'fallbacks', 64 ) ) ) )->register();
		( new SiteHealth( $checkup, $facts ) )->register();
		( new StatusReport( $checkup, $facts ) )->register();
		( new DoctorCommand( $checkup ) )->register();
		( new DiagnosticsPage( $mount ) )->register();
		( new Onboarding( $this->settings, new RelayRates( new MethodSettings(), new MethodNames() ), $mount ) )->register();
		( new SelfTest( $this->assets ) )->register();
	}

	/** @return list<Check> Those of the same run share what they ask. */
	private function checks(): array {
		$account  = new Account( new Integrations( $this->transport, $this->settings ) );
		$methods  = new MethodSettings();
		$rates    = new RelayRates( $methods, new MethodNames() );
		$zones    = new Zones( $rates, $methods );
		$orders   = new RecentOrders( $rates );
		$loopback = new Loopback();

		return [
			new Checks\CredentialsCheck( $account ),
			new Checks\ServicePointsCheck( $account ),
			new Checks\MethodCarriersCheck( $account, $zones ),
			new Checks\OrderImportCheck( $account, new ExportSettings( new OfficialPlugin() ) ),
			new Checks\AccountStepsCheck(),
			new Checks\ShopOnlineCheck( $loopback ),
			new Checks\AddressCheck( wp_get_environment_type() ),
			new Checks\PermalinksCheck(),
			new Checks\PaymentCheck(),
			new Checks\CheckoutPageCheck(),
			new Checks\ThemeTemplatesCheck(),
			new Checks\ForeignCallbacksCheck(),
			new Checks\OwnHooksCheck(),
			new Checks\OfficialPluginCheck(),
			new Checks\RivalPluginsCheck( $rates ),
			new Checks\OptimizersCheck( $loopback ),
			new Checks\PageCacheCheck( $loopback ),
			new Checks\ZonesCheck( $zones, new ZoneRepair( $zones ) ),
			new Checks\PointsCheck( $zones, $this->source ),
			new Checks\OrdersWithoutPointCheck( $orders, new OrderServicePoints() ),
			new Checks\OrderStatusesCheck( $orders ),
			new Checks\RestApiCheck( $loopback ),
			new Checks\ContentSecurityPolicyCheck( $loopback, $this->settings, $this->assets ),
			new Checks\FallbacksCheck( new Fallbacks(), $this->settings ),
			new Checks\ObjectCacheCheck(),
			new Checks\VersionsCheck(),
		];
	}
}
