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

		$GLOBALS['network_uploads'] = sys_get_temp_dir() . '/' . uniqid( 'uploads' );
		foreach ( [ '2/sendcloud-service-points/dhl-1a2b3c4d.svg', '3/sendcloud-service-points/somebody.txt', '3/other/dhl.svg' ] as $file ) {
			is_dir( dirname( "{$GLOBALS['network_uploads']}/$file" ) ) || mkdir( dirname( "{$GLOBALS['network_uploads']}/$file" ), 0777, true );
			touch( "{$GLOBALS['network_uploads']}/$file" );
		}

		require dirname( __DIR__, 3 ) . '/uninstall.php';

		self::assertSame(
			[ '3/other/dhl.svg', '3/sendcloud-service-points/somebody.txt' ],
			array_map( static fn ( string $file ): string => substr( $file, strlen( "{$GLOBALS['network_uploads']}/" ) ), (array) glob( "{$GLOBALS['network_uploads']}/*/*/*" ) )
		);
		self::assertDirectoryDoesNotExist( "{$GLOBALS['network_uploads']}/2/sendcloud-service-points" );

		self::assertSame( array_fill( 1, 3, [ 'blogname' ] ), $GLOBALS['network_options'] );
	}
}
