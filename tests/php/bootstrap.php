<?php
/**
 * Unit tests run without WordPress. Integration tests run inside an assembled shop, named by the environment.
 *
 * @see tests/setup/run-integration.ts
 */

declare( strict_types=1 );
use SendcloudServicePoints\Tests\Integration\Clock;

require dirname( __DIR__, 2 ) . '/vendor/autoload.php';

if ( false !== getenv( 'SHOP_PATH' ) ) {
	// What a web server would say.
	$_SERVER['HTTP_HOST']      = '127.0.0.1';
	$_SERVER['SERVER_NAME']    = '127.0.0.1';
	$_SERVER['REQUEST_URI']    = '/';
	$_SERVER['REQUEST_METHOD'] = 'GET';
	$_SERVER['REMOTE_ADDR']    = '127.0.0.1';

	// Each test is one transaction: WooCommerce's own would commit it.
	define( 'WC_USE_TRANSACTIONS', false );

	// PHP looks a function up once: the tests' time() has to be there before the plugin first asks for it.
	class_exists( Clock::class );

	require getenv( 'SHOP_PATH' ) . '/wp-load.php';

	require __DIR__ . '/Integration/play-wp-admin.php';

	// PHPUnit has printed by now, so no cookie can be sent.
	add_filter( 'woocommerce_set_cookie_enabled', '__return_false' );
}
