<?php
/**
 * A shopper who enters another address after the point is chosen: it is kept, and the page learns that nobody has looked at the two together.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

final class MovedTest extends GuardTestCase {

	public function test_the_pages_learn_of_another_town_and_keep_the_point(): void {
		$this->shop();
		self::assertSame( '', $this->extension( $this->select( self::PARIS ) )['packages']['0']['moved_to'] );

		$this->move( '69003', 'Lyon' );
		$package = $this->extension( $this->store_api( 'GET', 'cart' ) )['packages']['0'];
		self::assertSame( '69003 Lyon', $package['moved_to'] );
		self::assertSame( self::PARIS, $package['selection']['service_point']['id'] );
		self::assertStringContainsString( 'data-moved-to="69003 Lyon"', $this->review() );

		$this->move( '75010', 'PARIS' );
		self::assertSame( '', $this->extension( $this->store_api( 'GET', 'cart' ) )['packages']['0']['moved_to'] );
		self::assertStringContainsString( 'data-moved-to=""', $this->review() );
	}

	public function test_a_choice_for_the_new_address_ends_it(): void {
		$this->shop();
		$this->select( self::PARIS );
		$this->move( '69003', 'Lyon' );

		self::assertSame( '', $this->extension( $this->select( self::PARIS ) )['packages']['0']['moved_to'] );
	}

	/** @dataProvider roads */
	public function test_the_order_is_placed_with_the_point( string $road ): void {
		$this->shop();
		$this->select( self::PARIS );
		$this->move( '69003', 'Lyon' );

		self::assertSame( '', $this->order_by( $road ) );
		self::assertSame( self::PARIS, sendcloud_service_points_get_order_points( $this->only_order() )[0]['service_point']['id'] );
	}

	public function test_nothing_is_said_of_a_session_that_does_not_know_what_the_point_was_chosen_for(): void {
		$this->shop();
		$this->select( self::PARIS );
		$stored = WC()->session->get( self::SESSION );
		WC()->session->set( self::SESSION, array_map( static fn ( array $selection ): array => array_diff_key( $selection, [ 'chosen_for' => true ] ), $stored ) );
		$this->move( '69003', 'Lyon' );

		self::assertSame( '', $this->extension( $this->store_api( 'GET', 'cart' ) )['packages']['0']['moved_to'] );
	}

	public function test_no_request_of_the_cart_asks_sendcloud_where_the_new_address_is(): void {
		$this->shop();
		$this->select( self::PARIS );
		$this->sandbox( 'DELETE', '/_requests' );
		$this->move( '69003', 'Lyon' );
		$this->extension( $this->store_api( 'GET', 'cart' ) );
		$this->review();

		self::assertSame( [], $this->sandbox( 'GET', '/_requests' )['requests'] );
	}

	/** The method stays chosen, which the shop's own helper forgets. */
	private function move( string $postcode, string $city ): void {
		$this->ship_to( 'FR', $postcode, $city, 'Another Street 3' );
		$this->choose( $this->rate( self::RELAY ) );
	}

	private function review(): string {
		WC()->shipping()->packages = [];
		do_action( 'woocommerce_before_checkout_form', WC()->checkout() );
		WC()->cart->calculate_totals();
		ob_start();
		wc_cart_totals_shipping_html();

		return (string) ob_get_clean();
	}
}
