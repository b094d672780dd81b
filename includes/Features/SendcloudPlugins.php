<?php
/**
 * Beside a plugin of Sendcloud's own, or in its place.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Features;

use SendcloudServicePoints\SendcloudPlugins\AdminButton;
use SendcloudServicePoints\SendcloudPlugins\CompanionMode;
use SendcloudServicePoints\SendcloudPlugins\Connection\Connection;
use SendcloudServicePoints\SendcloudPlugins\Connection\ConnectionNotices;
use SendcloudServicePoints\SendcloudPlugins\Connection\ConnectionRoutes;
use SendcloudServicePoints\SendcloudPlugins\Connection\MethodCreation;
use SendcloudServicePoints\SendcloudPlugins\Connection\MethodSwitch;
use SendcloudServicePoints\SendcloudPlugins\DynamicCheckoutNotice;
use SendcloudServicePoints\SendcloudPlugins\Migration\ConversionScreen;
use SendcloudServicePoints\SendcloudPlugins\Migration\ConvertMethodsCommand;
use SendcloudServicePoints\SendcloudPlugins\Migration\MethodConversion;
use SendcloudServicePoints\Shipping\Zones\ZoneRepair;
use SendcloudServicePoints\Shipping\Zones\Zones;
use SendcloudServicePoints\Support\Trigger;

final class SendcloudPlugins extends Feature {

	public function register(): void {
		$official = $this->services->official_plugin();
		if ( $official->is_active() ) {
			( new CompanionMode( $official ) )->register();
		} else {
			Trigger::on(
				[ 'woocommerce_shipping_service_point_v2_shipping_method_is_available', 'woocommerce_shipping_service_point_shipping_method_is_available' ],
				static fn () => ( new MethodSwitch( new Connection() ) )->register()
			);
		}
	}

	public function register_admin(): void {
		$official = $this->services->official_plugin();
		add_action( 'admin_notices', [ AdminButton::class, 'render_message' ] );
		( new ConversionScreen( new MethodConversion() ) )->register();
		if ( $official->is_dynamic_checkout_active() ) {
			( new DynamicCheckoutNotice() )->register();
		}
		if ( ! $official->is_active() ) {
			( new ConnectionNotices( new Connection(), $this->creation() ) )->register();
		}
	}

	public function register_routes(): void {
		if ( ! $this->services->official_plugin()->is_active() ) {
			( new ConnectionRoutes( new Connection(), $this->creation() ) )->register_routes();
		}
	}

	public function register_commands(): void {
		( new ConvertMethodsCommand( new MethodConversion() ) )->register();
	}

	private function creation(): MethodCreation {
		$zones = new Zones( $this->services->rates(), $this->services->method_settings() );
		return new MethodCreation( new Connection(), $this->services->settings(), $this->services->rates(), new ZoneRepair( $zones ) );
	}
}
