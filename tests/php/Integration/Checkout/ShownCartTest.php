<?php
/**
 * An order is placed with the delivery, the point and the total that the page showed, or not at all: another tab, a coupon, the shop itself may
 * have changed the cart meanwhile.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

use WC_Coupon;
use WC_Shipping_Rate;
use WP_REST_Response;

final class ShownCartTest extends GuardTestCase {

	public function test_another_tab_has_chosen_home_delivery(): void {
		$shown = $this->page_shows();
		$this->choose( $this->rate( 'Home delivery' ) );

		$answer = $this->order_as_shown( $shown );

		self::assertSame( 409, $answer->get_status() );
		self::assertSame( 'sendcloud_service_points_lost', $answer->get_data()['code'] );
		$this->assert_nothing_ordered();
		self::assertSame( 'flat_rate', $this->selected( $answer->get_data()['data']['cart'] )['method_id'], 'The page can draw itself again.' );
	}

	public function test_another_tab_has_chosen_another_point(): void {
		$shown = $this->page_shows();
		$this->select( self::PARIS_OTHER );

		self::assertSame( 'sendcloud_service_points_lost', $this->order_as_shown( $shown )->get_data()['code'] );
		$this->assert_nothing_ordered();

		$order = $this->placed( $this->order_as_shown( $this->shown( $this->store_api( 'GET', 'cart' ) ) ) );
		self::assertSame( self::PARIS_OTHER, sendcloud_service_points_get_order_points( $order )[0]['service_point']['id'] );
	}

	public function test_another_tab_has_put_more_into_the_cart(): void {
		$shown = $this->page_shows();
		$this->fill_cart( 'mug', 2 );

		self::assertSame( 'sendcloud_service_points_lost', $this->order_as_shown( $shown )->get_data()['code'] );
		$this->assert_nothing_ordered();
		self::assertSame( 200, $this->order_as_shown( $this->shown( $this->store_api( 'GET', 'cart' ) ) )->get_status() );
	}

	public function test_a_fee_that_only_the_order_has_is_refused_once(): void {
		$shown = $this->page_shows();
		$total = $shown['total'];

		$shown['total'] = (string) ( (int) $total - 100 );
		self::assertSame( 409, $this->order_as_shown( $shown )->get_status() );
		self::assertSame( 200, $this->order_as_shown( $shown )->get_status() );
	}

	public function test_other_software_says_nothing_of_what_it_shows(): void {
		$this->page_shows();
		$this->choose( $this->rate( 'Home delivery' ) );

		self::assertSame( 200, $this->place_order()->get_status() );
	}

	public function test_the_draft_of_a_refused_order_is_not_paid_as_home_delivery(): void {
		$shown = $this->page_shows();
		$this->choose( $this->rate( 'Home delivery' ) );
		$this->order_as_shown( $shown );
		$draft = wc_get_orders( [ 'status' => 'checkout-draft' ] )[0];

		$answer = $this->store_api(
			'POST',
			'checkout/' . $draft->get_id(),
			[
				'key'              => $draft->get_order_key(),
				'billing_email'    => 'robin@example.com',
				'billing_address'  => $this->address( 'FR' ) + [ 'email' => 'robin@example.com' ],
				'shipping_address' => $this->address( 'FR' ),
				'payment_method'   => 'cod',
			]
		);
		self::assertSame( 'sendcloud_service_points_lost', $answer->get_data()['code'] );
		self::assertFalse( $this->reload( $draft )->is_paid() );

		$order = $this->placed( $this->order_as_shown( [ 'total' => $this->store_api( 'GET', 'cart' )->get_data()['totals']->total_price ] ) );
		self::assertSame( $draft->get_id(), $order->get_id() );
		self::assertFalse( $order->meta_exists( '_sendcloud_service_point_withheld' ) );
	}

	public function test_the_classic_form_orders_the_point_it_shows(): void {
		$this->page_shows();

		self::assertSame( '', $this->order_by( 'classic', 'FR', [ 'sendcloud_service_point' => [ '0' => (string) self::PARIS_OTHER ] ] ) );

		self::assertSame( self::PARIS_OTHER, sendcloud_service_points_get_order_points( $this->only_order() )[0]['service_point']['id'] );
	}

	public function test_the_classic_form_is_refused_when_the_point_it_shows_is_gone_whatever_another_tab_chose(): void {
		$this->page_shows();

		self::assertSame( 'This service point no longer exists. Please choose another one.', $this->order_by( 'classic', 'FR', [ 'sendcloud_service_point' => [ '0' => (string) self::MISSING ] ] ) );
		$this->assert_nothing_ordered();
	}

	public function test_the_classic_form_is_refused_at_another_total_and_drawn_again(): void {
		$shown = $this->page_shows();
		$this->fill_cart( 'mug', 2 );

		$answer = $this->submit_form( 'FR', [ 'sendcloud_shown_total' => $shown['total'] ] );

		self::assertStringContainsString( 'The delivery or the total is another one now', $answer['messages'] ?? '' );
		self::assertTrue( $answer['refresh'] ?? false );
		$this->assert_nothing_ordered();
	}

	public function test_the_classic_form_says_its_total(): void {
		$shown = $this->page_shows();
		WC()->cart->calculate_totals();

		self::assertStringContainsString( 'name="sendcloud_shown_total" value="' . $shown['total'] . '"', $this->review() );
		self::assertSame( '', $this->order_by( 'classic', 'FR', [ 'sendcloud_shown_total' => $shown['total'] ] ) );
	}

	/** @dataProvider roads */
	public function test_a_coupon_for_free_shipping_does_not_choose_home_delivery( string $road ): void {
		$this->offer( 'free_shipping:1', 'Free home delivery' );
		$this->page_shows();
		$coupon = new WC_Coupon();
		$coupon->set_code( 'free' );
		$coupon->set_free_shipping( true );
		$coupon->save();

		if ( 'classic' === $road ) {
			self::assertTrue( WC()->cart->apply_coupon( 'free' ) );
			WC()->cart->calculate_totals();
		} else {
			self::assertSame( 201, $this->store_api( 'POST', 'cart/coupons', [ 'code' => 'free' ] )->get_status() );
		}

		self::assertSame( [ self::RELAY ], wc_get_chosen_shipping_method_ids() );
		self::assertSame( '', $this->order_by( $road ) );
		self::assertSame( self::PARIS, sendcloud_service_points_get_order_points( $this->only_order() )[0]['service_point']['id'] );
	}

	public function test_a_coupon_chooses_free_shipping_for_those_who_have_chosen_nothing_of_ours(): void {
		$this->offer( 'free_shipping:1', 'Free home delivery' );
		$this->fill_cart();
		$this->ship_to( 'FR', '75010', 'Paris' );
		$this->choose( $this->rate( 'Home delivery' ) );
		$coupon = new WC_Coupon();
		$coupon->set_code( 'free' );
		$coupon->set_free_shipping( true );
		$coupon->save();

		WC()->cart->apply_coupon( 'free' );
		WC()->cart->calculate_totals();

		self::assertSame( [ 'free_shipping' ], wc_get_chosen_shipping_method_ids() );
	}

	/** @dataProvider roads */
	public function test_a_rate_that_only_its_name_tells_is_missed_when_it_is_gone( string $road ): void {
		$this->offer( 'table_rate:9', 'Point relais' );
		$this->fill_cart();
		$this->ship_to( 'FR', '75010', 'Paris' );
		$this->choose( $this->rate( 'Point relais' ) );
		$this->extension( $this->select( self::PARIS ) );
		remove_all_filters( 'woocommerce_package_rates' );
		WC()->session->set( 'shipping_for_package_0', null );

		self::assertStringStartsWith( 'The delivery you chose is no longer possible.', $this->order_by( $road ) );
		$this->assert_nothing_ordered();
	}

	private function offer( string $id, string $name ): void {
		add_filter(
			'woocommerce_package_rates',
			static fn ( array $rates ): array => $rates + [ $id => new WC_Shipping_Rate( $id, $name, '0', [], explode( ':', $id )[0] ) ]
		);
	}

	/**
	 * A tab with the relay method, its point and its price.
	 *
	 * @return array{total: string, rates: array<string, string>, points: array<string, int>}
	 */
	private function page_shows(): array {
		$this->shop();
		return $this->shown( $this->select( self::PARIS ) );
	}

	/** @return array{total: string, rates: array<string, string>, points: array<string, int>} What src/checkout-block/use-shown-cart.ts sends. */
	private function shown( WP_REST_Response $cart ): array {
		return [
			'total'  => $cart->get_data()['totals']->total_price,
			'rates'  => [ '0' => $this->selected( $cart->get_data() )['rate_id'] ],
			'points' => [ '0' => $this->extension( $cart )['packages'][0]['selection']['service_point']['id'] ],
		];
	}

	/**
	 * @param array<string, mixed> $cart
	 * @return array<string, mixed>
	 */
	private function selected( array $cart ): array {
		foreach ( $cart['shipping_rates'][0]['shipping_rates'] as $rate ) {
			if ( $rate['selected'] ) {
				return $rate;
			}
		}
		self::fail( 'No rate is selected.' );
	}

	/** @param array<string, mixed> $shown */
	private function order_as_shown( array $shown ): WP_REST_Response {
		return $this->store_api(
			'POST',
			'checkout',
			[
				'billing_address'  => $this->address( 'FR' ) + [ 'email' => 'robin@example.com' ],
				'shipping_address' => $this->address( 'FR' ),
				'payment_method'   => 'cod',
				'extensions'       => [ 'sendcloud-service-points' => [ 'shown' => $shown ] ],
			]
		);
	}

	private function review(): string {
		ob_start();
		woocommerce_order_review();

		return (string) ob_get_clean();
	}
}
