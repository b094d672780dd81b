<?php
/**
 * What is left of the plugin once it is deleted.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

final class UninstallTest extends TestCase {

	/**
	 * @runInSeparateProcess
	 * @preserveGlobalState disabled
	 */
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
		self::assertInstanceOf( \WC_Order::class, $order );
		$order->update_meta_data( '_sendcloud_service_point_id', '1000001' );
		$order->save();
		update_option( 'sendcloud_connected_shipping', 'of another plugin' );
		self::assertNotSame( '0', $this->rows( '%sendcloud_service_points_%' ) );
		foreach ( [ 'sendcloud-service-points', 'sendcloud-service-points-checks', 'of another plugin' ] as $group ) {
			as_schedule_single_action( time(), 'something', [], $group );
		}

		define( 'WP_UNINSTALL_PLUGIN', 'sendcloud-service-points/sendcloud-service-points.php' );
		require dirname( __DIR__, 3 ) . '/uninstall.php';

		self::assertSame( '0', $this->rows( '%sendcloud_service_points_%' ) );
		self::assertFalse( get_option( 'sendcloud_service_points_secret_key' ) );
		self::assertSame( '1000001', $this->reload( $order )->get_meta( '_sendcloud_service_point_id' ) );
		self::assertCount( 1, as_get_scheduled_actions( [ 'hook' => 'something' ] ), 'The other plugin\'s.' );
		self::assertSame( 'of another plugin', get_option( 'sendcloud_connected_shipping' ) );
	}

	private function rows( string $pattern ): ?string {
		global $wpdb;
		return $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM {$wpdb->options} WHERE option_name LIKE %s", $pattern ) );
	}
}
