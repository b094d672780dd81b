<?php
/**
 * Every kind of order that a shop knows reaches Sendcloud as its document wants it; the sandbox holds what arrives to the document.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Export;

use SendcloudServicePoints\Export\ExportState;
use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Settings\ExportSettings;
use WC_Coupon;
use WC_Order;
use WC_Order_Item_Fee;
use WC_Order_Item_Shipping;

final class OrderKindsTest extends ExportTestCase {

	protected function setUp(): void {
		parent::setUp();
		update_option( ExportSettings::ORDERS, 'all' );
	}

	public function test_several_packages_and_a_post_number(): void {
		$order  = $this->place_order( self::selection( '12345678' ) );
		$second = new WC_Order_Item_Shipping();
		$second->set_props(
			[
				'method_id'    => 'service_point_v2_shipping_method',
				'method_title' => 'Service Point Delivery',
				'total'        => '4.00',
			]
		);
		$order->add_item( $second );
		$order->calculate_totals();
		( new OrderServicePoints() )->write( $order, [ self::selection( '12345678' ), self::selection() ] );
		$order->save();

		$sent = $this->sent( $order );
		self::assertSame( '12345678', $sent['service_point_details']['post_number'] );
		self::assertStringContainsString( '+ Relais du Faubourg', $sent['order_details']['notes'] );
	}

	public function test_an_order_without_a_point(): void {
		self::assertArrayNotHasKey( 'service_point_details', $this->sent( $this->place_order() ) );
	}

	public function test_a_discount_and_fees(): void {
		$coupon = new WC_Coupon();
		$coupon->set_code( 'tenth' );
		$coupon->set_discount_type( 'percent' );
		$coupon->set_amount( 10 );
		$coupon->save();
		$order = $this->place_order( self::selection(), 'processing', 'mug', 3 );
		$order->apply_coupon( 'tenth' );
		foreach ( [ 2.5, -1.0 ] as $amount ) {
			$fee = new WC_Order_Item_Fee();
			$fee->set_name( $amount > 0 ? 'Wrapping' : 'Loyalty' );
			$fee->set_amount( (string) $amount );
			$fee->set_total( (string) $amount );
			$fee->set_tax_status( 'none' );
			$order->add_item( $fee );
		}
		$order->calculate_totals();
		$order->save();

		$payment = $this->sent( $order )['payment_details'];
		self::assertSame( '2.50', $payment['other_costs']['value'], 'What is added to the price is told; what a fee takes off is no cost.' );
		self::assertGreaterThan( 0, (float) $payment['discount_granted']['value'] );
		self::assertEqualsWithDelta( (float) $order->get_total(), $payment['total_price']['value'], 0.001 );
	}

	public function test_a_refund_of_one_of_two_things(): void {
		$order = $this->place_order( self::selection(), 'processing', 'mug', 2 );
		$item  = array_values( $order->get_items() )[0];
		wc_create_refund(
			[
				'order_id'   => $order->get_id(),
				'amount'     => 5,
				'line_items' => [
					$item->get_id() => [
						'qty'          => 1,
						'refund_total' => 5,
					],
				],
			]
		);
		$order = $this->reload( $order );
		$order->save();

		$sent = $this->sent( $order );
		self::assertSame( 1, $sent['order_details']['order_items'][0]['quantity'] );
		self::assertEqualsWithDelta( (float) $order->get_total() - 5, $sent['payment_details']['total_price']['value'], 0.001 );
	}

	public function test_a_download_beside_a_parcel(): void {
		$order = $this->place_order( self::selection() );
		$order->add_product( $this->product( 'e-book' ) );
		$order->calculate_totals();
		$order->save();
		self::assertSame( [ 'mug' ], array_column( $this->sent( $order )['order_details']['order_items'], 'sku' ) );
	}

	public function test_a_renewal(): void {
		$order = $this->place_order( self::selection() );
		$order->set_created_via( 'subscription' );
		$order->update_meta_data( '_subscription_renewal', '1' );
		$order->save();
		self::assertSame( '1000010', $this->sent( $order )['service_point_details']['id'] );
	}

	public function test_an_order_that_costs_nothing_of_a_product_that_is_gone(): void {
		$order = $this->place_order( self::selection() );
		foreach ( $order->get_items() as $item ) {
			$item->set_props(
				[
					'name'       => '',
					'product_id' => 0,
					'subtotal'   => '0',
					'total'      => '0',
				]
			);
		}
		foreach ( $order->get_items( 'shipping' ) as $line ) {
			$line->set_props( [ 'total' => '0' ] );
		}
		$order->calculate_totals();
		$order->save();

		$item = $this->sent( $order )['order_details']['order_items'][0];
		self::assertStringStartsWith( '#', $item['name'] );
		self::assertArrayNotHasKey( 'product_id', $item );
		self::assertEquals( 0, $item['total_price']['value'] );
	}

	public function test_a_country_of_origin_in_words_is_left_out(): void {
		$product = $this->product();
		$product->update_meta_data( 'sc_country_of_origin', 'Portugal' );
		$product->save();
		self::assertArrayNotHasKey( 'country_of_origin', $this->sent( $this->place_order( self::selection() ) )['order_details']['order_items'][0] );

		$product->update_meta_data( 'sc_country_of_origin', 'pt' );
		$product->save();
		self::assertSame( 'PT', $this->sent( $this->place_order( self::selection() ) )['order_details']['order_items'][0]['country_of_origin'] );
	}

	public function test_who_gives_no_whole_billing_address_gets_the_parcel_all_the_same(): void {
		$order = $this->place_order( self::selection() );
		$order->set_billing_city( '' );
		$order->set_billing_postcode( '' );
		$order->save();

		$sent = $this->sent( $order );
		self::assertArrayNotHasKey( 'billing_address', $sent );
		self::assertSame( 'Robin Tester', $sent['customer_details']['name'] );
		self::assertSame( '75002', $sent['shipping_address']['postal_code'] );
	}

	public function test_a_delivery_address_without_a_name_has_the_buyers(): void {
		$order = $this->place_order( self::selection() );
		$order->set_shipping_first_name( '' );
		$order->set_shipping_last_name( '' );
		$order->save();
		self::assertSame( 'Robin Tester', $this->sent( $order )['shipping_address']['name'] );
	}

	public function test_a_currency_that_sendcloud_does_not_take_says_so_and_holds_nobody_up(): void {
		$foreign = $this->place_order( self::selection() );
		$foreign->set_currency( 'CHF' );
		$foreign->save();
		$pounds = $this->place_order( self::selection() );
		$pounds->set_currency( 'GBP' );
		$pounds->save();
		$this->run_queue();

		self::assertSame( 'GBP', $this->at_sendcloud()[ $pounds->get_id() ]['payment_details']['total_price']['currency'] );
		self::assertSame( ExportState::Failed, $this->record( $foreign )->state() );
		self::assertStringContainsString( 'currency: Input should be', $this->record( $foreign )->error() );
	}

	/**
	 * What Sendcloud has of an order after the queue has run.
	 *
	 * @return array<string, mixed>
	 */
	private function sent( WC_Order $order ): array {
		$before = $this->violations();
		$this->run_queue();
		self::assertSame( '', $this->record( $order )->error() );
		self::assertSame( $before, $this->violations() );
		return $this->at_sendcloud()[ $order->get_id() ];
	}

	/** @return list<array<string, mixed>> Empty too where Sendcloud's documents are not at hand. */
	private function violations(): array {
		return $this->sandbox( 'GET', '/_contract' )['violations'];
	}
}
