<?php
/**
 * Beside WooCommerce Subscriptions, its real code running.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

use WC_Order;
use WC_Product_Subscription;
use WC_Shipping_Zones;
use WC_Subscriptions_Cart;

/** @group beside-subscriptions */
final class SubscriptionsTest extends CheckoutTestCase {

	protected function setUp(): void {
		parent::setUp();
		self::assertTrue( class_exists( 'WC_Subscriptions', false ), 'WooCommerce Subscriptions runs.' );
		update_option( 'woocommerce_subscriptions_accept_manual_renewals', 'yes' );
		wp_set_current_user( $this->customer() );
	}

	/** @return int Id of someone who may have subscriptions. */
	private function customer(): int {
		$customer = wc_create_new_customer( 'robin@example.com', 'robin', 'password' );
		self::assertIsInt( $customer );
		return $customer;
	}

	private function subscribe( int $months_free ): void {
		$product = new WC_Product_Subscription();
		$product->set_props(
			[
				'name'          => 'Coffee club',
				'sku'           => 'coffee',
				'regular_price' => '10',
				'weight'        => '0.5',
			]
		);
		foreach ( [
			'price'           => '10',
			'period'          => 'month',
			'period_interval' => '1',
			'length'          => '0',
			'trial_length'    => (string) $months_free,
			'trial_period'    => 'month',
		] as $field => $value ) {
			$product->update_meta_data( "_subscription_$field", $value );
		}
		$product->save();
		$this->fill_cart( 'coffee' );
		$this->ship_to( 'FR', '75010', 'Paris' );
	}

	/** @return string Key of the package that only renewals send. */
	private function renewals(): string {
		WC()->cart->calculate_totals();
		$packages = WC_Subscriptions_Cart::get_recurring_shipping_packages();
		return (string) array_key_first( $packages[ array_key_first( WC()->cart->recurring_carts ) ] );
	}

	private function send( string|int $package_id, string $rate ): void {
		$answer = $this->store_api(
			'POST',
			'cart/select-shipping-rate',
			[
				'package_id' => $package_id,
				'rate_id'    => $rate,
			]
		);
		self::assertSame( 200, $answer->get_status() );
	}

	/** @return string Id of the relay rate of France. */
	private function relay(): string {
		foreach ( ( new WC_Shipping_Zones() )::get_zone_matching_package(
			[
				'destination' => [
					'country' => 'FR',
					'state' => '',
					'postcode' => '75010',
				],
			]
		)->get_shipping_methods( true ) as $method ) {
			if ( self::RELAY === $method->id ) {
				return $method->get_rate_id();
			}
		}
		self::fail( 'No relay method in France.' );
	}

	private function subscription(): WC_Order {
		wp_cache_flush();
		$subscriptions = array_values( wcs_get_subscriptions( [ 'subscriptions_per_page' => 5 ] ) );
		self::assertCount( 1, $subscriptions );
		return $subscriptions[0];
	}

	private function assert_point( string $name, WC_Order $order ): void {
		$lines = array_values( $order->get_items( 'shipping' ) );
		self::assertSame( $name, $lines[0]->get_meta( '_sendcloud_service_point' )['service_point']['name'] ?? '' );
		self::assertSame( $name, $order->get_meta( '_sendcloud_service_point_name' ) );
	}

	/** @dataProvider checkouts */
	public function test_a_subscription_and_its_renewals_have_the_point_of_the_order( string $checkout ): void {
		$this->subscribe( 0 );
		$this->send( 0, $this->relay() );
		$this->extension( $this->select( self::PARIS ) );

		$this->buy( $checkout );

		$this->assert_point( 'Relais du Faubourg', $this->subscription() );
		$this->assert_point( 'Relais du Faubourg', $this->reload( wcs_create_renewal_order( $this->subscription() ) ) );
	}

	/** @dataProvider checkouts */
	public function test_a_free_trial_needs_a_point_for_its_renewals( string $checkout ): void {
		$this->subscribe( 1 );
		$this->send( $this->renewals(), $this->relay() );

		self::assertStringContainsString( 'choose a service point', $this->refused( $checkout ) );
		self::assertSame( [], wcs_get_subscriptions( [] ) );

		$this->extension( $this->select( self::PARIS, '', $this->renewals() ) );
		$this->buy( $checkout );

		$this->assert_point( 'Relais du Faubourg', $this->subscription() );
		$this->assert_point( 'Relais du Faubourg', $this->reload( wcs_create_renewal_order( $this->subscription() ) ) );
	}

	/** @dataProvider checkouts */
	public function test_renewals_have_their_point_though_a_plugin_renumbers_the_packages( string $checkout ): void {
		add_filter( 'woocommerce_cart_shipping_packages', 'array_values', 20 );
		$this->subscribe( 1 );
		$this->send( $this->renewals(), $this->relay() );
		$this->extension( $this->select( self::PARIS, '', $this->renewals() ) );

		$this->buy( $checkout );

		$this->assert_point( 'Relais du Faubourg', $this->subscription() );
	}

	/** @dataProvider checkouts */
	public function test_a_free_trial_whose_renewals_go_home_needs_none( string $checkout ): void {
		$this->subscribe( 1 );
		$this->send( $this->renewals(), $this->relay() );
		$this->extension( $this->select( self::PARIS, '', $this->renewals() ) );
		$this->send( $this->renewals(), 'flat_rate:1' );

		$this->buy( $checkout );

		self::assertSame( 'flat_rate', array_values( $this->subscription()->get_items( 'shipping' ) )[0]->get_method_id() );
		self::assertSame( '', $this->subscription()->get_meta( '_sendcloud_service_point_name' ) );
	}

	public function test_what_goes_the_way_of_the_order_is_not_asked_for_twice(): void {
		$this->fill_cart( 'mug' );
		$this->subscribe( 1 );
		$this->send( 0, $this->relay() );
		$this->extension( $this->select( self::PARIS ) );

		$this->buy( 'block' );

		$this->assert_point( 'Relais du Faubourg', $this->only_order() );
		$this->assert_point( 'Relais du Faubourg', $this->subscription() );
	}

	/** @return array<string, array{string}> */
	public function checkouts(): array {
		return [
			'block checkout'   => [ 'block' ],
			'classic checkout' => [ 'classic' ],
		];
	}

	private function buy( string $checkout ): void {
		if ( 'block' === $checkout ) {
			$this->placed( $this->place_order() );
			return;
		}
		$answer = $this->submit_form();
		self::assertSame( 'success', $answer['result'], $answer['messages'] ?? '' );
	}

	/** @return string What the shopper reads. */
	private function refused( string $checkout ): string {
		if ( 'block' === $checkout ) {
			$response = $this->place_order();
			self::assertSame( 400, $response->get_status() );
			return (string) $response->get_data()['message'];
		}
		$answer = $this->submit_form();
		self::assertSame( 'failure', $answer['result'] );
		return $answer['messages'] ?? '';
	}
}
