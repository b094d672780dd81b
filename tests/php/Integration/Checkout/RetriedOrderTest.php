<?php
/**
 * What a choice outlives, and what it does not.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

use Exception;
use WC_Meta_Data;

final class RetriedOrderTest extends GuardTestCase {

	/** @dataProvider roads */
	public function test_a_retry_after_a_failed_payment_takes_the_new_point( string $road ): void {
		$this->shop();
		$this->select( self::PARIS );

		$fail = static fn () => throw new Exception( 'The card was declined.' );
		add_filter( 'woocommerce_cod_process_payment_order_status', $fail );
		self::assertStringContainsString( 'declined', $this->order_by( $road ) );
		self::assertFalse( WC()->cart->is_empty() );

		remove_filter( 'woocommerce_cod_process_payment_order_status', $fail );
		$this->select( self::PARIS_OTHER );
		self::assertSame( '', $this->order_by( $road ) );

		$order = $this->only_order();
		$lines = array_values( $order->get_items( 'shipping' ) );
		self::assertCount( 1, $lines );
		self::assertSame( self::PARIS_OTHER, $lines[0]->get_meta( '_sendcloud_service_point' )['service_point']['id'] );
		self::assertSame( (string) self::PARIS_OTHER, $order->get_meta( '_sendcloud_service_point_id' ) );
		self::assertSame( (string) self::PARIS_OTHER, json_decode( $order->get_meta( 'sendcloudshipping_v2_service_point' ), true )['id'] );
	}

	/** @dataProvider roads */
	public function test_a_retry_with_another_method_takes_the_point_away( string $road ): void {
		$this->shop();
		$this->select( self::PARIS );

		$fail = static fn () => throw new Exception( 'The card was declined.' );
		add_filter( 'woocommerce_cod_process_payment_order_status', $fail );
		$this->order_by( $road );
		remove_filter( 'woocommerce_cod_process_payment_order_status', $fail );

		$this->choose( $this->rate( 'Home delivery' ) );
		self::assertSame( '', $this->order_by( $road ) );

		$orders = wc_get_orders( [ 'status' => 'processing' ] );
		self::assertCount( 1, $orders );
		$keys = array_map( static fn ( WC_Meta_Data $meta ): string => $meta->key, $orders[0]->get_meta_data() );
		self::assertSame( [], preg_grep( '/sendcloud/', $keys ) );
	}

	/** @dataProvider roads */
	public function test_the_choice_is_forgotten_with_the_cart( string $road ): void {
		$this->shop();
		$this->select( self::PARIS );
		self::assertSame( '', $this->order_by( $road ) );

		$this->shop();
		self::assertSame( 'Please choose a service point.', $this->order_by( $road ) );
	}
}
