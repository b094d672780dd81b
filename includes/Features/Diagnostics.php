<?php
/**
 * "The map does not show, why?": the checks, and every place that shows what they find.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Features;

use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Checks;
use SendcloudServicePoints\Diagnostics\Checkup;
use SendcloudServicePoints\Diagnostics\Live\LiveReport;
use SendcloudServicePoints\Diagnostics\MapFallbacks\Fallbacks;
use SendcloudServicePoints\Diagnostics\MapFallbacks\FallbacksController;
use SendcloudServicePoints\Diagnostics\Probes\Loopback;
use SendcloudServicePoints\Diagnostics\Probes\RecentOrders;
use SendcloudServicePoints\Diagnostics\Probes\SendcloudAccount;
use SendcloudServicePoints\Diagnostics\Probes\SystemFacts;
use SendcloudServicePoints\Diagnostics\Surfaces\AdminMount;
use SendcloudServicePoints\Diagnostics\Surfaces\DiagnosticsController;
use SendcloudServicePoints\Diagnostics\Surfaces\DiagnosticsPage;
use SendcloudServicePoints\Diagnostics\Surfaces\DoctorCommand;
use SendcloudServicePoints\Diagnostics\Surfaces\Onboarding;
use SendcloudServicePoints\Diagnostics\Surfaces\SelfTest;
use SendcloudServicePoints\Diagnostics\Surfaces\SiteHealth;
use SendcloudServicePoints\Diagnostics\Surfaces\StatusReport;
use SendcloudServicePoints\Rest\Visitor;
use SendcloudServicePoints\Rest\VisitorLimit;
use SendcloudServicePoints\Shipping\Zones\ZoneRepair;
use SendcloudServicePoints\Shipping\Zones\Zones;
use SendcloudServicePoints\Support\Counter;

final class Diagnostics extends Feature {

	public function register(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- Shows an overlay to whoever may see it, changes nothing.
		if ( isset( $_GET['sendcloud-self-test'] ) ) {
			( new SelfTest( $this->services->assets() ) )->register();
		}
	}

	public function register_admin(): void {
		$mount = new AdminMount( $this->facts(), $this->services->assets() );
		( new DiagnosticsPage( $mount ) )->register();
		( new Onboarding( $this->services->settings(), $this->services->rates(), $mount ) )->register();
		( new SiteHealth( $this->checkup(), $this->facts() ) )->register();
		( new StatusReport( $this->checkup(), $this->facts() ) )->register();
	}

	public function register_routes(): void {
		( new DiagnosticsController( $this->checkup(), $this->facts() ) )->register_routes();
		( new FallbacksController( new Fallbacks(), new VisitorLimit( new Counter( 'fallbacks' ), new Visitor( $this->services->settings() ) ) ) )->register_routes();
		( new SiteHealth( $this->checkup(), $this->facts() ) )->register_routes();
	}

	public function register_commands(): void {
		( new DoctorCommand( $this->checkup(), new LiveReport( $this->services->transport(), $this->services->settings() ) ) )->register();
	}

	private function facts(): SystemFacts {
		return new SystemFacts( $this->services->settings() );
	}

	private function checkup(): Checkup {
		return new Checkup( $this->checks( ... ), $this->services->logger() );
	}

	/** @return list<Check> Those of the same run share what they ask. */
	private function checks(): array {
		$account  = new SendcloudAccount( $this->services->integrations() );
		$methods  = $this->services->method_settings();
		$rates    = $this->services->rates();
		$zones    = new Zones( $rates, $methods );
		$orders   = new RecentOrders( $rates );
		$loopback = new Loopback();

		return [
			new Checks\CredentialsCheck( $account, $this->services->authorization() ),
			new Checks\RequestsCheck( $this->services->budget() ),
			new Checks\ServicePointsCheck( $account ),
			new Checks\MethodCarriersCheck( $account, $zones, $this->services->source() ),
			new Checks\OrderImportCheck( $account, $this->services->export_settings() ),
			new Checks\AccountStepsCheck(),
			new Checks\ShopOnlineCheck( $loopback ),
			new Checks\AddressCheck( environment: wp_get_environment_type() ),
			new Checks\PermalinksCheck(),
			new Checks\PaymentCheck(),
			new Checks\CheckoutPageCheck(),
			new Checks\TelephoneCheck( $this->services->settings() ),
			new Checks\ThemeTemplatesCheck(),
			new Checks\ForeignCallbacksCheck(),
			new Checks\OwnHooksCheck(),
			new Checks\OfficialPluginCheck( $this->services->official_plugin() ),
			new Checks\RivalPluginsCheck( $rates ),
			new Checks\OptimizersCheck( $loopback ),
			new Checks\PageCacheCheck( $loopback ),
			new Checks\ZonesCheck( $zones, new ZoneRepair( $zones ) ),
			new Checks\PricesCheck( $zones ),
			new Checks\PointsCheck( $zones, $this->services->source() ),
			new Checks\OrdersWithoutPointCheck( $orders, $this->services->order_points() ),
			new Checks\OrderStatusesCheck( $orders ),
			new Checks\RestApiCheck( $loopback ),
			new Checks\VisitorAddressCheck( has_proxy_support: $this->services->settings()->has_proxy_support() ),
			new Checks\ContentSecurityPolicyCheck( $loopback, $this->services->settings(), $this->services->assets() ),
			new Checks\FallbacksCheck( new Fallbacks(), $this->services->settings() ),
			new Checks\ObjectCacheCheck(),
			new Checks\VersionsCheck(),
		];
	}
}
