<?php
/**
 * Every road round the validator: none leads to an order.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

use WC_Shipping_Rate;
use WP_Error;

final class GuardTest extends GuardTestCase {

	/** @dataProvider roads */
	public function test_refuses_an_order_without_a_point( string $road ): void {
		$this->shop();

		self::assertSame( 'Please choose a service point.', $this->order_by( $road ) );
		$this->assert_nothing_ordered();
	}

	/** @dataProvider roads */
	public function test_places_the_order_with_a_point( string $road ): void {
		$this->shop();
		$this->select( self::PARIS );

		self::assertSame( '', $this->order_by( $road ) );
		self::assertSame( self::PARIS, sendcloud_service_points_get_order_points( $this->only_order() )[0]['service_point']['id'] );
	}

	/** @dataProvider roads */
	public function test_a_free_order_needs_a_point_too( string $road ): void {
		add_filter( 'woocommerce_package_rates', [ $this, 'make_free' ] );
		$this->shop( 'FR', self::RELAY, 'sticker' );
		self::assertSame( 0.0, (float) WC()->cart->get_total( 'edit' ) );

		self::assertSame( 'Please choose a service point.', $this->order_by( $road ) );
		$this->assert_nothing_ordered();

		$this->select( self::PARIS );
		self::assertSame( '', $this->order_by( $road ) );
	}

	/** @dataProvider roads */
	public function test_a_delivery_that_is_gone_is_not_replaced_in_silence( string $road ): void {
		$this->shop();
		$this->select( self::PARIS );
		add_filter( 'woocommerce_shipping_' . self::RELAY . '_is_available', '__return_false' );
		WC()->session->set( 'shipping_for_package_0', null );

		self::assertStringStartsWith( 'The delivery you chose is no longer possible.', $this->order_by( $road ) );
		$this->assert_nothing_ordered();

		self::assertSame( '', $this->order_by( $road ), 'Now the shopper knows.' );
		self::assertSame( [], sendcloud_service_points_get_order_points( $this->only_order() ) );
	}

	/**
	 * @param array<string, WC_Shipping_Rate> $rates
	 * @return array<string, WC_Shipping_Rate>
	 */
	public function make_free( array $rates ): array {
		foreach ( $rates as $rate ) {
			$rate->set_cost( '0' );
			$rate->set_taxes( [] );
		}

		return $rates;
	}

	/** @dataProvider roads */
	public function test_another_method_needs_no_point( string $road ): void {
		$this->shop( 'FR', 'Home delivery' );

		self::assertSame( '', $this->order_by( $road ) );
		self::assertSame( [], sendcloud_service_points_get_order_points( $this->only_order() ) );
	}

	/** @dataProvider roads */
	public function test_orders_with_a_point_chosen_before_sendcloud_went_down( string $road ): void {
		$this->shop();
		$this->select( self::PARIS );
		$this->sandbox( 'POST', '/_faults', [ 'fault' => 'server_error' ] );

		self::assertSame( '', $this->order_by( $road ) );
		self::assertSame( self::PARIS, sendcloud_service_points_get_order_points( $this->only_order() )[0]['service_point']['id'] );
	}

	public function test_software_that_creates_orders_without_validating_them_cannot_either(): void {
		$this->shop();

		$order = WC()->checkout()->create_order( [ 'payment_method' => 'cod' ] );

		self::assertInstanceOf( WP_Error::class, $order );
		self::assertSame( 'Please choose a service point.', $order->get_error_message() );
	}

	public function test_an_order_id_in_the_body_is_no_way_past(): void {
		$this->shop();

		$response = $this->store_api(
			'POST',
			'checkout',
			[
				'id'               => 1,
				'billing_address'  => $this->address( 'FR' ) + [ 'email' => 'robin@example.com' ],
				'shipping_address' => $this->address( 'FR' ),
				'payment_method'   => 'cod',
			]
		);

		self::assertSame( 400, $response->get_status() );
		self::assertSame( 'sendcloud_service_points_missing', $response->get_data()['code'] );
		$this->assert_nothing_ordered();
	}

	public function test_the_block_checkout_learns_what_to_show_where(): void {
		$this->shop();

		$answer = $this->place_order()->get_data();

		self::assertSame( 'sendcloud_service_points_missing', $answer['code'] );
		self::assertSame( 'wc/checkout/shipping-methods', $answer['data']['context'] );
	}

	public function test_saving_a_draft_needs_no_point(): void {
		$this->shop();

		$response = $this->store_api( 'PUT', 'checkout', [ 'payment_method' => 'cod' ] );

		self::assertSame( 200, $response->get_status() );
	}
}
