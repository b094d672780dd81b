<?php
/**
 * An order whose first payment failed is paid later, on a page that asks for no service point.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Order;

use Exception;
use SendcloudServicePoints\Tests\Integration\Checkout\CheckoutTestCase;
use SendcloudServicePoints\Tests\Integration\Checkout\Died;
use WC_Form_Handler;
use WC_Order;
use WC_Order_Item_Shipping;
use WP_REST_Response;

final class PayForOrderTest extends CheckoutTestCase {

	public function test_the_block_pages_payment_keeps_the_point(): void {
		$order = $this->unpaid_order();
		$paid  = $this->pay( $order, 'FR' );

		self::assertSame( 'processing', $paid->get_status() );
		$this->assert_goes_to_paris( $paid );
		self::assertSame( '', $this->problems( $paid ) );
	}

	public function test_the_classic_pages_payment_keeps_the_point(): void {
		$order = $this->unpaid_order();
		$this->fill_payment_form( $order );
		add_filter( 'wp_redirect', static fn ( string $url ) => throw new Died( $url ) );
		$level = ob_get_level();
		try {
			WC_Form_Handler::pay_action();
			self::fail( 'It leads nowhere.' );
		} catch ( Died $end ) {
			self::assertStringContainsString( 'order-received', $end->getMessage() );
		} finally {
			unset( $GLOBALS['wp']->query_vars['order-pay'] );
			while ( ob_get_level() > $level ) {
				ob_end_clean();
			}
		}

		$paid = $this->reload( $order );
		self::assertSame( 'processing', $paid->get_status() );
		$this->assert_goes_to_paris( $paid );
		self::assertSame( '', $this->problems( $paid ) );
	}

	public function test_another_street_of_the_same_country_is_nobodys_concern(): void {
		$paid = $this->pay( $this->unpaid_order(), 'FR', [ 'address_1' => 'Side Street 2' ] );

		self::assertSame( 'Side Street 2', $paid->get_shipping_address_1() );
		$this->assert_goes_to_paris( $paid );
		self::assertSame( '', $this->problems( $paid ) );
	}

	public function test_an_address_that_moved_abroad_is_not_paid_for_with_its_old_point(): void {
		$order  = $this->unpaid_order();
		$answer = $this->try_to_pay( $order, 'NL' );

		self::assertSame( 'sendcloud_service_points_missing', $answer->get_data()['code'] );
		self::assertSame( 'missing', $this->reload( $order )->get_meta( '_sendcloud_service_point_status' ) );
		$this->assert_goes_to_paris( $this->pay( $this->reload( $order ), 'FR' ) );
	}

	public function test_the_merchant_who_takes_payments_first_is_told_of_an_address_that_moved_abroad(): void {
		add_filter( 'sendcloud_service_points_pay_without_point', '__return_true' );

		$paid = $this->pay( $this->unpaid_order(), 'NL' );

		self::assertSame( [], sendcloud_service_points_get_order_points( $paid ) );
		self::assertSame( 'missing', $paid->get_meta( '_sendcloud_service_point_status' ) );
		self::assertStringContainsString( 'set aside, since the order does not go there any more: Relais du Faubourg', $this->problems( $paid ) );
		self::assertStringContainsString( 'was paid, but has no service point yet', $this->problems( $paid ) );
	}

	public function test_the_merchant_is_told_of_a_number_that_the_carrier_needs(): void {
		update_option( 'sendcloud_service_points_telephone', 'always' );
		$order = $this->unpaid_order();
		$paid  = $this->pay( $order, 'FR', [ 'phone' => '' ] );

		self::assertSame( 'processing', $paid->get_status() );
		self::assertStringContainsString( 'has no telephone number, which Mondial Relay needs', $this->problems( $paid ) );
	}

	public function test_a_renewal_whose_payment_failed_is_paid_with_its_point(): void {
		$order   = $this->unpaid_order();
		$renewal = wc_create_order( [ 'status' => 'failed' ] );
		$renewal->add_product( $this->product() );
		foreach ( $order->get_items( 'shipping' ) as $line ) {
			$copy = new WC_Order_Item_Shipping();
			$copy->set_props(
				[
					'method_id'    => $line->get_method_id(),
					'instance_id'  => $line->get_instance_id(),
					'method_title' => $line->get_method_title(),
				]
			);
			$copy->update_meta_data( '_sendcloud_service_point', $line->get_meta( '_sendcloud_service_point' ) );
			$renewal->add_item( $copy );
		}
		$renewal->set_address( $this->address( 'FR' ) + [ 'email' => 'robin@example.com' ], 'billing' );
		$renewal->set_address( $this->address( 'FR' ), 'shipping' );
		$renewal->calculate_totals();
		$renewal->save();
		// WooCommerce Subscriptions is not to be had here: its hook.
		apply_filters( 'wcs_new_order_created', $renewal, null, 'renewal_order' );

		$paid = $this->pay( $this->reload( $renewal ), 'FR' );

		self::assertSame( 'processing', $paid->get_status() );
		$this->assert_goes_to_paris( $paid );
		self::assertSame( '', $this->problems( $paid ) );
	}

	/** Its shopper left after the payment failed. */
	private function unpaid_order(): WC_Order {
		$this->shop();
		$this->extension( $this->select( self::PARIS ) );
		$fail = static fn () => throw new Exception( 'The card was declined.' );
		add_filter( 'woocommerce_cod_process_payment_order_status', $fail );
		self::assertSame( 400, $this->place_order()->get_status() );
		remove_filter( 'woocommerce_cod_process_payment_order_status', $fail );
		$order = $this->only_order();
		self::assertTrue( $order->needs_payment() );
		$this->forget();

		return $this->reload( $order );
	}

	/** @param array<string, string> $changes Of the address. */
	private function pay( WC_Order $order, string $country, array $changes = [] ): WC_Order {
		$answer = $this->try_to_pay( $order, $country, $changes );
		self::assertSame( 200, $answer->get_status(), (string) ( $answer->get_data()['message'] ?? '' ) );

		return $this->reload( $order );
	}

	/** @param array<string, string> $changes Of the address. */
	private function try_to_pay( WC_Order $order, string $country, array $changes = [] ): WP_REST_Response {
		$address = $changes + $this->address( $country );
		return $this->store_api(
			'POST',
			'checkout/' . $order->get_id(),
			[
				'key'              => $order->get_order_key(),
				'billing_email'    => 'robin@example.com',
				'billing_address'  => $address + [ 'email' => 'robin@example.com' ],
				'shipping_address' => $address,
				'payment_method'   => 'cod',
			]
		);
	}

	private function assert_goes_to_paris( WC_Order $order ): void {
		self::assertSame( self::PARIS, array_values( $order->get_items( 'shipping' ) )[0]->get_meta( '_sendcloud_service_point' )['service_point']['id'] );
		self::assertSame( (string) self::PARIS, $order->get_meta( '_sendcloud_service_point_id' ) );
		self::assertSame( (string) self::PARIS, json_decode( $order->get_meta( 'sendcloudshipping_v2_service_point' ), true )['id'] );
		self::assertSame( 'ok', $order->get_meta( '_sendcloud_service_point_status' ) );
	}

	/** What the merchant is told. */
	private function problems( WC_Order $order ): string {
		$notes = array_column( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ), 'content' );
		return implode( ' ', preg_grep( '/service point/i', $notes ) );
	}
}
