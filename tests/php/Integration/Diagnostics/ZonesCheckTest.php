<?php
/**
 * Zones without the method, and their repair with one click.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Diagnostics;

use WC_Cache_Helper;
use WC_Shipping_Method;
use WC_Shipping_Zone;
use WC_Shipping_Zones;

final class ZonesCheckTest extends DiagnosticsTestCase {

	private const METHOD = 'service_point_v2_shipping_method';

	public function test_the_matrix_names_zone_countries_and_carriers(): void {
		$result = $this->diagnose( 'zones' );
		self::assert_found( 'good', 'Netherlands and Belgium (NL, BE): Service Point Delivery, enabled, postnl, dhl', $result );
		self::assertStringContainsString( 'Austria', (string) end( $result['details'] ), 'Countries in no zone.' );
		self::assertNull( $result['fix_action'] );
	}

	public function test_the_matrix_says_why_each_method_is_for_service_points_or_not(): void {
		$lines = $this->diagnose( 'zones' )['details'];
		self::assertContains( "France (FR): Service Point Delivery, enabled, all carriers, recognised as Sendcloud's own method", $lines );
		self::assertContains( 'Spain (ES): Livraison en point relais, enabled, all carriers, recognised by its name', $lines );
		self::assertContains( 'Italy (IT): Ritiro, enabled, all carriers, set to "Always"', $lines );

		$instance = array_key_last( $this->zone( 'Spain' )->get_shipping_methods() );
		update_option( "woocommerce_flat_rate_{$instance}_settings", [ 'sendcloud_service_points' => 'never' ] + get_option( "woocommerce_flat_rate_{$instance}_settings" ) );
		$never = 'Spain (ES): Livraison en point relais, without service points, set to "Never"';
		self::assert_found( 'recommended', $never, $this->diagnose( 'zones' ) );
		self::assertContains( $never, array_merge( ...array_column( $this->answer( 'GET', '/report' )['checks'], 'details' ) ) );
		$test = apply_filters( 'site_status_tests', [ 'async' => [] ] )['async']['sendcloud_service_points_zones']['async_direct_test']();
		self::assertStringContainsString( 'set to &quot;Never&quot;', $test['description'] );
	}

	public function test_a_zone_without_the_method_gets_it_at_the_price_of_another(): void {
		$this->remove( 'Germany' );
		$result = $this->diagnose( 'zones' );
		self::assert_found( 'recommended', 'Germany (DE): no method', $result );
		self::assertStringContainsString( 'zone_id=' . $this->zone( 'Germany' )->get_id(), $result['links'][0]['url'] );
		self::assertSame( 'good', $this->fix( 'zones' )['status'] );
		$methods = $this->relays( 'Germany' );
		self::assertCount( 1, $methods );
		self::assertSame( '3.90', reset( $methods )->get_option( 'cost' ) );

		$this->fill_cart();
		$this->ship_to( 'DE', '10178', 'Berlin' );
		self::assertSame( self::METHOD, $this->rate( self::METHOD )->get_method_id(), 'Shoppers get it.' );
	}

	public function test_every_country_where_carriers_of_sendcloud_have_service_points_counts(): void {
		$zone = new WC_Shipping_Zone();
		$zone->set_zone_name( 'Abroad' );
		foreach ( [ 'IE', 'CH', 'HU', 'US' ] as $country ) {
			$zone->add_location( $country, 'country' );
		}
		$zone->save();
		$zone->add_shipping_method( 'flat_rate' );
		self::assert_found( 'recommended', 'Abroad (IE, CH, HU): no method', $this->diagnose( 'zones' ) );
		self::assertSame( 'good', $this->fix( 'zones' )['status'] );
		self::assertCount( 1, $this->relays( 'Abroad' ) );
	}

	public function test_a_disabled_method_is_enabled_and_keeps_its_settings(): void {
		global $wpdb;
		$before = $this->relays( 'Germany' );
		$wpdb->update( "{$wpdb->prefix}woocommerce_shipping_zone_methods", [ 'is_enabled' => 0 ], [ 'instance_id' => reset( $before )->instance_id ] );
		self::assert_found( 'recommended', 'Service Point Delivery, disabled', $this->diagnose( 'zones' ) );
		self::assertSame( 'good', $this->fix( 'zones' )['status'] );
		$after = $this->relays( 'Germany' );
		self::assertSame( array_keys( $before ), array_keys( $after ) );
		self::assertSame( 'yes', reset( $after )->enabled );
	}

	public function test_a_shop_without_the_method_anywhere_gets_it_without_a_price(): void {
		$this->remove( 'France', 'Netherlands and Belgium', 'Germany' );
		foreach ( [ 'Spain', 'Italy' ] as $name ) {
			$this->zone( $name )->delete();
		}
		self::assert_found( 'critical', 'No shipping zone', $this->diagnose( 'zones' ) );
		$result = $this->fix( 'zones' );
		// What service points shall cost, nobody but the merchant knows.
		self::assert_found( 'critical', 'has a price', $result );
		self::assertCount( 1, $this->relays( 'France' ) );
	}

	public function test_a_shop_without_zones_gets_one_for_its_own_country(): void {
		foreach ( WC_Shipping_Zones::get_zones() as $zone ) {
			( new WC_Shipping_Zone( $zone['zone_id'] ) )->delete();
		}
		self::assertSame( 'critical', $this->diagnose( 'zones' )['status'] );
		$this->fix( 'zones' );
		self::assertCount( 1, $this->relays( 'France' ) );
	}

	public function test_only_a_shop_manager_repairs(): void {
		$this->remove( 'Germany' );
		wp_set_current_user( 0 );
		self::assertSame( 401, $this->rest( 'POST', self::ROUTE . '/zones/fix' )->get_status() );
		self::assertSame( [], $this->relays( 'Germany' ) );
	}

	private function zone( string $name ): WC_Shipping_Zone {
		return new WC_Shipping_Zone( (int) array_column( WC_Shipping_Zones::get_zones(), 'zone_id', 'zone_name' )[ $name ] );
	}

	/** @return array<int, WC_Shipping_Method> */
	private function relays( string $name ): array {
		return array_filter( $this->zone( $name )->get_shipping_methods(), static fn ( WC_Shipping_Method $method ): bool => self::METHOD === $method->id );
	}

	private function remove( string ...$names ): void {
		foreach ( $names as $name ) {
			foreach ( array_keys( $this->relays( $name ) ) as $instance ) {
				$this->zone( $name )->delete_shipping_method( $instance );
			}
		}
		WC_Cache_Helper::get_transient_version( 'shipping', true );
	}
}
