<?php
/**
 * Which rates need a service point.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Shipping;

use SendcloudServicePoints\SendcloudPlugins\Connection\Connection;
use SendcloudServicePoints\SendcloudPlugins\Connection\MethodCreation;
use SendcloudServicePoints\Settings\Settings;
use SendcloudServicePoints\Shipping\MethodNames;
use SendcloudServicePoints\Shipping\MethodSettings;
use SendcloudServicePoints\Shipping\RelayRates;
use SendcloudServicePoints\Shipping\Zones\ZoneRepair;
use SendcloudServicePoints\Shipping\Zones\Zones;
use SendcloudServicePoints\Tests\Integration\TestCase;
use WC_Shipping_Rate;
use WC_Shipping_Zone;
use WC_Shipping_Zones;

final class RelayRatesTest extends TestCase {

	private function rates_service(): RelayRates {
		return new RelayRates( new MethodSettings(), new MethodNames() );
	}

	/** @return array<string, bool> Label => needs a point. */
	private function needs( string $country ): array {
		$this->fill_cart();
		$this->ship_to( $country, '1000', 'Town' );
		$needs = [];

		foreach ( $this->rates() as $rate ) {
			$needs[ $rate->get_label() ] = sendcloud_service_points_rate_needs_point( $rate );
		}

		return $needs;
	}

	public function test_a_rate_is_recognised_by_its_method(): void {
		self::assertSame(
			[
				'Home delivery'          => false,
				'Service Point Delivery' => true,
			],
			$this->needs( 'FR' )
		);
	}

	public function test_a_rate_is_recognised_by_its_name(): void {
		self::assertSame(
			[
				'Home delivery'             => false,
				'Livraison en point relais' => true,
			],
			$this->needs( 'ES' )
		);
	}

	public function test_the_methods_of_dynamic_checkout_keep_their_own_map(): void {
		$rate = new WC_Shipping_Rate( 'sc_service_point:1', 'Service Point Delivery', '4', [], 'sc_service_point', 1 );

		self::assertFalse( sendcloud_service_points_rate_needs_point( $rate ) );
	}

	public function test_a_rate_is_recognised_by_its_setting(): void {
		self::assertSame(
			[
				'Home delivery' => false,
				'Ritiro'        => true,
			],
			$this->needs( 'IT' )
		);
	}

	public function stored(): array {
		return [
			'before there was one'        => [ [], 'Point relais', true ],
			'before, another name'        => [ [], 'Home delivery', false ],
			'the check box, ticked'       => [ [ 'sendcloud_service_points' => 'yes' ], 'Home delivery', true ],
			// Stored by every save of the form, whether the merchant thought of it or not.
			'the check box, unticked'     => [ [ 'sendcloud_service_points' => 'no' ], 'Point relais', true ],
			'the check box, unticked too' => [ [ 'sendcloud_service_points' => 'no' ], 'Home delivery', false ],
			'never, whatever its name'    => [ [ 'sendcloud_service_points' => 'never' ], 'Point relais', false ],
			'anything else'               => [ [ 'sendcloud_service_points' => [ 'never' ] ], 'Point relais', true ],
		];
	}

	/**
	 * @dataProvider stored
	 * @param array<string, mixed> $settings
	 */
	public function test_the_merchant_decides_or_leaves_it_to_the_name( array $settings, string $title, bool $is_relay ): void {
		$instance = $this->only_home_delivery();
		update_option( "woocommerce_flat_rate_{$instance}_settings", [ 'title' => $title ] + $settings );

		self::assertSame( $is_relay, sendcloud_service_points_rate_needs_point( new WC_Shipping_Rate( "flat_rate:{$instance}", $title, '5', [], 'flat_rate', $instance ) ) );
		self::assertSame( $is_relay, $this->rates_service()->is_relay( 'flat_rate', $instance ) );
		self::assertSame( $is_relay, $this->rates_service()->can_exist() );
	}

	public function test_never_beats_a_label_that_others_gave_the_rate(): void {
		$instance = $this->only_home_delivery();
		update_option(
			"woocommerce_flat_rate_{$instance}_settings",
			[
				'title' => 'Ritiro in negozio',
				'sendcloud_service_points' => 'never',
			]
		);

		self::assertFalse( sendcloud_service_points_rate_needs_point( new WC_Shipping_Rate( "flat_rate:{$instance}", 'Point relais', '0', [], 'flat_rate', $instance ) ) );
	}

	public function test_an_order_of_a_method_that_never_needs_a_point_needs_none(): void {
		$this->fill_cart();
		$this->ship_to( 'ES', '28013', 'Madrid' );
		$rate = $this->rate( 'Livraison en point relais' );
		update_option( "woocommerce_flat_rate_{$rate->get_instance_id()}_settings", [ 'sendcloud_service_points' => 'never' ] + get_option( "woocommerce_flat_rate_{$rate->get_instance_id()}_settings" ) );
		WC()->session->set( 'shipping_for_package_0', null );
		$this->choose( $this->rate( 'Livraison en point relais' ) );
		$order = $this->order();

		self::assertSame( '', $order->get_meta( '_sendcloud_service_point_status' ) );
		$order->update_status( 'pending' );
		$this->fill_payment_form( $order );
		do_action( 'woocommerce_before_pay_action', $order ); // phpcs:ignore WordPress.NamingConventions
		self::assertSame( 0, wc_notice_count( 'error' ), 'It can be paid.' );
	}

	public function test_a_zone_whose_lookalike_never_needs_a_point_gets_the_method(): void {
		$creation = fn (): array => array_map(
			static fn ( WC_Shipping_Zone $zone ): string => $zone->get_zone_name(),
			( new MethodCreation( new Connection(), new Settings(), $this->rates_service(), new ZoneRepair( new Zones( $this->rates_service(), new MethodSettings() ) ) ) )->zones_without_method()
		);
		self::assertNotContains( 'Spain', $creation() );

		$this->fill_cart();
		$this->ship_to( 'ES', '28013', 'Madrid' );
		$option = "woocommerce_flat_rate_{$this->rate( 'Livraison en point relais' )->get_instance_id()}_settings";
		update_option( $option, [ 'sendcloud_service_points' => 'never' ] + get_option( $option ) );

		self::assertContains( 'Spain', $creation() );
	}

	public function test_what_the_settings_modal_saves_is_what_the_method_does(): void {
		$zone   = new WC_Shipping_Zone( 0 );
		$id     = $zone->add_shipping_method( 'flat_rate' );
		$saved  = function ( string $posted ) use ( $id ): mixed {
			$_REQUEST['instance_id'] = $id;
			$method                  = WC_Shipping_Zones::get_shipping_method( $id );
			$method->set_post_data(
				[
					'woocommerce_flat_rate_title' => 'Point relais',
					'woocommerce_flat_rate_cost'  => '5',
					'woocommerce_flat_rate_sendcloud_service_points' => $posted,
				]
			);
			$method->process_admin_options();
			return get_option( "woocommerce_flat_rate_{$id}_settings" )['sendcloud_service_points'];
		};
		self::assertSame( [ 'never', 'yes', 'no', 'no' ], array_map( $saved, [ 'never', 'yes', 'no', 'nonsense' ] ) );
		self::assertStringContainsString( 'value="never"', WC_Shipping_Zones::get_shipping_method( $id )->get_admin_options_html() );
	}

	public function test_rest_sets_it_too(): void {
		$instance = ( new WC_Shipping_Zone( 0 ) )->add_shipping_method( 'free_shipping' );
		wp_set_current_user( 1 );

		self::assertSame( 200, $this->rest( 'PUT', "/wc/v3/shipping/zones/0/methods/{$instance}", [ 'settings' => [ 'sendcloud_service_points' => 'never' ] ] )->get_status() );
		self::assertSame( 'never', get_option( "woocommerce_free_shipping_{$instance}_settings" )['sendcloud_service_points'] );
		self::assertSame( 400, $this->rest( 'PUT', "/wc/v3/shipping/zones/0/methods/{$instance}", [ 'settings' => [ 'sendcloud_service_points' => 'perhaps' ] ] )->get_status() );
	}

	public function test_a_shop_can_add_names_of_its_own(): void {
		add_filter( 'sendcloud_service_points_method_names', static fn ( array $names ): array => [ ...$names, 'Punt de recollida' ] );

		self::assertTrue( sendcloud_service_points_rate_needs_point( new WC_Shipping_Rate( 'x:1', 'PUNT DE RECOLLIDA', '5', [], 'x', 1 ) ) );
	}

	/**
	 * @testWith ["local_pickup"]
	 *           ["pickup_location"]
	 */
	public function test_collecting_at_the_shop_never_needs_one( string $method ): void {
		add_filter( 'sendcloud_service_points_rate_needs_point', '__return_true' );

		self::assertFalse( sendcloud_service_points_rate_needs_point( new WC_Shipping_Rate( "$method:1", 'Point relais', '0', [], $method, 1 ) ) );
	}

	public function test_developers_have_the_last_word(): void {
		add_filter( 'sendcloud_service_points_rate_needs_point', static fn ( bool $needs, WC_Shipping_Rate $rate ): bool => 'Home delivery' === $rate->get_label(), 10, 2 );

		self::assertSame(
			[
				'Home delivery'          => true,
				'Service Point Delivery' => false,
			],
			$this->needs( 'FR' )
		);
	}

	public function test_every_other_method_has_the_setting(): void {
		$methods = WC()->shipping()->load_shipping_methods();

		self::assertArrayHasKey( 'sendcloud_service_points', $methods['flat_rate']->get_instance_form_fields() );
		self::assertArrayHasKey( 'sendcloud_service_points_carriers', $methods['free_shipping']->get_instance_form_fields() );
		self::assertArrayNotHasKey( 'sendcloud_service_points', $methods['local_pickup']->get_instance_form_fields() );
		self::assertArrayNotHasKey( 'sendcloud_service_points', $methods['service_point_v2_shipping_method']->get_instance_form_fields() );
	}

	public function test_what_the_form_of_the_check_box_sends_is_still_understood(): void {
		$zone  = new WC_Shipping_Zone( 0 );
		$id    = $zone->add_shipping_method( 'flat_rate' );
		$_POST = [
			'woocommerce_flat_rate_title' => 'Ponto de recolha',
			'woocommerce_flat_rate_cost'  => '5',
			'woocommerce_flat_rate_sendcloud_service_points' => '1',
			'woocommerce_flat_rate_sendcloud_service_points_carriers' => [ 'dhl' ],
			'instance_id'                 => (string) $id,
		];
		$_REQUEST = $_POST; // phpcs:ignore WordPress.Security.NonceVerification
		WC_Shipping_Zones::get_shipping_method( $id )->process_admin_options();
		$rate = new WC_Shipping_Rate( "flat_rate:$id", 'Ponto de recolha', '5', [], 'flat_rate', $id );

		self::assertTrue( sendcloud_service_points_rate_needs_point( $rate ) );
		self::assertSame( [ 'dhl' ], $this->rates_service()->carriers( $rate ) );
	}

	public function test_carriers_of_either_generation_are_read(): void {
		$settings = [
			'sendcloudshipping_v2_service_point_v2_shipping_method_901_settings' => [ 'carrier_select_v2' => [ 'dhl', 'DHL', ' postnl ' ] ],
			'sendcloudshipping_v2_service_point_v2_shipping_method_902_settings' => [ 'carrier_select' => 'ups, dpd' ],
			'sendcloudshipping_v2_service_point_v2_shipping_method_903_settings' => [
				'carrier_select_v2' => '',
				'carrier_select'    => [ 'ups' ],
			],
			'sendcloudshipping_service_point_shipping_method_904_settings'       => [ 'carrier_select' => 'Mondial_Relay,chronopost' ],
		];
		array_walk( $settings, static fn ( array $value, string $name ) => update_option( $name, $value ) );
		$carriers = fn ( string $method, int $instance ): array => $this->rates_service()->carriers( new WC_Shipping_Rate( "$method:$instance", '', '0', [], $method, $instance ) );

		self::assertSame( [ 'dhl', 'postnl' ], $carriers( 'service_point_v2_shipping_method', 901 ) );
		self::assertSame( [ 'ups', 'dpd' ], $carriers( 'service_point_v2_shipping_method', 902 ) );
		self::assertSame( [], $carriers( 'service_point_v2_shipping_method', 903 ) );
		self::assertSame( [ 'mondial_relay', 'chronopost' ], $carriers( 'service_point_shipping_method', 904 ) );
	}

	/** Leaves one flat rate in the rest of the world, and answers its instance. */
	private function only_home_delivery(): int {
		foreach ( WC_Shipping_Zones::get_zones() as $zone ) {
			WC_Shipping_Zones::delete_zone( $zone['id'] );
		}

		return (int) array_key_first( ( new WC_Shipping_Zone( 0 ) )->get_shipping_methods() );
	}

	public function test_knows_whether_any_zone_can_offer_one(): void {
		self::assertTrue( $this->rates_service()->can_exist() );
		$this->only_home_delivery();
		self::assertFalse( $this->rates_service()->can_exist() );
	}

	public function test_notices_a_box_that_is_ticked(): void {
		$instance = $this->only_home_delivery();
		self::assertFalse( $this->rates_service()->can_exist() );

		update_option(
			"woocommerce_flat_rate_{$instance}_settings",
			[
				'title' => 'International',
				'sendcloud_service_points' => 'yes',
			]
		);

		self::assertTrue( $this->rates_service()->can_exist() );
	}

	public function test_notices_a_method_that_is_added_and_switched_off(): void {
		$this->only_home_delivery();
		self::assertFalse( $this->rates_service()->can_exist() );

		$zone = new WC_Shipping_Zone( 0 );
		$id   = $zone->add_shipping_method( 'service_point_v2_shipping_method' );
		self::assertTrue( $this->rates_service()->can_exist() );

		global $wpdb;
		$wpdb->update( "{$wpdb->prefix}woocommerce_shipping_zone_methods", [ 'is_enabled' => 0 ], [ 'instance_id' => $id ] ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery
		do_action( 'woocommerce_shipping_zone_method_status_toggled', $id, 'service_point_v2_shipping_method', 0, 0 ); // phpcs:ignore WordPress.NamingConventions
		self::assertFalse( $this->rates_service()->can_exist() );
	}

	public function test_learns_of_rates_that_no_zone_shows(): void {
		$this->only_home_delivery();
		self::assertFalse( $this->rates_service()->can_exist() );

		sendcloud_service_points_rate_needs_point( new WC_Shipping_Rate( 'table_rate:1:2', 'Point relais', '5', [], 'table_rate', 0 ) );

		self::assertTrue( $this->rates_service()->can_exist() );
	}
}
