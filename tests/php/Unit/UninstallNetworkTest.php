<?php
/**
 * The plugin is deleted from a network of sites. Played without WordPress, which is one site in the other tests.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Unit;

use PHPUnit\Framework\TestCase;

/**
 * @runTestsInSeparateProcesses
 * @preserveGlobalState disabled
 */
final class UninstallNetworkTest extends TestCase {

	public function test_every_site_is_cleared(): void {
		require __DIR__ . '/network/sites.php';
		$GLOBALS['network_options'] = [
			1 => [ 'sendcloud_service_points_public_key', 'blogname' ],
			2 => [ 'blogname', '_transient_sendcloud_service_points_x', 'woocommerce_sendcloud_service_point_closed_settings' ],
			3 => [ 'sendcloudshipping_v2_service_point_v2_shipping_method_7_settings', 'sendcloud_service_points_connection', 'blogname' ],
		];

		require dirname( __DIR__, 3 ) . '/uninstall.php';

		self::assertSame( array_fill( 1, 3, [ 'blogname' ] ), $GLOBALS['network_options'] );
	}
}
