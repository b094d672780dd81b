<?php
/**
 * Installs WordPress in an assembled shop: php install.php SHOP_FOLDER.
 */

declare( strict_types=1 );

define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = '127.0.0.1';
require $argv[1] . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

// A SQLite file starts empty; a database server may hold the shop of the last start.
foreach ( $wpdb->get_col( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $wpdb->prefix ) . '%' ) ) as $shop_table ) {
	$wpdb->query( "DROP TABLE `{$shop_table}`" ); // phpcs:ignore WordPress.DB
}

wp_install( 'Relay Test Shop', 'admin', 'admin@example.com', false, '', 'password' );
foreach ( get_posts( 'post_type=any&post_status=any' ) as $shop_sample ) {
	wp_delete_post( $shop_sample->ID, true );
}
update_option( 'permalink_structure', '/%postname%/' );
update_option( 'timezone_string', 'Europe/Amsterdam' );
update_option( 'blogdescription', 'Nothing here is for sale' );
update_option(
	'active_plugins',
	array_values(
		array_filter(
			[ 'sendcloud-connected-shipping/sendcloud-connected-shipping.php', 'sendcloud-shipping/sendcloud-shipping.php', 'woocommerce-subscriptions/woocommerce-subscriptions.php', 'sendcloud-service-points/sendcloud-service-points.php', 'woocommerce/woocommerce.php' ],
			// Without WooCommerce our plugin is a must-use plugin: its header requires WooCommerce.
			static fn ( $plugin ) => is_file( WP_PLUGIN_DIR . '/' . $plugin ) && is_dir( WP_PLUGIN_DIR . '/woocommerce' )
		)
	)
);
