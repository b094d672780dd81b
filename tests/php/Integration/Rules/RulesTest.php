<?php
/**
 * What cannot be sent to a point, a locker or with a carrier is explained, and refused.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Rules;

use SendcloudServicePoints\Services;
use SendcloudServicePoints\Shipping\Limit;
use SendcloudServicePoints\Shipping\LimitSetting;
use SendcloudServicePoints\Shipping\Rules\ProductMarks;
use SendcloudServicePoints\Tests\Integration\Checkout\CheckoutTestCase;
use WC_Product_Variable;
use WC_Product_Variation;

final class RulesTest extends CheckoutTestCase {

	private function mark( string $sku, string $key ): void {
		$product = $this->product( $sku );
		$product->update_meta_data( $key, 'yes' );
		$product->save();
	}

	private function limit( string $limits ): void {
		add_filter( 'sendcloud_service_points_limits', static fn (): array => LimitSetting::parse( $limits ) );
	}

	/** @return array<string, mixed> What the block checkout is told of the package. */
	private function told(): array {
		return $this->extension( $this->store_api( 'GET', 'cart' ) )['packages']['0'];
	}

	/** @return array<string, mixed> Of the chosen relay rate. */
	private function rule(): array {
		return array_values( $this->told()['rules'] )[0];
	}

	public function test_a_product_that_no_point_takes_takes_the_method_away_and_says_why(): void {
		$this->shop();
		$name = $this->rate( self::RELAY )->get_label();
		// The rates are in the session by now: the rule acts all the same.
		$this->mark( 'mug', '_sendcloud_no_service_point' );
		$this->forget_products();

		$told = $this->told();

		self::assertSame( [], $told['rules'] );
		self::assertSame( [ "\"$name\" is not possible for this order. Cannot be sent to a service point: {$this->product()->get_name()}." ], $told['explanations'] );
		self::assertNotSame( [], $this->rates(), 'The other methods stay.' );

		ob_start();
		do_action( 'woocommerce_review_order_after_shipping' );
		self::assertStringContainsString( "Cannot be sent to a service point: {$this->product()->get_name()}.", (string) ob_get_clean() );
	}

	public function test_without_rules_nothing_is_said(): void {
		$this->shop();

		self::assertSame( [], $this->told()['explanations'] );
		self::assertSame( '', $this->rule()['hint'] );
		self::assertSame( [], $this->rule()['without_shop_types'] );
	}

	public function test_a_locker_is_refused_before_and_after_the_choice(): void {
		$this->shop( 'DE' );
		$this->extension( $this->select( self::PACKSTATION, '12345678' ) );
		$this->mark( 'mug', '_sendcloud_no_locker' );
		$this->forget_products();

		self::assertSame( [ 'locker' ], $this->rule()['without_shop_types'] );
		self::assertStringContainsString( 'Cannot be sent to a locker: ' . $this->product()->get_name(), $this->rule()['hint'] );

		$placed = $this->place_order( 'DE' );
		self::assertSame( 400, $placed->get_status() );
		self::assertSame( 'sendcloud_service_points_no_locker', $placed->get_data()['code'] );
		self::assertSame( 'sendcloud_service_points_no_locker', $this->select( self::PACKSTATION, '12345678' )->get_data()['code'] );
		$this->assert_nothing_ordered();

		$this->extension( $this->select( self::BERLIN_SHOP ) );
		$this->placed( $this->place_order( 'DE' ) );
	}

	public function test_a_variation_has_its_products_mark(): void {
		$parent = new WC_Product_Variable();
		$parent->update_meta_data( '_sendcloud_no_locker', 'yes' );
		$parent->save();
		$variation = new WC_Product_Variation();
		$variation->set_parent_id( $parent->get_id() );
		$variation->update_meta_data( '_sendcloud_no_service_point', 'yes' );
		$variation->save();

		self::assertTrue( ProductMarks::forbids_lockers( $variation ) );
		self::assertTrue( ProductMarks::forbids_points( $variation ) );
		self::assertFalse( ProductMarks::forbids_points( $parent ) );
	}

	public function test_a_carrier_whose_limit_is_exceeded_is_left_out_and_refused(): void {
		$mug = $this->product();
		$mug->set_weight( '3' );
		$mug->save();
		$this->shop( 'FR' );
		$this->limit( 'mondial_relay: 2 kg' );

		$rule = $this->rule();
		self::assertStringContainsString( 'too heavy or too large for the service points of', $rule['hint'] );
		self::assertSame( [ 'mondial_relay' ], $rule['without_carriers'] );
		self::assertSame( 'sendcloud_service_points_too_large', $this->select( self::PARIS )->get_data()['code'] );
		$this->extension( $this->select( self::PARIS_OTHER ) );
	}

	/** B1: the codes of all carriers are known to nobody, so all but one cannot be spelled out. */
	public function test_a_limit_for_one_carrier_leaves_the_points_of_the_others(): void {
		$mug = $this->product();
		$mug->set_weight( '12' );
		$mug->save();
		delete_option( 'sendcloud_service_points_carrier_codes' );
		$this->fill_cart();
		$this->ship_to( 'NL', '5611 EM', 'Eindhoven' );
		$option = "sendcloudshipping_v2_service_point_v2_shipping_method_{$this->rate( self::RELAY )->get_instance_id()}_settings";
		update_option( $option, [ 'carrier_select_v2' => [] ] + (array) get_option( $option ) );
		$this->choose( $this->rate( self::RELAY ) );
		$this->limit( 'dhl: 10 kg' );

		$rule = $this->rule();
		self::assertSame( [], $rule['carriers'] );
		self::assertSame( [ 'dhl' ], $rule['without_carriers'] );

		$found = $this->rest(
			'GET',
			'/sendcloud-service-points/v1/service-points',
			[
				'country'          => 'NL',
				'address'          => '5611 EM Eindhoven',
				'without_carriers' => implode( ',', $rule['without_carriers'] ),
			]
		)->get_data()['service_points'] ?? [];
		$carriers = array_values( array_unique( array_column( array_column( $found, 'carrier' ), 'code' ) ) );
		self::assertContains( 'postnl', $carriers );
		self::assertSame( [], preg_grep( '/^dhl/', $carriers ) );
	}

	/** B5. */
	public function test_looking_at_a_cart_costs_no_query_for_each_product(): void {
		foreach ( [ 'mug', 'lamp', 'sticker', 'watch' ] as $sku ) {
			$this->fill_cart( $sku );
		}
		$this->ship_to( 'FR', '75010', 'Paris' );
		$this->forget_products();
		WC()->cart->calculate_totals();
		$package = WC()->shipping()->get_packages()[0];
		unset( $package['sendcloud_service_points_rules'] );
		$services = new Services( __FILE__ );
		// As in a request that has read its products, and the settings of its methods, by now.
		$services->rates()->can_exist();

		$before = $GLOBALS['wpdb']->num_queries;
		self::assertNotSame( [], $services->rules()->of( $package ) );
		self::assertLessThanOrEqual( 1, $GLOBALS['wpdb']->num_queries - $before );
	}

	public function limits(): array {
		return [
			'too heavy together'  => [ 'all: 5 kg', 2, true ],
			'as heavy as allowed' => [ 'all: 6 kg', 2, false ],
			'too long'            => [ 'all: 29 x 29 x 29 cm', 1, true ],
			'turned, it fits'     => [ 'all: 10 x 20 x 30 cm', 1, false ],
			'too many for it'     => [ 'all: 10 x 20 x 30 cm', 2, true ],
			'for lockers only'    => [ 'lockers: 1 kg', 1, false ],
		];
	}

	/** @dataProvider limits */
	public function test_weight_and_size( string $limit, int $quantity, bool $is_too_much ): void {
		update_option( 'woocommerce_dimension_unit', 'cm' );
		$mug = $this->product();
		$mug->set_weight( '3' );
		$mug->set_length( '30' );
		$mug->set_width( '20' );
		$mug->set_height( '10' );
		$mug->save();
		$this->limit( $limit );
		$this->fill_cart( 'mug', $quantity );
		$this->ship_to( 'FR', '75010', 'Paris' );

		self::assertSame( $is_too_much, [] !== $this->told()['explanations'] );
		self::assertSame( str_starts_with( $limit, 'lockers' ), in_array( [ 'locker' ], array_column( $this->told()['rules'], 'without_shop_types' ), true ) );
	}

	public function test_the_field_takes_what_it_can_read_and_says_what_it_cannot(): void {
		self::assertSame( "all: 20 kg\ndhl: 31,5 kg, 120×60 x 60 cm", LimitSetting::sanitise( " all: 20 kg \r\n\r\ndhl: 31,5 kg, 120×60 x 60 cm" ) );
		self::assertEquals(
			[ new Limit( 'dhl', 31.5, [ 120.0, 60.0, 60.0 ] ), new Limit( 'lockers', null, [ 3.0, 2.0, 1.0 ] ) ],
			LimitSetting::parse( "DHL: 31,5 kg, 60×120 x 60 cm\nnonsense\nlockers: 1x2x3 cm\ndpd:" )
		);

		$this->expectExceptionMessage( 'dhl: heavy' );
		LimitSetting::sanitise( "all: 20 kg\ndhl: heavy" );
	}

	/** The cart reads its products anew, as in the next request. */
	private function forget_products(): void {
		wp_cache_flush();
		WC()->cart->get_cart_from_session();
		WC()->shipping()->packages = [];
	}
}
