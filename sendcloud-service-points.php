<?php
/**
 * Plugin Name:          Sendcloud Service Points for WooCommerce
 * Description:          Relay-point delivery with Sendcloud: an accessible picker in the block and the classic checkout.
 * Version:              0.1.0
 * Requires at least:    6.7
 * Requires PHP:         8.1
 * Requires Plugins:     woocommerce
 * WC requires at least: 9.9
 * WC tested up to:      10.9
 * License:              GPL-2.0-or-later
 * License URI:          https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:          sendcloud-service-points
 * Domain Path:          /languages
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints;

defined( 'ABSPATH' ) || exit;

// WordPress checks "Requires PHP" only when a plugin is activated; this file alone must parse on older versions.
if ( version_compare( PHP_VERSION, '8.1', '<' ) ) {
	add_action(
		'admin_notices',
		static function (): void {
			if ( current_user_can( 'activate_plugins' ) ) {
				printf(
					'<div class="notice notice-error"><p>%s</p></div>',
					esc_html__( 'Sendcloud Service Points needs PHP 8.1 or newer. Ask your host to update PHP.', 'sendcloud-service-points' )
				);
			}
		}
	);
	return;
}

require_once __DIR__ . '/includes/Autoloader.php';

Autoloader::register( __NAMESPACE__ . '\\', __DIR__ . '/includes/' );
( new Plugin( __FILE__ ) )->register();
