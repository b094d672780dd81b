<?php
/**
 * A shopper who checks out, by whatever road.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

use SendcloudServicePoints\Tests\Integration\TestCase;
use WC_Order;
use WP_REST_Request;
use WP_REST_Response;

abstract class CheckoutTestCase extends TestCase {

	/** The sandbox' points with a known oddity; tests/sandbox/data/fixed-points.ts. */
	protected const EINDHOVEN      = 1000001;
	protected const PARIS          = 1000010;
	protected const PARIS_OTHER    = 1000011;
	protected const QUOTED_NAME    = 1000012;
	protected const ACCENTED_NAME  = 1000013;
	protected const EXPIRED        = 1000014;
	protected const STALE          = 1000020;
	protected const HOLIDAY        = 1000022;
	protected const UNAVAILABLE    = 1000015;
	protected const SPLIT_DAYS     = 1000018;
	protected const MARKUP_NAME    = 1000019;
	protected const PACKSTATION    = 1000030;
	protected const BERLIN_SHOP    = 1000031;
	protected const BERLIN_HERMES  = 1000032;
	protected const BRUSSELS       = 1000040;
	protected const MADRID         = 1000041;
	protected const ROME           = 1000042;
	protected const LAS_PALMAS     = 1000043;
	protected const MISSING        = 1999999;

	protected const RELAY = 'service_point_v2_shipping_method';

	private const TOWNS = [
		'FR' => [ '75010', 'Paris' ],
		'NL' => [ '5611 EM', 'Eindhoven' ],
		'DE' => [ '10178', 'Berlin' ],
		'ES' => [ '28013', 'Madrid' ],
		'IT' => [ '00187', 'Roma' ],
		'BE' => [ '1000', 'Bruxelles' ],
	];

	protected function tearDown(): void {
		$this->sandbox( 'DELETE', '/_faults' );
		parent::tearDown();
	}

	/** A shopper of that country with something in the cart, who chose the relay method. */
	protected function shop( string $country = 'FR', string $method = self::RELAY, string $sku = 'mug' ): void {
		$this->fill_cart( $sku );
		$this->ship_to( $country, ...self::TOWNS[ $country ] );
		$this->choose( $this->rate( $method ) );
	}

	/** @return array<string, string> */
	protected function address( string $country ): array {
		return [
			'first_name' => 'Robin',
			'last_name'  => 'Tester',
			'company'    => '',
			'address_1'  => 'Main Street 1',
			'address_2'  => '',
			'city'       => self::TOWNS[ $country ][1],
			'state'      => '',
			'postcode'   => self::TOWNS[ $country ][0],
			'country'    => $country,
			'phone'      => '0612345678',
		];
	}

	/**
	 * A request of the block checkout, or of anyone who talks like it.
	 *
	 * @param array<string, mixed> $params
	 */
	protected function store_api( string $method, string $path, array $params = [] ): WP_REST_Response {
		$request = new WP_REST_Request( $method, "/wc/store/v1/$path" );
		$request->set_header( 'Nonce', wp_create_nonce( 'wc_store_api' ) );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( (string) wp_json_encode( $params ) );
		WC()->shipping()->packages = [];

		return rest_do_request( $request );
	}

	/** The block checkout's choice of a point. */
	protected function select( int $service_point_id, string $post_number = '', string|int $package_id = '0', ?string $rate_id = null ): WP_REST_Response {
		return $this->store_api(
			'POST',
			'cart/extensions',
			[
				'namespace' => 'sendcloud-service-points',
				'data'      => [
					'action'           => 'select',
					'package_id'       => $package_id,
					'service_point_id' => $service_point_id,
					'post_number'      => $post_number,
				] + ( null === $rate_id ? [] : [ 'rate_id' => $rate_id ] ),
			]
		);
	}

	/** The block checkout's "Place order". */
	protected function place_order( string $country = 'FR' ): WP_REST_Response {
		return $this->store_api(
			'POST',
			'checkout',
			[
				'billing_address'  => $this->address( $country ) + [ 'email' => 'robin@example.com' ],
				'shipping_address' => $this->address( $country ),
				'payment_method'   => 'cod',
			]
		);
	}

	/**
	 * The classic checkout's form.
	 *
	 * @param array<string, mixed> $fields On top of the address and the chosen method.
	 * @return array{result: string, messages?: string, redirect?: string, order_id?: int}
	 */
	protected function submit_form( string $country = 'FR', array $fields = [] ): array {
		$posted = [
			'woocommerce-process-checkout-nonce' => wp_create_nonce( 'woocommerce-process_checkout' ),
			'payment_method'                     => 'cod',
			'shipping_method'                    => WC()->session->get( 'chosen_shipping_methods' ),
			'billing_email'                      => 'robin@example.com',
		];

		foreach ( $this->address( $country ) as $field => $value ) {
			$posted[ "billing_$field" ] = $value;
		}

		WC()->shipping()->packages = [];
		wc_clear_notices();

		return $this->ajax( static fn () => WC()->checkout()->process_checkout(), $fields + $posted );
	}

	/**
	 * What an AJAX action answers.
	 *
	 * @param array<string, mixed> $posted
	 * @return array<string, mixed>
	 */
	protected function ajax( callable $action, array $posted ): array {
		$_POST    = wp_slash( $posted );
		$_REQUEST = $_POST; // phpcs:ignore WordPress.Security.NonceVerification

		add_filter( 'wp_doing_ajax', '__return_true' );
		add_filter( 'wp_die_ajax_handler', static fn () => static fn () => throw new Died() );
		ob_start();

		try {
			$action();
			self::fail( 'The action did not answer.' );
		} catch ( Died ) {
			$answer = json_decode( (string) ob_get_contents(), true );
		} finally {
			ob_end_clean();
			$_POST    = [];
			$_REQUEST = [];
			remove_all_filters( 'wp_doing_ajax' );
		}

		self::assertIsArray( $answer );

		return $answer;
	}

	/**
	 * What the cart says about service points.
	 *
	 * @return array<string, mixed>
	 */
	protected function extension( WP_REST_Response $response ): array {
		$cart = json_decode( (string) wp_json_encode( $response->get_data() ), true );
		self::assertSame( 200, $response->get_status(), (string) ( $cart['message'] ?? '' ) );

		return $cart['extensions']['sendcloud-service-points'];
	}

	protected function placed( WP_REST_Response $response ): WC_Order {
		$data = $response->get_data();
		self::assertSame( 200, $response->get_status(), (string) ( $data['message'] ?? '' ) );
		wp_cache_flush();
		$order = wc_get_order( $data['order_id'] );
		self::assertInstanceOf( WC_Order::class, $order );

		return $order;
	}

	/** The one order there is. */
	protected function only_order(): WC_Order {
		wp_cache_flush();
		$orders = wc_get_orders(
			[
				'limit' => 5,
				'status' => 'any',
			]
		);
		self::assertCount( 1, $orders );

		return $orders[0];
	}

	protected function assert_nothing_ordered(): void {
		wp_cache_flush();
		self::assertSame( [], wc_get_orders( [ 'status' => array_diff( array_keys( wc_get_order_statuses() ), [ 'wc-checkout-draft' ] ) ] ) );
		self::assertFalse( WC()->cart->is_empty(), 'The cart is intact.' );
	}
}
