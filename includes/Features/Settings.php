<?php
/**
 * The section of the plugin in WooCommerce's settings.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Features;

use SendcloudServicePoints\Admin\AdminOptions;
use SendcloudServicePoints\Admin\ConnectionTestController;
use SendcloudServicePoints\Admin\SettingsPage;
use SendcloudServicePoints\Emails\EmailHooks;
use SendcloudServicePoints\SendcloudPlugins\AdminButton;
use SendcloudServicePoints\SendcloudPlugins\Connection\Connection;
use SendcloudServicePoints\Settings\Settings as Options;
use SendcloudServicePoints\Support\Trigger;

final class Settings extends Feature {

	public function register(): void {
		$services = $this->services;
		// In wp-admin, and in the REST API for the settings of a shop.
		Trigger::on(
			[ 'woocommerce_get_sections_shipping', 'woocommerce_get_settings_shipping' ],
			static fn () => ( new SettingsPage( $services->settings(), $services->assets() ) )->register()
		);
	}

	public function register_admin(): void {
		$services = $this->services;
		Trigger::on(
			[ 'update_option_' . Options::PUBLIC_KEY, 'update_option_' . Options::SECRET_KEY, 'update_option_' . Options::AUTHENTICATION ],
			static fn () => $services->token()->forget()
		);
		( new AdminOptions(
			static fn (): array => [
				...Connection::ADMIN_OPTIONS,
				Options::MAP_STYLE_URL,
				...EmailHooks::SETTINGS,
				'_transient_' . AdminButton::message_key(),
				'_transient_timeout_' . AdminButton::message_key(),
			]
		) )->register();
	}

	public function register_routes(): void {
		( new ConnectionTestController( $this->services->integrations(), $this->services->authorization() ) )->register_routes();
	}
}
