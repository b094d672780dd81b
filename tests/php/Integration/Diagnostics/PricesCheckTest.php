<?php
/**
 * Delivery to a service point that is given away, or hidden because of its price.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Diagnostics;

use WC_Shipping_Zones;

final class PricesCheckTest extends DiagnosticsTestCase {

	public function test_free_shipping_without_an_amount_is_found(): void {
		self::assert_found( 'good', 'by mistake', $this->diagnose( 'prices' ) );

		$this->set( [ 'free_shipping_enabled' => 'yes', 'free_shipping_min_amount' => '' ] ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
		$result = $this->diagnose( 'prices' );
		self::assert_found( 'recommended', 'Germany: Service Point Delivery', $result );
		self::assertStringContainsString( 'zone_id=', $result['links'][0]['url'] );

		$this->set( [ 'free_shipping_min_amount' => '40' ] );
		self::assertSame( 'good', $this->diagnose( 'prices' )['status'] );
	}

	public function test_rates_that_woocommerce_hides_are_explained(): void {
		update_option( 'woocommerce_shipping_hide_rates_when_free', 'yes' );
		self::assert_found( 'info', 'whenever free shipping is available', $this->diagnose( 'prices' ) );
	}

	/** @param array<string, string> $settings */
	private function set( array $settings ): void {
		foreach ( WC_Shipping_Zones::get_zones() as $zone ) {
			foreach ( 'Germany' === $zone['zone_name'] ? $zone['shipping_methods'] : [] as $method ) {
				if ( 'service_point_v2_shipping_method' === $method->id ) {
					update_option( $method->get_instance_option_key(), $settings + get_option( $method->get_instance_option_key() ) );
				}
			}
		}
	}
}
