<?php
/**
 * Fills an installed shop: php seed.php SHOP_FOLDER yes|no (orders in their own tables).
 */

declare( strict_types=1 );

$_SERVER['HTTP_HOST']   = '127.0.0.1';
$_SERVER['REQUEST_URI'] = '/';
require $argv[1] . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/admin.php';
require __DIR__ . '/seed/sendcloud.php';

shop_seed_sendcloud();
if ( ! function_exists( 'WC' ) ) {
	flush_rewrite_rules();
	return;
}

WC_Install::install();
WC_Install::create_pages();
wp_set_current_user( 1 );

require __DIR__ . '/seed/settings.php';
require __DIR__ . '/seed/catalogue.php';
require __DIR__ . '/seed/official.php';
require __DIR__ . '/seed/shipping.php';
require __DIR__ . '/seed/people.php';
require __DIR__ . '/seed/subscriptions.php';

shop_seed_settings( $argv[2] ?? 'yes' );
$shop_class = shop_seed_catalogue();
shop_seed_subscriptions();
shop_seed_official();
shop_seed_shipping( $shop_class );
shop_seed_people();

// Once to see the new post types, once to write their rules.
do_action( 'woocommerce_flush_rewrite_rules' );
flush_rewrite_rules();
