<?php
/**
 * What is left of the plugin once it is deleted.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

use WC_Order;
use WC_Shipping_Zone;

/**
 * @runTestsInSeparateProcesses
 * @preserveGlobalState disabled
 */
final class UninstallTest extends TestCase {

	private const METHOD = 'sendcloudshipping_v2_service_point_v2_shipping_method_99_settings';

	public function test_options_and_what_was_remembered_go_and_orders_keep_their_points(): void {
		$this->rest(
			'GET',
			'/sendcloud-service-points/v1/service-points',
			[
				'country' => 'NL',
				'address' => 'Eindhoven',
			]
		);
		$order = wc_create_order();
		self::assertInstanceOf( WC_Order::class, $order );
		$order->update_meta_data( '_sendcloud_service_point_id', '1000001' );
		$order->save();
		update_option( 'sendcloud_connected_shipping', 'of another plugin' );
		self::assertNotSame( '0', $this->rows( '%sendcloud_service_points_%' ) );
		$folder = wp_get_upload_dir()['basedir'] . '/sendcloud-service-points';
		wp_mkdir_p( $folder );
		file_put_contents( "$folder/dhl-1a2b3c4d.svg", '<svg/>' );
		file_put_contents( "$folder/.htaccess", '' );
		foreach ( [ 'sendcloud-service-points', 'sendcloud-service-points-checks', 'of another plugin' ] as $group ) {
			as_schedule_single_action( time(), 'something', [], $group );
		}

		$this->uninstall();

		self::assertSame( '0', $this->rows( '%sendcloud_service_points_%' ) );
		self::assertDirectoryDoesNotExist( $folder );
		self::assertFalse( get_option( 'sendcloud_service_points_secret_key' ) );
		self::assertSame( '1000001', $this->reload( $order )->get_meta( '_sendcloud_service_point_id' ) );
		self::assertCount( 1, as_get_scheduled_actions( [ 'hook' => 'something' ] ), 'The other plugin\'s.' );
		self::assertSame( 'of another plugin', get_option( 'sendcloud_connected_shipping' ) );
	}

	public function test_the_settings_of_its_mail_and_of_its_methods_go(): void {
		update_option( 'woocommerce_sendcloud_service_point_closed_settings', [ 'enabled' => 'no' ] );
		update_option( self::METHOD, [ 'cost' => '4.50' ] );
		update_option( 'woocommerce_flat_rate_99_settings', [ 'cost' => '5' ] );
		update_option( 'sendcloudshipping_service_point_script', 'of Sendcloud\'s plugin' );
		$zone   = new WC_Shipping_Zone( 0 );
		$ours   = $zone->add_shipping_method( 'service_point_v2_shipping_method' );
		$theirs = $zone->add_shipping_method( 'flat_rate' );

		$this->uninstall();

		self::assertFalse( get_option( 'woocommerce_sendcloud_service_point_closed_settings' ) );
		self::assertFalse( get_option( self::METHOD ) );
		self::assertSame( [ 'cost' => '5' ], get_option( 'woocommerce_flat_rate_99_settings' ) );
		self::assertSame( 'of Sendcloud\'s plugin', get_option( 'sendcloudshipping_service_point_script' ) );
		$methods = array_column( ( new WC_Shipping_Zone( 0 ) )->get_shipping_methods(), 'instance_id' );
		self::assertContains( $theirs, $methods );
		self::assertNotContains( $ours, $methods );
	}

	public function test_methods_stay_for_a_plugin_of_sendclouds_that_is_still_there(): void {
		update_option( self::METHOD, [ 'cost' => '4.50' ] );
		$folder = WP_PLUGIN_DIR . '/' . uniqid( 'renamed' );
		wp_mkdir_p( $folder );
		file_put_contents( "$folder/sendcloud-connected-shipping.php", "<?php\n/*\nPlugin Name: Stands for Sendcloud's\n*/\n" );
		try {
			$this->uninstall();
		} finally {
			unlink( "$folder/sendcloud-connected-shipping.php" );
			rmdir( $folder );
		}
		self::assertSame( [ 'cost' => '4.50' ], get_option( self::METHOD ) );
	}

	private function uninstall(): void {
		define( 'WP_UNINSTALL_PLUGIN', 'sendcloud-service-points/sendcloud-service-points.php' );
		require dirname( __DIR__, 3 ) . '/uninstall.php';
	}

	private function rows( string $pattern ): ?string {
		global $wpdb;
		return $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM {$wpdb->options} WHERE option_name LIKE %s", $pattern ) );
	}
}
