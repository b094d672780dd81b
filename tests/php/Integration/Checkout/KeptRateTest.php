<?php
/**
 * Other deliveries come and go; the one to a service point that the shopper chose stays, at the price that was shown.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

use WC_AJAX;
use WC_Shipping_Rate;

final class KeptRateTest extends GuardTestCase {

	/** @var list<string> Ids of rates that only some carts are offered, first in the list. */
	private array $extra = [];

	protected function setUp(): void {
		parent::setUp();
		$this->extra = [];
		add_filter( 'woocommerce_package_rates', [ $this, 'with_extra' ] );
	}

	/**
	 * @param array<string, WC_Shipping_Rate> $rates
	 * @return array<string, WC_Shipping_Rate>
	 */
	public function with_extra( array $rates ): array {
		$extra = [];
		foreach ( $this->extra as $id ) {
			$extra[ $id ] = new WC_Shipping_Rate( $id, $id, '0', [], explode( ':', $id )[0] );
		}

		return $extra + $rates;
	}

	/** From the next look at the cart on. */
	private function offer( string ...$ids ): void {
		$this->extra = array_values( $ids );
		WC()->session->set( 'shipping_for_package_0', null );
	}

	/** @return array<string, array{string, list<string>, list<string>}> */
	public function changes(): array {
		$changes = [
			'another comes'                       => [ [], [ 'express:1' ] ],
			'another goes'                        => [ [ 'express:1', 'night:1' ], [ 'express:1' ] ],
			'one comes as one goes'               => [ [ 'express:1' ], [ 'night:1' ] ],
			'the cart reaches free home delivery' => [ [], [ 'free_shipping:1' ] ],
			'the cart falls short of it'          => [ [ 'express:1', 'free_shipping:1' ], [ 'express:1' ] ],
			'collecting becomes possible'         => [ [], [ 'local_pickup:1' ] ],
		];
		$roads   = [];
		foreach ( $changes as $name => $change ) {
			foreach ( $this->roads() as $road => $arguments ) {
				$roads[ "$name, $road" ] = [ ...$arguments, ...$change ];
			}
		}

		return $roads;
	}

	/**
	 * @dataProvider changes
	 * @param list<string> $before
	 * @param list<string> $after
	 */
	public function test_an_order_has_the_point_and_the_price_that_were_shown( string $road, array $before, array $after ): void {
		$this->extra = $before;
		$this->shop();
		$shown = $this->select( self::PARIS )->get_data()['totals']->total_price;
		$this->offer( ...$after );

		self::assertSame( '', $this->order_by( $road ) );

		$order = $this->only_order();
		self::assertSame( self::RELAY, array_values( $order->get_items( 'shipping' ) )[0]->get_method_id() );
		self::assertSame( $shown, (string) (int) round( 100 * (float) $order->get_total() ) );
		self::assertSame( self::PARIS, sendcloud_service_points_get_order_points( $order )[0]['service_point']['id'] );
	}

	public function test_the_block_checkout_goes_on_showing_it(): void {
		$this->shop();
		$shown = $this->select( self::PARIS )->get_data()['totals']->total_price;
		$this->offer( 'free_shipping:1' );

		$cart  = $this->store_api( 'POST', 'cart/update-customer', [ 'shipping_address' => $this->address( 'FR' ) ] );
		$rates = $cart->get_data()['shipping_rates'][0]['shipping_rates'];

		self::assertSame( [ 'free_shipping', 'flat_rate', self::RELAY ], array_column( $rates, 'method_id' ) );
		self::assertSame( [ false, false, true ], array_column( $rates, 'selected' ) );
		self::assertSame( $shown, $cart->get_data()['totals']->total_price );
		self::assertSame( self::PARIS, $this->extension( $cart )['packages'][0]['selection']['service_point']['id'] );
	}

	public function test_the_classic_checkout_goes_on_showing_it(): void {
		$this->shop();
		$this->select( self::PARIS );
		$relay = $this->rate( self::RELAY )->get_id();
		$this->offer( 'free_shipping:1' );

		$review = $this->review( $relay );

		self::assertMatchesRegularExpression( '/value="' . preg_quote( $relay, '/' ) . '"[^>]*checked/', $review );
		self::assertStringContainsString( 'Relais du Faubourg', $review );
	}

	/** @dataProvider roads */
	public function test_another_delivery_chosen_after_all_is_taken( string $road ): void {
		$this->shop();
		$this->select( self::PARIS );
		$this->offer( 'express:1' );
		$this->choose( $this->rate( 'Home delivery' ) );

		self::assertSame( '', $this->order_by( $road ) );

		self::assertSame( 'flat_rate', array_values( $this->only_order()->get_items( 'shipping' ) )[0]->get_method_id() );
	}

	public function test_other_deliveries_are_chosen_as_woocommerce_does(): void {
		$this->fill_cart();
		$this->ship_to( 'FR', '75010', 'Paris' );
		self::assertSame( [ 'flat_rate' ], wc_get_chosen_shipping_method_ids(), 'The first one, where none was chosen.' );

		$this->choose( $this->rate( 'Home delivery' ) );
		$this->offer( 'express:1' );
		$this->rates();

		self::assertSame( [ 'express' ], wc_get_chosen_shipping_method_ids() );
	}

	public function test_what_only_renewals_send_keeps_it_too(): void {
		$this->shop();
		$relay   = $this->rate( self::RELAY )->get_id();
		$package = WC()->shipping()->get_packages()[0];
		$key     = '2026_01_31_monthly_0';
		// As WooCommerce Subscriptions asks for a package of its own.
		wc_get_chosen_shipping_method_for_package( $key, $package );
		WC()->session->set( 'chosen_shipping_methods', [ $key => $relay ] + WC()->session->get( 'chosen_shipping_methods' ) );

		$package['rates'] = [ 'express:1' => new WC_Shipping_Rate( 'express:1', 'Express', '0', [], 'express' ) ] + $package['rates'];

		self::assertSame( $relay, wc_get_chosen_shipping_method_for_package( $key, $package ) );
	}

	public function test_the_classic_form_may_know_more_of_the_address_than_the_session(): void {
		$this->shop( 'NL' );
		$relay = $this->rate( self::RELAY )->get_id();
		$shown = WC()->cart->get_total( 'edit' );
		$this->shop_moves_to_france();

		$answer = $this->submit_form(
			'NL',
			[
				'shipping_method'         => [ '0' => $relay ],
				'sendcloud_service_point' => [ '0' => (string) self::EINDHOVEN ],
			]
		);

		self::assertSame( 'success', $answer['result'], $answer['messages'] ?? '' );
		$order = $this->only_order();
		self::assertSame( self::EINDHOVEN, sendcloud_service_points_get_order_points( $order )[0]['service_point']['id'] );
		self::assertSame( (float) $shown, (float) $order->get_total() );
	}

	/** @dataProvider roads */
	public function test_it_is_not_taken_to_another_country_where_it_is_not_offered( string $road ): void {
		$this->shop();
		$this->select( self::PARIS );

		self::assertStringStartsWith( 'The delivery you chose is no longer possible.', $this->order_by( $road, 'NL' ) );
		$this->assert_nothing_ordered();
	}

	/** @dataProvider roads */
	public function test_it_goes_along_to_another_country_where_it_is_but_its_point_does_not( string $road ): void {
		$this->shop( 'NL' );
		$this->extension( $this->select( self::EINDHOVEN ) );
		$this->offer( 'express:1' );

		// Another country of the same zone.
		self::assertStringContainsString( 'not in the country', $this->order_by( $road, 'BE' ) );
		$this->assert_nothing_ordered();
		self::assertSame( [ self::RELAY ], wc_get_chosen_shipping_method_ids() );
	}

	/** Another tab or a slower request has the last word in the session. */
	private function shop_moves_to_france(): void {
		$this->ship_to( 'FR', '75010', 'Paris' );
		$this->choose( $this->rate( self::RELAY ) );
	}

	/** What the classic checkout draws when something of it has changed. */
	private function review( string $rate ): string {
		$answer = $this->ajax(
			static fn () => WC_AJAX::update_order_review(),
			[
				'security'         => wp_create_nonce( 'update-order-review' ),
				'shipping_method'  => [ '0' => $rate ],
				'payment_method'   => 'cod',
				'country'          => 'FR',
				'postcode'         => '75010',
				'city'             => 'Paris',
				'address'          => 'Main Street 1',
				's_country'        => 'FR',
				's_postcode'       => '75010',
				's_city'           => 'Paris',
				's_address'        => 'Main Street 1',
				'has_full_address' => 'true',
			]
		);

		return $answer['fragments']['.woocommerce-checkout-review-order-table'];
	}
}
