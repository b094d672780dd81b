<?php
/**
 * Whoever pays for an order that lacks its service point chooses one there.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

use WC_Order;
use WC_Shortcodes;
use WP_REST_Response;

final class PayPageTest extends UnpaidOrderTestCase {

	/** @return array<string, array{string}> */
	public function orders(): array {
		return [
			'draft of a refused checkout' => [ 'draft of a refused checkout' ],
			'order made by the merchant'  => [ 'order made by the merchant' ],
			'renewal that failed'         => [ 'renewal that failed' ],
		];
	}

	/** @dataProvider orders */
	public function test_the_page_asks_for_the_point_and_withholds_the_payment( string $kind ): void {
		$order = $this->unpaid( $kind );
		$page  = $this->page( $order );

		self::assertStringContainsString( 'Choose a service point</button>', $page );
		self::assertStringContainsString( 'data-country="FR"', $page );
		self::assertStringNotContainsString( 'payment_method_cod', $page );
		self::assertStringNotContainsString( 'id="place_order"', $page );
		self::assertStringContainsString( 'Please choose a service point for this order before you pay for it.', $page );
	}

	/** @dataProvider orders */
	public function test_a_point_chosen_there_is_on_the_order_and_the_payment_is_taken( string $kind ): void {
		$order  = $this->unpaid( $kind );
		$answer = $this->choose_on_page( $order, self::PARIS );
		self::assertTrue( $answer['success'], (string) wp_json_encode( $answer ) );
		$this->forget();

		$order = $this->reload( $order );
		self::assertSame( self::PARIS, sendcloud_service_points_get_order_points( $order )[0]['service_point']['id'] );
		self::assertSame( (string) self::PARIS, json_decode( $order->get_meta( 'sendcloudshipping_v2_service_point' ), true )['id'] );
		$page = $this->page( $order );
		self::assertStringContainsString( 'Relais du Faubourg', $page );
		self::assertStringContainsString( 'payment_method_cod', $page );
		self::assertStringContainsString( 'id="place_order"', $page );
		self::assertSame( 200, $this->pay( $order )->get_status() );
	}

	public function test_the_point_can_be_changed_until_the_order_is_paid(): void {
		$order = $this->unpaid( 'order made by the merchant' );
		$this->choose_on_page( $order, self::PARIS );
		$this->forget();
		self::assertStringContainsString( 'Change service point</button>', $this->page( $this->reload( $order ) ) );

		$this->choose_on_page( $this->reload( $order ), self::PARIS_OTHER );

		self::assertSame( self::PARIS_OTHER, sendcloud_service_points_get_order_points( $this->reload( $order ) )[0]['service_point']['id'] );
		$notes = array_column( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ), 'content' );
		self::assertCount( 2, preg_grep( '/Service point (chosen|changed) by the customer/', $notes ) );
	}

	public function test_a_point_that_cannot_be_taken_is_refused_as_in_the_checkout(): void {
		$order = $this->unpaid( 'order made by the merchant' );

		foreach ( [
			self::EINDHOVEN   => 'sendcloud_service_points_other_country',
			self::UNAVAILABLE => 'sendcloud_service_points_unavailable',
			self::MISSING     => 'sendcloud_service_points_not_found',
		] as $point => $code ) {
			self::assertSame( $code, $this->choose_on_page( $order, $point )['data']['code'] );
		}
		self::assertSame( [], sendcloud_service_points_get_order_points( $this->reload( $order ) ) );
	}

	public function test_what_products_do_not_allow_the_page_does_not_offer(): void {
		$order   = $this->unpaid( 'order made by the merchant' );
		$product = $this->product();
		$product->update_meta_data( '_sendcloud_no_locker', 'yes' );
		$product->save();

		self::assertStringContainsString( '&quot;without_shop_types&quot;:[&quot;locker&quot;]', $this->page( $this->reload( $order ) ) );
	}

	/** @return array<string, array{callable(WC_Order): void}> */
	public function strangers(): array {
		return [
			'a guessed key'                   => [
				static function (): void {
					$_GET['key'] = 'wc_order_guessed';
				},
			],
			'no key'                          => [
				static function (): void {
					$_GET['key'] = '';
				},
			],
			'a guest, of a customers order'   => [
				static function ( WC_Order $order ): void {
					$order->set_customer_id( 1 );
					$order->save();
				},
			],
			'an order that is paid'           => [ static fn ( WC_Order $order ) => $order->update_status( 'processing' ) ],
			'an expired session of the page'  => [
				static function (): void {
					$_POST['security'] = 'x';
				},
			],
		];
	}

	/**
	 * @dataProvider strangers
	 * @param callable(WC_Order): void $disguise
	 */
	public function test_nobody_else_chooses( callable $disguise ): void {
		$order  = $this->unpaid( 'order made by the merchant' );
		$answer = $this->choose_on_page( $order, self::PARIS, $disguise );

		self::assertFalse( $answer['success'] );
		self::assertSame( [], sendcloud_service_points_get_order_points( $this->reload( $order ) ) );
	}

	public function test_the_page_says_nothing_to_strangers(): void {
		$order = $this->unpaid( 'order made by the merchant' );

		self::assertStringNotContainsString( 'scsp-choose', $this->page( $order, [ 'key' => 'wc_order_guessed' ] ) );
	}

	public function test_an_order_that_goes_home_is_paid_as_ever(): void {
		$page = $this->page( $this->order_by_hand( 'pending', 'flat_rate' ) );

		self::assertStringNotContainsString( 'scsp-choose', $page );
		self::assertStringContainsString( 'payment_method_cod', $page );
	}

	public function test_a_gateway_with_a_page_of_its_own_prints_no_form_until_the_point_is_chosen(): void {
		add_action( 'woocommerce_receipt_cod', static fn () => print 'FORM' );
		$order = $this->unpaid( 'order made by the merchant' );
		$home  = $this->order_by_hand( 'pending', 'flat_rate' );
		foreach ( [ $order, $home ] as $each ) {
			$each->set_payment_method( 'cod' );
			$each->save();
		}

		self::assertStringContainsString( 'FORM', $this->page( $home, [ 'pay_for_order' => null ] ) );
		$page = $this->page( $order, [ 'pay_for_order' => null ] );
		self::assertStringNotContainsString( 'FORM', $page );
		self::assertStringContainsString( 'Choose a service point</button>', $page );
	}

	public function test_a_merchant_may_take_payments_first(): void {
		update_option( 'sendcloud_service_points_payment_first', 'yes' );
		$order = $this->unpaid( 'order made by the merchant' );
		$page  = $this->page( $order );

		self::assertStringContainsString( 'Choose a service point</button>', $page );
		self::assertStringContainsString( 'payment_method_cod', $page );
		self::assertSame( 200, $this->pay( $order )->get_status() );
	}

	/** @dataProvider orders */
	public function test_the_store_api_takes_the_point_with_the_payment( string $kind ): void {
		$order  = $this->unpaid( $kind );
		$answer = $this->pay( $order, [ [ 'service_point_id' => self::PARIS ] ] );

		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		$paid = $this->reload( $order );
		self::assertTrue( $paid->is_paid() );
		self::assertSame( self::PARIS, sendcloud_service_points_get_order_points( $paid )[0]['service_point']['id'] );
	}

	public function test_the_store_api_refuses_without_and_with_a_wrong_one(): void {
		$order = $this->unpaid( 'order made by the merchant' );

		self::assertSame( 'sendcloud_service_points_missing', $this->pay( $order )->get_data()['code'] );
		self::assertSame( 'sendcloud_service_points_other_country', $this->pay( $this->reload( $order ), [ [ 'service_point_id' => self::EINDHOVEN ] ] )->get_data()['code'] );
		self::assertSame( 400, $this->pay( $this->reload( $order ), [ [ 'service_point_id' => 'x' ] ] )->get_status() );
		self::assertFalse( $this->reload( $order )->is_paid() );
	}

	public function test_each_of_two_parcels_gets_its_own(): void {
		$order = $this->order_by_hand( 'pending', self::RELAY, self::RELAY );
		[ $first, $second ] = array_keys( $order->get_items( 'shipping' ) );

		self::assertSame( 'sendcloud_service_points_missing', $this->pay( $order, [ [ 'service_point_id' => self::PARIS ] ] )->get_data()['code'] );
		$answer = $this->pay(
			$this->reload( $order ),
			[
				[
					'service_point_id' => self::PARIS_OTHER,
					'shipping_line_id' => $second,
				],
			]
		);

		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		$points = array_column( array_column( sendcloud_service_points_get_order_points( $this->reload( $order ) ), 'service_point' ), 'id' );
		self::assertSame( [ self::PARIS, self::PARIS_OTHER ], $points );
	}

	/**
	 * @param callable(WC_Order): void|null $disguise Changes the request or the order before it is sent.
	 * @return array<string, mixed>
	 */
	private function choose_on_page( WC_Order $order, int $point, ?callable $disguise = null ): array {
		$_GET   = [
			'order_id' => $order->get_id(),
			'key'      => $order->get_order_key(),
		];
		$posted = [
			'security'         => wp_create_nonce( 'sendcloud-select-service-point' ),
			'package_id'       => (string) array_key_first( $order->get_items( 'shipping' ) ),
			'service_point_id' => (string) $point,
			'post_number'      => '',
		];

		return $this->ajax(
			static function () use ( $disguise, $order ): void {
				if ( null !== $disguise ) {
					$disguise( $order );
					$_REQUEST = $_POST;
				}
				do_action( 'wc_ajax_sendcloud_choose_order_point' );
			},
			$posted
		);
	}

	/** @param list<array<string, mixed>>|null $points */
	private function pay( WC_Order $order, ?array $points = null ): WP_REST_Response {
		return $this->store_api(
			'POST',
			'checkout/' . $order->get_id(),
			[
				'key'              => $order->get_order_key(),
				'billing_email'    => 'robin@example.com',
				'billing_address'  => $this->address( 'FR' ) + [ 'email' => 'robin@example.com' ],
				'shipping_address' => $this->address( 'FR' ),
				'payment_method'   => 'cod',
			] + ( null === $points ? [] : [ 'extensions' => [ 'sendcloud-service-points' => [ 'points' => $points ] ] ] )
		);
	}

	/** @param array<string, string|null> $query Null takes an argument away. */
	private function page( WC_Order $order, array $query = [] ): string {
		$_GET = array_filter(
			$query + [
				'key'           => $order->get_order_key(),
				'pay_for_order' => 'true',
			]
		);
		$GLOBALS['wp']->query_vars['order-pay'] = $order->get_id();
		set_query_var( 'order-pay', $order->get_id() );
		WC()->payment_gateways()->init();
		try {
			return WC_Shortcodes::checkout( [] );
		} finally {
			unset( $GLOBALS['wp']->query_vars['order-pay'] );
			set_query_var( 'order-pay', null );
			foreach ( [ 'woocommerce_available_payment_gateways', 'woocommerce_pay_order_button_html', 'woocommerce_no_available_payment_methods_message' ] as $hook ) {
				remove_all_filters( $hook );
			}
		}
	}
}
