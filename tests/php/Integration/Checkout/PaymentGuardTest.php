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
use WC_Order_Item_Shipping;
use WC_Shipping_Rate;
use WC_Shortcodes;
use WP_REST_Response;

final class PaymentGuardTest extends GuardTestCase {

	private const REFUSED = 'This order cannot be paid yet: it has no service point to be delivered to. Please contact us.';

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

	public function test_the_page_says_it_before_anybody_types_a_card_number(): void {
		$order = $this->unpaid( 'order made by the merchant' );

		self::assertSame( 1, substr_count( $this->page( $order, [ 'pay_for_order' => 'true' ] ), self::REFUSED ) );
	}

	public function test_the_page_after_a_refusal_says_it_once(): void {
		$order = $this->unpaid( 'order made by the merchant' );
		$this->submit( $order );

		self::assertSame( 1, substr_count( $this->page( $order, [ 'pay_for_order' => 'true' ] ), self::REFUSED ) );
	}

	public function test_the_page_says_nothing_to_strangers(): void {
		$order = $this->unpaid( 'order made by the merchant' );

		self::assertStringNotContainsString( self::REFUSED, $this->page( $order, [ 'key' => 'wc_order_guessed' ] ) );
	}

	public function test_a_gateway_with_a_page_of_its_own_prints_no_form_there(): void {
		add_action( 'woocommerce_receipt_cod', static fn () => print 'FORM' );
		$order = $this->unpaid( 'order made by the merchant' );
		$home  = $this->order_by_hand( 'pending', 'flat_rate' );
		foreach ( [ $order, $home ] as $each ) {
			$each->set_payment_method( 'cod' );
			$each->save();
		}

		self::assertStringContainsString( 'FORM', $this->page( $home ) );
		$page = $this->page( $order );
		self::assertStringNotContainsString( 'FORM', $page );
		self::assertStringContainsString( self::REFUSED, $page );
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

	private function unpaid( string $kind ): WC_Order {
		if ( 'draft of a refused checkout' !== $kind ) {
			return $this->order_by_hand( 'renewal that failed' === $kind ? 'failed' : 'pending', self::RELAY );
		}
		$this->shop();
		self::assertSame( 400, $this->place_order()->get_status() );
		$drafts = wc_get_orders( [ 'status' => 'checkout-draft' ] );
		self::assertCount( 1, $drafts );
		$this->forget();

		return $this->reload( $drafts[0] );
	}

	private function order_by_hand( string $status, string ...$methods ): WC_Order {
		$order = wc_create_order( [ 'status' => $status ] );
		$order->add_product( $this->product(), 1 );
		foreach ( $methods as $method ) {
			$line = new WC_Order_Item_Shipping();
			$line->set_method_id( $method );
			$order->add_item( $line );
		}
		$order->set_address( $this->address( 'FR' ) + [ 'email' => 'robin@example.com' ], 'billing' );
		$order->set_address( $this->address( 'FR' ), 'shipping' );
		$order->calculate_totals();
		$order->save();

		return $this->reload( $order );
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

	/**
	 * The page itself.
	 *
	 * @param array<string, string> $query
	 */
	private function page( WC_Order $order, array $query = [] ): string {
		$_GET = $query + [ 'key' => $order->get_order_key() ];

		$GLOBALS['wp']->query_vars['order-pay'] = $order->get_id();
		set_query_var( 'order-pay', $order->get_id() );
		try {
			return WC_Shortcodes::checkout( [] );
		} finally {
			unset( $GLOBALS['wp']->query_vars['order-pay'] );
			set_query_var( 'order-pay', null );
		}
	}
}
