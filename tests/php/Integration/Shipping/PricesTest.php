<?php
/**
 * "Service Point Delivery" beside plugins for several currencies, and beside WooCommerce's own free shipping. The currency plugins are
 * stood in for by the functions and filters that they offer to others.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Shipping;

use SendcloudServicePoints\Tests\Integration\TestCase;
use WC_Shipping_Zone;
use WC_Shipping_Zones;

final class PricesTest extends TestCase {

	private const ID     = 'service_point_v2_shipping_method';
	private const FILTER = 'woocommerce_shipping_service_point_v2_shipping_method_instance_option';

	/** The method is free from 40 in France, in the shop's currency. */
	protected function setUp(): void {
		parent::setUp();
		$this->set( 'France', self::ID, [ 'free_shipping_enabled' => 'yes', 'free_shipping_requires' => 'min_order_amount', 'free_shipping_min_amount' => '40' ] ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
	}

	protected function tearDown(): void {
		unset( $GLOBALS['scsp_rate'] );
		parent::tearDown();
	}

	/** A mug is 12.50: at the rate of 2, three are 75 and four are 100, and the minimum is 80. */
	public function test_without_a_currency_plugin_the_amount_is_what_it_says(): void {
		self::assertSame( '3.90', $this->cost( 3 ) );
		self::assertSame( '0.00', $this->cost( 4 ) );
	}

	public function plugins(): array {
		return [
			'WOOCS'       => [ static fn () => add_filter( 'woocs_convert_price', static fn ( mixed $amount, mixed $if_multiple = false ): string => number_format( $amount * ( $if_multiple ? $GLOBALS['scsp_rate'] : 1 ), 2, '.', '' ), 10, 2 ) ],
			'WCML'        => [ static fn () => add_filter( 'wcml_raw_price_amount', static fn ( mixed $amount ): float => $amount * $GLOBALS['scsp_rate'] ) ],
			'Aelia'       => [
				static function (): void {
					add_filter( 'wc_aelia_cs_base_currency', static fn (): string => 'EUR' );
					add_filter( 'wc_aelia_cs_convert', static fn ( mixed $amount, mixed $from, mixed $to ): float => 'EUR' === $from && 'USD' === $to ? $amount * $GLOBALS['scsp_rate'] : 0.0, 10, 3 );
				},
			],
			// Functions stay for the rest of the process, hence last, and CURCY's after WooPayments', which is asked after it.
			'WooPayments' => [ static fn () => require_once __DIR__ . '/woopayments.php' ],
			'CURCY'       => [ static fn () => require_once __DIR__ . '/curcy.php' ],
		];
	}

	/** @dataProvider plugins */
	public function test_the_minimum_is_in_the_currency_of_the_cart( callable $activate ): void {
		$activate();
		$this->shop_in_dollars( 2 );
		self::assertSame( '3.90', $this->cost( 3 ), 'Not yet: 75 of 80.' );
		self::assertSame( '0.00', $this->cost( 4 ) );

		$this->shop_in_dollars( 0.5 );
		self::assertSame( '3.90', $this->cost( 3 ) );
		self::assertSame( '0.00', $this->cost( 4 ), '25 of 20.' );
	}

	public function test_a_currency_without_a_rate_gives_nothing_away(): void {
		$this->shop_in_dollars( 1 );
		add_filter( 'woocs_convert_price', static fn (): string => '0.00' );
		self::assertSame( '3.90', $this->cost( 3 ) );
		add_filter( 'woocs_convert_price', static fn (): array => [] );
		self::assertSame( '3.90', $this->cost( 3 ) );
	}

	public function test_woocommerces_own_filter_sets_cost_and_minimum(): void {
		$seen = [];
		add_filter(
			self::FILTER,
			static function ( mixed $value, string $key, object $method ) use ( &$seen ): mixed {
				$seen[ $key ] = $method->id;
				return [
					'cost'                     => '7.80',
					'free_shipping_min_amount' => 80.0,
				][ $key ] ?? $value;
			},
			10,
			3
		);
		// Converted once: whoever filters it has done so.
		add_filter( 'wcml_raw_price_amount', static fn ( mixed $amount ): float => $amount * 2 );
		$this->shop_in_dollars( 2 );

		self::assertSame( '7.80', $this->cost( 3 ) );
		self::assertSame( '0.00', $this->cost( 4 ) );
		self::assertSame( self::ID, $seen['free_shipping_min_amount'] );
	}

	public function test_a_filter_that_keeps_the_amount_for_each_currency_is_believed(): void {
		// A number, where the setting is a text: this is how it says "I have looked".
		add_filter( self::FILTER, static fn ( mixed $value, string $key ): mixed => 'free_shipping_min_amount' === $key ? 40.0 : $value, 10, 2 );
		add_filter( 'wcml_raw_price_amount', static fn ( mixed $amount ): float => $amount * 2 );
		$this->shop_in_dollars( 2 );

		self::assertSame( '0.00', $this->cost( 2 ), '50 of 40.' );
	}

	public function test_free_delivery_to_a_point_is_not_hidden_as_something_that_costs(): void {
		$this->hide_others_when_free();
		$this->cost( 4 );

		self::assertSame( [ 'free_shipping', self::ID ], $this->offered() );
	}

	public function test_delivery_to_a_point_that_costs_is_hidden_as_the_merchant_wants(): void {
		$this->hide_others_when_free();
		$this->cart( 3 );

		self::assertSame( [ 'free_shipping' ], $this->offered() );
	}

	public function test_a_method_that_is_recognised_is_kept_too_and_one_that_never_needs_a_point_is_not(): void {
		$this->hide_others_when_free( 'Spain' );
		$instance = $this->set( 'Spain', 'flat_rate', [ 'cost' => '0' ] );
		$this->fill_cart();
		$this->ship_to( 'ES', '28013', 'Madrid' );
		self::assertSame( [ 'free_shipping', 'flat_rate' ], $this->offered() );

		$option = "woocommerce_flat_rate_{$instance}_settings";
		update_option( $option, [ 'sendcloud_service_points' => 'never' ] + get_option( $option ) );
		self::assertSame( [ 'free_shipping' ], $this->offered() );
	}

	public function test_the_choice_survives_the_threshold_of_free_shipping(): void {
		$this->hide_others_when_free( 'France', [ 'requires' => 'min_amount', 'min_amount' => '40' ] ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
		$this->cart( 3 );
		$this->choose( $this->rate( self::ID ) );
		$chosen = WC()->session->get( 'chosen_shipping_methods' );
		$this->fill_cart();
		WC()->cart->calculate_totals();

		self::assertSame( [ 'free_shipping', self::ID ], $this->offered() );
		self::assertSame( $chosen, WC()->session->get( 'chosen_shipping_methods' ) );
	}

	public function test_whoever_hides_it_on_purpose_still_does(): void {
		$this->hide_others_when_free();
		add_filter( 'woocommerce_package_rates', static fn ( array $rates ): array => array_filter( $rates, static fn ( object $rate ): bool => self::ID !== $rate->get_method_id() ), 1 );
		$this->cart( 4 );

		self::assertSame( [ 'free_shipping' ], $this->offered() );
	}

	public function test_saving_free_shipping_without_an_amount_warns(): void {
		$warnings = function ( array $posted ): array {
			$method = WC_Shipping_Zones::get_shipping_method( $this->set( 'France', self::ID, [] ) );
			$prefix = 'sendcloudshipping_v2_service_point_v2_shipping_method_';
			$posted = $posted + [ 'title' => 'Relais', 'cost' => '3', 'free_shipping_enabled' => 'yes', 'free_shipping_requires' => 'min_order_amount' ]; // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
			$method->set_post_data( array_combine( array_map( static fn ( string $key ): string => $prefix . $key, array_keys( $posted ) ), $posted ) );
			$_REQUEST['instance_id'] = $method->instance_id;
			$method->process_admin_options();
			return $method->get_errors();
		};
		$amount = static fn ( string $amount ): array => [ 'free_shipping_min_amount' => $amount ];

		self::assertStringContainsString( 'without a minimum order amount', implode( $warnings( $amount( '' ) ) ) );
		self::assertCount( 1, $warnings( $amount( '' ) ), 'Also when nothing changes.' );
		self::assertCount( 1, $warnings( $amount( '0,00' ) ) );
		self::assertCount( 1, $warnings( $amount( '' ) + [ 'free_shipping_requires' => 'min_amount_or_coupon' ] ) );
		self::assertSame( [], $warnings( $amount( '' ) + [ 'free_shipping_requires' => 'min_amount_and_coupon' ] ), 'The coupon is the condition.' );
		self::assertSame( [], $warnings( $amount( '' ) + [ 'free_shipping_enabled' => 'no' ] ) );
		self::assertSame( [], $warnings( $amount( '39,90' ) ) );
	}

	public function test_an_empty_amount_goes_on_being_free_for_all(): void {
		$this->set( 'France', self::ID, [ 'free_shipping_min_amount' => '' ] );

		self::assertSame( '0.00', $this->cost( 1 ) );
	}

	/**
	 * Of the last such method of a zone; answers its instance.
	 *
	 * @param array<string, mixed> $settings
	 */
	private function set( string $zone_name, string $method_id, array $settings ): int {
		foreach ( array_reverse( $this->zone( $zone_name )->get_shipping_methods() ) as $method ) {
			if ( $method_id === $method->id ) {
				update_option( $method->get_instance_option_key(), $settings + get_option( $method->get_instance_option_key() ) );
				return $method->instance_id;
			}
		}
		self::fail( "{$zone_name} has no {$method_id}." );
	}

	private function zone( string $name ): WC_Shipping_Zone {
		return new WC_Shipping_Zone( (int) array_column( WC_Shipping_Zones::get_zones(), 'zone_id', 'zone_name' )[ $name ] );
	}

	/** @param array<string, string> $settings Of WooCommerce's "Free shipping". */
	private function hide_others_when_free( string $zone = 'France', array $settings = [] ): void {
		update_option( 'woocommerce_shipping_hide_rates_when_free', 'yes' );
		$instance = $this->zone( $zone )->add_shipping_method( 'free_shipping' );
		update_option( "woocommerce_free_shipping_{$instance}_settings", [ 'title' => 'Free shipping' ] + $settings );
	}

	/** What a currency plugin does to prices. */
	private function shop_in_dollars( float $rate ): void {
		$GLOBALS['scsp_rate'] = $rate;
		remove_all_filters( 'woocommerce_product_get_price' );
		add_filter( 'woocommerce_product_get_price', static fn ( mixed $price ): float => (float) $price * $rate );
		add_filter( 'woocommerce_currency', static fn (): string => 'USD' );
	}

	private function cart( int $mugs ): void {
		WC()->cart->empty_cart();
		$this->fill_cart( 'mug', $mugs );
		$this->ship_to( 'FR', '75010', 'Paris' );
	}

	private function cost( int $mugs ): string {
		$this->cart( $mugs );
		$this->forget_rates();

		return wc_format_decimal( $this->rate( self::ID )->get_cost(), 2 );
	}

	/** @return list<string> Ids of the methods offered. */
	private function offered(): array {
		$this->forget_rates();

		return array_values( array_map( static fn ( object $rate ): string => $rate->get_method_id(), $this->rates() ) );
	}

	private function forget_rates(): void {
		WC()->session->set( 'shipping_for_package_0', null );
	}
}
