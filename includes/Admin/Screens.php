<?php
/**
 * Addresses of the screens where things are put right.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Admin;

use Automattic\WooCommerce\Utilities\OrderUtil;
use SendcloudServicePoints\Sendcloud\Integration;
use SendcloudServicePoints\Settings\Settings;

final class Screens {

	private const DIAGNOSTICS = 'diagnostics';

	public static function diagnostics(): string {
		return self::settings( 'shipping', Settings::SECTION ) . '&view=' . self::DIAGNOSTICS;
	}

	/**
	 * Whether this request shows the diagnostics.
	 *
	 * @param mixed $section WooCommerce's name of the section on this screen.
	 */
	public static function is_diagnostics( mixed $section ): bool {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- Chooses what is shown, changes nothing.
		return Settings::SECTION === $section && self::DIAGNOSTICS === ( $_GET['view'] ?? '' );
	}

	/** Whether this request shows the section of our settings, and not its diagnostics. */
	public static function is_settings(): bool {
		global $current_section;
		return Settings::SECTION === $current_section && ! self::is_diagnostics( $current_section );
	}

	public static function plugin_settings(): string {
		return self::settings( 'shipping', Settings::SECTION );
	}

	/** A tab of WooCommerce > Settings. */
	public static function settings( string $tab, string $section = '' ): string {
		return admin_url( "admin.php?page=wc-settings&tab={$tab}" . ( '' === $section ? '' : "&section={$section}" ) );
	}

	/** A shipping zone; 0 is the rest of the world. */
	public static function zone( int $zone_id ): string {
		return self::settings( 'shipping' ) . "&zone_id={$zone_id}";
	}

	public static function log(): string {
		return admin_url( 'admin.php?page=wc-status&tab=logs&view=list_files&source=sendcloud-service-points' );
	}

	public static function orders(): string {
		return self::wordpress( OrderUtil::custom_orders_table_usage_is_enabled() ? 'admin.php?page=wc-orders' : 'edit.php?post_type=shop_order' );
	}

	/** @param string $file In wp-admin. */
	public static function wordpress( string $file ): string {
		return admin_url( $file );
	}

	/** The checkout with the self-test on it. */
	public static function self_test(): string {
		return add_query_arg( 'sendcloud-self-test', '1', wc_get_checkout_url() );
	}

	/** Each integration opens with its service points and carriers. */
	public static function sendcloud_integrations(): string {
		return self::sendcloud( 'integrations/manage' );
	}

	public static function sendcloud_integration( Integration $integration ): string {
		return self::sendcloud( "integrations/{$integration->type}/{$integration->id}" );
	}

	/** @param string $path Below the settings of the panel. */
	public static function sendcloud( string $path ): string {
		return "https://app.sendcloud.com/v2/settings/{$path}";
	}
}
