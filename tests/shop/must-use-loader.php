<?php
/**
 * Plugin Name: Sendcloud Service Points (must-use)
 * Description: Loads the plugin where WooCommerce is absent, for its locator block: its header requires WooCommerce.
 */

declare( strict_types=1 );

$sendcloud_service_points_file = WP_PLUGIN_DIR . '/sendcloud-service-points/sendcloud-service-points.php';
if ( is_file( $sendcloud_service_points_file ) ) {
	require_once $sendcloud_service_points_file;
}
