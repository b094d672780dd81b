<?php
/**
 * Addresses of the screens where things are put right.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics;

use SendcloudServicePoints\Settings\SettingsPage;

final class Screens {

	public static function diagnostics(): string {
		return self::settings( 'shipping', SettingsPage::SECTION ) . '&view=diagnostics';
	}

	public static function plugin_settings(): string {
		return self::settings( 'shipping', SettingsPage::SECTION );
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

	/** @param string $file In wp-admin. */
	public static function wordpress( string $file ): string {
		return admin_url( $file );
	}

	/** Integrations in Sendcloud; each opens with its service points and carriers. */
	public static function sendcloud_integrations(): string {
		return 'https://app.sendcloud.com/v2/settings/integrations/manage';
	}
}
