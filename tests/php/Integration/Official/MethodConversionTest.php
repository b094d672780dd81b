<?php
/**
 * Methods of Sendcloud's first plugin, converted.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Official;

use SendcloudServicePoints\SendcloudPlugins\Migration\ConvertMethodsCommand;
use SendcloudServicePoints\SendcloudPlugins\Migration\MethodConversion;
use SendcloudServicePoints\Tests\Integration\TestCase;
use WC_Shipping_Zone;
use WP_CLI;

final class MethodConversionTest extends TestCase {

	private const V1 = 'service_point_shipping_method';
	private const V2 = 'service_point_v2_shipping_method';

	private const SETTINGS = [
		'title'                    => 'Punto de recogida',
		'tax_status'               => 'none',
		'cost'                     => '4.20',
		'class_cost_17'            => '9.99',
		'no_class_cost'            => '1',
		'type'                     => 'order',
		'free_shipping_enabled'    => 'yes',
		'free_shipping_requires'   => 'min_amount_or_coupon',
		'free_shipping_min_amount' => '1000',
		'ignore_discounts'         => 'yes',
		'disable_cost'             => 'no',
		'carrier_select'           => 'DHL, postnl',
	];

	private int $zone;
	private int $first;
	private int $last;

	protected function setUp(): void {
		parent::setUp();
		require_once dirname( __DIR__ ) . '/Diagnostics/wp-cli.php';
		$zone = new WC_Shipping_Zone();
		$zone->set_zone_name( 'Portugal' );
		$zone->add_location( 'PT', 'country' );
		$zone->save();
		$this->zone  = $zone->get_id();
		$this->first = $zone->add_shipping_method( self::V1 );
		$zone->add_shipping_method( 'flat_rate' );
		$this->last = $zone->add_shipping_method( self::V1 );
		update_option( 'sendcloudshipping_' . self::V1 . "_{$this->first}_settings", self::SETTINGS );
		$GLOBALS['wpdb']->update( "{$GLOBALS['wpdb']->prefix}woocommerce_shipping_zone_methods", [ 'is_enabled' => 0 ], [ 'instance_id' => $this->last ] );
	}

	/** @return array<int, array{string, string}> Instance => kind and whether it is enabled, in the zone's order. */
	private function methods(): array {
		return array_map( static fn ( $method ): array => [ $method->id, $method->enabled ], ( new WC_Shipping_Zone( $this->zone ) )->get_shipping_methods() );
	}

	private function command( string ...$flags ): void {
		( new ConvertMethodsCommand( new MethodConversion() ) )( [], array_fill_keys( $flags, true ) );
	}

	public function test_first_it_only_says_what_it_would_do(): void {
		$before = $this->methods();

		$this->command();

		self::assertSame( $before, $this->methods() );
		self::assertSame( [ 'Portugal', "Punto de recogida ({$this->first})", 'Yes', '4.20', 'dhl, postnl' ], array_values( WP_CLI::$items[0] ) );
		self::assertStringContainsString( '--yes', WP_CLI::$said );
	}

	public function test_every_setting_the_order_and_the_state_stay_and_a_second_run_finds_nothing(): void {
		$this->fill_cart();
		$this->ship_to( 'PT', '1000-001', 'Lisboa' );
		$cost = $this->rate( self::V1 )->get_cost();
		WC()->session->set( 'chosen_shipping_methods', [ self::V1 . ":{$this->first}" ] );

		$this->command( 'yes' );
		$after = $this->methods();
		$this->command( 'yes' );

		self::assertSame( [ [ self::V2, 'yes' ], [ 'flat_rate', 'yes' ], [ self::V2, 'no' ] ], array_values( $after ) );
		self::assertSame( $after, $this->methods() );
		self::assertSame( 'There is nothing to convert.', WP_CLI::$said );
		$expected = array_diff_key( self::SETTINGS, [ 'carrier_select' => '' ] ) + [ 'carrier_select_v2' => [ 'dhl', 'postnl' ] ];
		self::assertEquals( $expected, get_option( 'sendcloudshipping_v2_' . self::V2 . "_{$this->first}_settings" ) );
		self::assertSame( self::SETTINGS, get_option( 'sendcloudshipping_' . self::V1 . "_{$this->first}_settings" ), 'The old ones are kept.' );

		// WooCommerce dates its cache of rates by the second, and this test takes less.
		WC()->session->set( 'shipping_for_package_0', null );
		$rate = $this->rate( self::V2 );
		self::assertSame( [ 'Punto de recogida', $cost ], [ $rate->get_label(), $rate->get_cost() ] );
		self::assertSame( [ self::V2 . ":{$this->first}" ], WC()->session->get( 'chosen_shipping_methods' ), 'Shoppers at the checkout keep their choice.' );
	}

	public function test_our_settings_show_it_with_a_button_until_it_is_done(): void {
		$GLOBALS['current_section'] = 'sendcloud-service-points';
		remove_all_actions( 'admin_footer' );
		$print                      = static function ( string $hook ): string {
			ob_start();
			do_action( $hook );
			return (string) ob_get_clean();
		};

		self::assertMatchesRegularExpression( '/<td>Portugal<\/td><td>Punto de recogida \(\d+\)<\/td>.*<button form="sendcloud_service_points_convert_methods_form"/s', $print( 'woocommerce_sections_shipping' ) );
		self::assertMatchesRegularExpression( '/<form id="sendcloud_service_points_convert_methods_form".*name="_wpnonce"/s', $print( 'admin_footer' ), 'Forms cannot be nested.' );
		( new MethodConversion() )->run();
		self::assertStringNotContainsString( 'Portugal', $print( 'woocommerce_sections_shipping' ) );
	}

	public function test_of_two_runs_at_once_one_converts(): void {
		$second = null;
		add_action(
			'added_option',
			static function ( string $option ) use ( &$second ): void {
				if ( null === $second && str_starts_with( $option, 'sendcloudshipping_v2_' ) ) {
					$second = [];
					$second = ( new MethodConversion() )->run();
				}
			}
		);

		$first = ( new MethodConversion() )->run();

		self::assertSame( [ 0, 2 ], [ count( $first ), count( $second ?? [] ) ] );
		self::assertEquals( '4.20', get_option( 'sendcloudshipping_v2_' . self::V2 . "_{$this->first}_settings" )['cost'] );
	}

	public function test_nothing_is_converted_to_a_method_nobody_answers_for(): void {
		add_filter( 'woocommerce_shipping_methods', static fn ( array $methods ): array => array_diff_key( $methods, [ self::V2 => '' ] ), PHP_INT_MAX );
		$before = $this->methods();

		self::assertSame( [], ( new MethodConversion() )->run() );
		self::assertSame( $before, $this->methods() );
	}
}
