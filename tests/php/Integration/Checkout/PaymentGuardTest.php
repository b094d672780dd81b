<?php
/**
 * An order that exists already is paid by its key: nobody pays for one whose delivery lacks its service point.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

use Automattic\WooCommerce\StoreApi\Exceptions\RouteException;
use Automattic\WooCommerce\StoreApi\Payments\PaymentContext;
use Automattic\WooCommerce\StoreApi\Payments\PaymentResult;
use WC_Form_Handler;
use WC_Order;
use WC_Shipping_Rate;
use WP_REST_Response;

final class PaymentGuardTest extends UnpaidOrderTestCase {

	private const REFUSED = 'Please choose a service point for this order before you pay for it.';

	/** @return array<string, array{string, string}> */
	public function orders(): array {
		$orders = [];
		foreach ( [ 'draft of a refused checkout', 'order made by the merchant', 'renewal that failed' ] as $kind ) {
			$orders[ "$kind, store api" ] = [ 'store api', $kind ];
			$orders[ "$kind, order-pay" ] = [ 'classic', $kind ];
		}

		return $orders;
	}

	/** @dataProvider orders */
	public function test_refuses_the_payment( string $road, string $kind ): void {
		$order = $this->unpaid( $kind );

		self::assertSame( self::REFUSED, $this->pay( $road, $order ) );
		self::assertFalse( $this->reload( $order )->is_paid() );
		self::assertTrue( $this->reload( $order )->needs_payment() );
	}

	/** @dataProvider roads */
	public function test_takes_the_payment_once_the_merchant_has_chosen_a_point( string $road ): void {
		$order = $this->unpaid( 'order made by the merchant' );
		wp_set_current_user( 1 );
		$answer = $this->rest( 'POST', "/sendcloud-service-points/v1/orders/{$order->get_id()}/service-point", [ 'service_point_id' => self::PARIS ] );
		self::assertSame( 200, $answer->get_status() );
		$this->forget();

		self::assertSame( '', $this->pay( $road, $this->reload( $order ) ) );
		self::assertTrue( $this->reload( $order )->is_paid() );
	}

	/** @dataProvider roads */
	public function test_takes_the_payment_of_an_order_that_goes_home( string $road ): void {
		$order = $this->order_by_hand( 'pending', 'flat_rate' );

		self::assertSame( '', $this->pay( $road, $order ) );
		self::assertTrue( $this->reload( $order )->is_paid() );
	}

	/** @dataProvider roads */
	public function test_one_point_is_not_enough_for_two_parcels( string $road ): void {
		$order = $this->order_by_hand( 'pending', self::RELAY, self::RELAY );
		$lines = array_values( $order->get_items( 'shipping' ) );
		$point = [
			'id'   => self::PARIS,
			'name' => 'Relais',
		];
		$lines[0]->update_meta_data( '_sendcloud_service_point', [ 'service_point' => $point ] );
		$lines[0]->save();

		self::assertSame( self::REFUSED, $this->pay( $road, $this->reload( $order ) ) );
		self::assertFalse( $this->reload( $order )->is_paid() );
	}

	/** @dataProvider roads */
	public function test_takes_the_payment_of_an_older_plugins_order( string $road ): void {
		$order = $this->order_by_hand( 'pending', self::RELAY );
		$order->update_meta_data(
			'sendcloudshipping_service_point_meta',
			[
				'id'    => '1000010',
				'extra' => 'Relais|Rue 1|75010 Paris',
			]
		);
		$order->save();

		self::assertSame( '', $this->pay( $road, $this->reload( $order ) ) );
		self::assertTrue( $this->reload( $order )->is_paid() );
	}

	/** @dataProvider roads */
	public function test_a_shop_may_take_payments_first( string $road ): void {
		$order = $this->unpaid( 'order made by the merchant' );
		$asked = [];
		add_filter(
			'sendcloud_service_points_pay_without_point',
			static function ( bool $allowed, WC_Order $of ) use ( &$asked ): bool {
				$asked[] = [ $allowed, $of->get_id() ];
				return true;
			},
			10,
			2
		);

		self::assertSame( '', $this->pay( $road, $order ) );
		self::assertTrue( $this->reload( $order )->is_paid() );
		self::assertContains( [ false, $order->get_id() ], $asked );
	}

	public function test_the_store_api_says_what_is_missing(): void {
		$answer = $this->pay_by_store_api( $this->unpaid( 'order made by the merchant' ) );

		self::assertSame( 400, $answer->get_status() );
		self::assertSame( 'sendcloud_service_points_missing', $answer->get_data()['code'] );
	}

	/** An agent's checkout makes its order of the cart without the hooks of the others. */
	public function test_no_gateway_of_the_store_api_is_asked(): void {
		$context = new PaymentContext();
		$context->set_order( $this->unpaid( 'order made by the merchant' ) );
		$context->set_payment_method( 'cod' );
		$result = new PaymentResult();

		$this->expectException( RouteException::class );
		$this->expectExceptionMessage( self::REFUSED );

		do_action_ref_array( 'woocommerce_rest_checkout_process_payment_with_context', [ $context, &$result ] );
	}

	public function test_what_the_checkout_has_let_pass_is_not_asked_for_again(): void {
		// By its own name and settings the line would need a point.
		add_filter( 'sendcloud_service_points_rate_needs_point', static fn ( bool $needs, WC_Shipping_Rate $rate ): bool => $needs && '0' === $rate->get_cost(), 10, 2 );
		$this->shop();

		self::assertSame( '', $this->order_by( 'store api' ) );
	}

	/** Says why the payment was refused, or nothing. */
	private function pay( string $road, WC_Order $order ): string {
		if ( 'classic' === $road ) {
			return $this->submit( $order );
		}
		$answer = $this->pay_by_store_api( $order );

		return 200 === $answer->get_status() ? '' : $answer->get_data()['message'];
	}

	private function pay_by_store_api( WC_Order $order ): WP_REST_Response {
		return $this->store_api(
			'POST',
			'checkout/' . $order->get_id(),
			[
				'key'              => $order->get_order_key(),
				'billing_email'    => 'robin@example.com',
				'billing_address'  => $this->address( 'FR' ) + [ 'email' => 'robin@example.com' ],
				'shipping_address' => $this->address( 'FR' ),
				'payment_method'   => 'cod',
			]
		);
	}

	/** The form of the page to pay for an order. */
	private function submit( WC_Order $order ): string {
		$this->fill_payment_form( $order );
		$redirect                               = static fn () => throw new Died();
		add_filter( 'wp_redirect', $redirect );
		$level = ob_get_level();
		try {
			WC_Form_Handler::pay_action();

			return implode( ' ', array_column( wc_get_notices( 'error' ), 'notice' ) );
		} catch ( Died ) {
			return '';
		} finally {
			remove_filter( 'wp_redirect', $redirect );
			unset( $GLOBALS['wp']->query_vars['order-pay'] );
			$_POST    = [];
			$_REQUEST = [];
			while ( ob_get_level() > $level ) {
				ob_end_clean();
			}
		}
	}
}
