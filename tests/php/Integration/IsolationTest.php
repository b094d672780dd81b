<?php
/**
 * The other integration tests rely on starting from the seeded shop, whatever ran before them.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

final class IsolationTest extends TestCase {

	public function visitors(): array {
		return [
			'the first visitor'  => [],
			'the second visitor' => [],
		];
	}

	/** @dataProvider visitors */
	public function test_each_test_starts_with_an_empty_cart_and_no_orders(): void {
		self::assertTrue( WC()->cart->is_empty() );
		self::assertSame( [], wc_get_orders( [ 'limit' => 1 ] ) );
		self::assertFalse( has_filter( 'woocommerce_cart_needs_payment', '__return_false' ) );

		add_filter( 'woocommerce_cart_needs_payment', '__return_false' );
		$this->fill_cart();
		$this->ship_to( 'FR', '75011', 'Paris' );
		$this->choose( $this->rate( 'Home delivery' ) );
		$order = $this->reload( $this->order() );

		self::assertSame( '8.28', wc_format_decimal( (float) $order->get_shipping_total() + (float) $order->get_shipping_tax(), 2 ) );
		self::assertCount( 1, $order->get_shipping_methods() );
	}
}
