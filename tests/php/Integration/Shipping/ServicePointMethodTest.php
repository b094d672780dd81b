<?php
/**
 * What "Service Point Delivery" costs, and where it is offered.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Shipping;

use SendcloudServicePoints\Tests\Integration\TestCase;
use WC_Coupon;
use WC_Shipping_Flat_Rate;
use WC_Shipping_Method;
use WC_Shipping_Zone;
use WC_Shipping_Zones;

final class ServicePointMethodTest extends TestCase {

	private const ID = 'service_point_v2_shipping_method';
	private const V1 = 'service_point_shipping_method';

	/**
	 * Stores settings of the method in France, under the official plugin's name.
	 *
	 * @param array<string, mixed> $settings
	 */
	private function set( array $settings ): void {
		foreach ( WC_Shipping_Zones::get_zones() as $zone ) {
			foreach ( 'France' === $zone['zone_name'] ? $zone['shipping_methods'] : [] as $method ) {
				if ( self::ID === $method->id ) {
					$option = "sendcloudshipping_v2_service_point_v2_shipping_method_{$method->instance_id}_settings";
					self::assertIsArray( get_option( $option ) );
					update_option( $option, $settings + get_option( $option ) );
					$this->forget_rates();

					return;
				}
			}
		}

		self::fail( 'The method is not in the zone.' );
	}

	/** WooCommerce's own way to forget them works once a second. */
	private function forget_rates(): void {
		WC()->session->set( 'shipping_for_package_0', null );
	}

	private function cost( string $sku = 'mug', int $quantity = 1 ): string {
		$this->fill_cart( $sku, $quantity );
		$this->ship_to( 'FR', '75010', 'Paris' );

		return wc_format_decimal( $this->rate( self::ID )->get_cost(), 2 );
	}

	private function coupon( bool $free_shipping, string $amount = '0' ): void {
		$coupon = new WC_Coupon();
		$coupon->set_props(
			[
				'code'          => 'relay',
				'free_shipping' => $free_shipping,
				'discount_type' => 'fixed_cart',
				'amount'        => $amount,
			]
		);
		$coupon->save();
		self::assertTrue( WC()->cart->apply_coupon( 'relay' ) );
	}

	public function test_costs_what_the_zone_says(): void {
		self::assertSame( '3.90', $this->cost() );
		self::assertSame( 'Service Point Delivery', $this->rate( self::ID )->get_label() );
		self::assertSame( '0.78', wc_format_decimal( array_sum( $this->rate( self::ID )->get_taxes() ), 2 ) );
	}

	public function test_costs_by_quantity_and_shipping_class(): void {
		$bulky = get_term_by( 'slug', 'bulky', 'product_shipping_class' )->term_id;
		$this->set(
			[
				'cost'                => '2.00 + 1.50 * [qty]',
				"class_cost_{$bulky}" => '10',
			]
		);

		self::assertSame( '15.00', $this->cost( 'armchair', 2 ) );
	}

	public function free_from_50(): array {
		$amount = 'min_order_amount';
		$or     = 'min_amount_or_coupon';
		$and    = 'min_amount_and_coupon';

		return [
			'below the amount'              => [ $amount, 'mug', null, '3.90' ],
			'exactly the amount'            => [ $amount, 'mug x 4', null, '0.00' ],
			'a coupon alone'                => [ $amount, 'mug', true, '3.90' ],
			'amount or coupon: neither'     => [ $or, 'mug', null, '3.90' ],
			'amount or coupon: coupon'      => [ $or, 'mug', true, '0.00' ],
			'amount or coupon: amount'      => [ $or, 'mug x 4', null, '0.00' ],
			'amount or coupon: any coupon'  => [ $or, 'mug', false, '3.90' ],
			'amount and coupon: only one'   => [ $and, 'mug', true, '3.90' ],
			'amount and coupon: only other' => [ $and, 'mug x 4', null, '3.90' ],
			'amount and coupon: both'       => [ $and, 'mug x 4', true, '0.00' ],
		];
	}

	/** @dataProvider free_from_50 */
	public function test_is_free_when_the_merchant_says_so( string $requires, string $cart, ?bool $free_shipping_coupon, string $cost ): void {
		$this->set(
			[
				'free_shipping_enabled'    => 'yes',
				'free_shipping_requires'   => $requires,
				'free_shipping_min_amount' => '50',
				'ignore_discounts'         => 'no',
			]
		);
		[ $sku, $quantity ] = explode( ' x ', $cart . ' x 1' );
		$this->cost( $sku, (int) $quantity );

		if ( null !== $free_shipping_coupon ) {
			$this->coupon( $free_shipping_coupon );
		}

		$this->forget_rates();
		self::assertSame( $cost, wc_format_decimal( $this->rate( self::ID )->get_cost(), 2 ) );
	}

	public function test_the_amount_is_after_discounts_unless_the_merchant_says_before(): void {
		$free = [
			'free_shipping_enabled'    => 'yes',
			'free_shipping_requires'   => 'min_order_amount',
			'free_shipping_min_amount' => '50',
		];

		$this->set( [ 'ignore_discounts' => 'no' ] + $free );
		$this->cost( 'mug', 4 );
		$this->coupon( false, '5' );
		$this->forget_rates();
		self::assertSame( '3.90', wc_format_decimal( $this->rate( self::ID )->get_cost(), 2 ) );

		$this->set( [ 'ignore_discounts' => 'yes' ] + $free );
		self::assertSame( '0.00', wc_format_decimal( $this->rate( self::ID )->get_cost(), 2 ) );
	}

	public function test_settings_of_the_official_plugin_are_its_own(): void {
		$this->set( [ 'free_shipping_enabled' => '' ] );

		self::assertSame( '3.90', $this->cost() );
	}

	public function test_a_new_instance_has_a_name_and_every_setting(): void {
		$zone     = new WC_Shipping_Zone( 0 );
		$instance = $zone->add_shipping_method( self::ID );
		$method   = WC_Shipping_Zones::get_shipping_method( $instance );

		self::assertSame( 'Service Point Delivery', $method->get_title() );
		self::assertSame( "sendcloudshipping_v2_service_point_v2_shipping_method_{$instance}_settings", $method->get_instance_option_key() );
		self::assertSame(
			[ 'title', 'tax_status', 'cost', 'free_shipping_enabled', 'free_shipping_requires', 'free_shipping_min_amount', 'ignore_discounts', 'carrier_select_v2', 'sendcloud_service_points_limits' ],
			array_values( preg_grep( '/class|^type$/', array_keys( $method->get_instance_form_fields() ), PREG_GREP_INVERT ) )
		);
		self::assertStringContainsString( 'carrier_select_v2', $method->get_admin_options_html() );
	}

	public function test_saving_the_settings_keeps_carriers_our_list_does_not_know(): void {
		$this->set( [ 'carrier_select_v2' => [ 'acme_post', 'dhl' ] ] );
		$this->cost();
		$method = WC_Shipping_Zones::get_shipping_method( $this->rate( self::ID )->get_instance_id() );

		self::assertArrayHasKey( 'acme_post', $method->get_instance_form_fields()['carrier_select_v2']['options'] );
	}

	public function test_what_the_settings_modal_saves_is_what_the_method_does(): void {
		$zone   = new WC_Shipping_Zone( 0 );
		$id     = $zone->add_shipping_method( self::ID );
		$method = WC_Shipping_Zones::get_shipping_method( $id );
		$prefix = 'sendcloudshipping_v2_service_point_v2_shipping_method_';
		$posted = [
			'title'                    => 'Relais',
			'tax_status'               => 'none',
			'cost'                     => '2,50',
			'free_shipping_enabled'    => 'yes',
			'free_shipping_requires'   => 'min_amount_or_coupon',
			'free_shipping_min_amount' => '49,90',
			'ignore_discounts'         => '1',
			'carrier_select_v2'        => [ 'dhl', 'ups' ],
		];
		$method->set_post_data( array_combine( array_map( static fn ( string $key ): string => $prefix . $key, array_keys( $posted ) ), $posted ) );
		$_REQUEST['instance_id'] = $id;

		self::assertTrue( $method->process_admin_options() );

		$stored = get_option( "{$prefix}{$id}_settings" );
		self::assertSame( 'Relais', $stored['title'] );
		self::assertSame( '2.50', wc_format_decimal( $stored['cost'], 2 ) );
		self::assertSame( '49.9', wc_format_decimal( $stored['free_shipping_min_amount'], 2, true ) );
		self::assertSame( 'yes', $stored['ignore_discounts'] );
		self::assertSame( [ 'dhl', 'ups' ], $stored['carrier_select_v2'] );

		$this->fill_cart();
		$this->ship_to( 'US', '10001', 'New York' );
		self::assertSame( '2.50', wc_format_decimal( $this->rate( 'Relais' )->get_cost(), 2 ) );
		self::assertSame( [], $this->rate( 'Relais' )->get_taxes() );
		$this->fill_cart( 'mug', 3 );
		self::assertSame( '0.00', wc_format_decimal( $this->rate( 'Relais' )->get_cost(), 2 ) );
	}

	public function test_the_first_generation_is_kept_alive_but_not_offered(): void {
		$methods = WC()->shipping()->load_shipping_methods();
		$offered = array_filter( $methods, static fn ( WC_Shipping_Method $method ): bool => $method->supports( 'shipping-zones' ) );

		self::assertArrayHasKey( self::ID, $offered );
		self::assertArrayNotHasKey( self::V1, $offered );

		$zone = WC_Shipping_Zones::get_zone_matching_package(
			[
				'destination' => [
					'country'  => 'FR',
					'state'    => '',
					'postcode' => '75010',
				],
			]
		);
		$id   = $zone->add_shipping_method( self::V1 );
		update_option(
			"sendcloudshipping_service_point_shipping_method_{$id}_settings",
			[
				'title'          => 'Point relais',
				'cost'           => '2.50',
				'carrier_select' => 'Mondial_Relay, chronopost',
			]
		);
		$this->fill_cart();
		$this->ship_to( 'FR', '75010', 'Paris' );
		self::assertSame( '2.50', wc_format_decimal( $this->rate( self::V1 )->get_cost(), 2 ) );
	}

	public function test_the_official_plugins_class_has_precedence(): void {
		add_filter( 'woocommerce_shipping_methods', static fn ( array $methods ): array => [ self::ID => WC_Shipping_Flat_Rate::class ] + $methods );

		self::assertSame( WC_Shipping_Flat_Rate::class, WC()->shipping()->get_shipping_method_class_names()[ self::ID ] );
	}
}
