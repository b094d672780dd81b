<?php
/**
 * A test inside a real shop: whatever it writes is rolled back, whatever it hooks is unhooked.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

use PHPUnit\Framework\TestCase as PHPUnitTestCase;
use WC_Cart;
use WC_Cart_Session;
use WC_Customer;
use WC_Order;
use WC_Product;
use WC_Session;
use WC_Shipping_Rate;
use WP_Hook;
use WP_REST_Request;
use WP_REST_Response;

abstract class TestCase extends PHPUnitTestCase {

	/** @var array<string, WP_Hook> */
	private array $hooks = [];

	protected function setUp(): void {
		parent::setUp();
		$this->hooks = array_map( static fn ( WP_Hook $hook ): WP_Hook => clone $hook, $GLOBALS['wp_filter'] );
		$GLOBALS['wpdb']->query( 'START TRANSACTION' );
		$this->forget();
	}

	protected function tearDown(): void {
		$GLOBALS['wpdb']->query( 'ROLLBACK' );
		$GLOBALS['wp_filter'] = $this->hooks; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
		$this->forget();
		parent::tearDown();
	}

	/** A new visitor in a new request. */
	protected function forget(): void {
		$_GET     = [];
		$_POST    = [];
		$_REQUEST = [];
		$_COOKIE  = [];
		wp_cache_flush();
		wp_set_current_user( 0 );
		unset( $GLOBALS['wp_rest_server'] );
		$this->unhook_cart();
		WC()->session  = null;
		WC()->customer = null;
		WC()->cart     = null;
		wc_load_cart();
		WC()->shipping()->reset_shipping();
	}

	/** A request has one cart; the last one would go on listening, and write its own emptiness to the session. */
	private function unhook_cart(): void {
		foreach ( $GLOBALS['wp_filter'] as $name => $hook ) {
			foreach ( $hook->callbacks as $priority => $callbacks ) {
				foreach ( array_column( $callbacks, 'function' ) as $callback ) {
					$owner = is_array( $callback ) ? $callback[0] : null;
					if ( $owner instanceof WC_Cart || $owner instanceof WC_Cart_Session || $owner instanceof WC_Session || $owner instanceof WC_Customer ) {
						remove_filter( $name, $callback, $priority );
					}
				}
			}
		}
	}

	/** One of the shop's products: mug, lamp, sticker, watch, armchair, e-book. */
	protected function product( string $sku = 'mug' ): WC_Product {
		$product = wc_get_product( wc_get_product_id_by_sku( $sku ) );
		self::assertInstanceOf( WC_Product::class, $product, "The shop has no product {$sku}." );
		return $product;
	}

	protected function fill_cart( string $sku = 'mug', int $quantity = 1 ): void {
		self::assertIsString( WC()->cart->add_to_cart( $this->product( $sku )->get_id(), $quantity ) );
	}

	/** Where the shopper lives, for shipping and billing alike. */
	protected function ship_to( string $country, string $postcode, string $city, string $street = 'Main Street 1' ): void {
		$address = [
			'first_name' => 'Robin',
			'last_name'  => 'Tester',
			'address_1'  => $street,
			'postcode'   => $postcode,
			'city'       => $city,
			'country'    => $country,
		];
		foreach ( $address as $field => $value ) {
			WC()->customer->{"set_shipping_{$field}"}( $value );
			WC()->customer->{"set_billing_{$field}"}( $value );
		}
		WC()->customer->set_billing_email( 'robin@example.com' );
		WC()->customer->set_calculated_shipping( true );
		WC()->shipping()->reset_shipping();
		WC()->cart->calculate_totals();
	}

	/**
	 * What the shopper is offered for a package.
	 *
	 * @return array<string, WC_Shipping_Rate>
	 */
	protected function rates( int $package = 0 ): array {
		WC()->cart->calculate_totals();
		return WC()->shipping()->get_packages()[ $package ]['rates'] ?? [];
	}

	/** The offered rate whose method id or name this is. */
	protected function rate( string $method, int $package = 0 ): WC_Shipping_Rate {
		foreach ( $this->rates( $package ) as $rate ) {
			if ( $method === $rate->get_method_id() || $method === $rate->get_label() ) {
				return $rate;
			}
		}
		self::fail( "No rate {$method} is offered." );
	}

	protected function choose( WC_Shipping_Rate $rate, int $package = 0 ): void {
		$chosen             = (array) WC()->session->get( 'chosen_shipping_methods', [] );
		$chosen[ $package ] = $rate->get_id();
		WC()->session->set( 'chosen_shipping_methods', $chosen );
		WC()->cart->calculate_totals();
	}

	/** An order as the checkout would make it of the cart, saved. */
	protected function order(): WC_Order {
		$customer = WC()->customer;
		$data     = [
			'payment_method' => 'cod',
			'billing_email'  => $customer->get_billing_email(),
		];
		foreach ( [ 'first_name', 'last_name', 'address_1', 'postcode', 'city', 'country' ] as $field ) {
			$data[ "billing_{$field}" ]  = $customer->{"get_billing_{$field}"}();
			$data[ "shipping_{$field}" ] = $customer->{"get_shipping_{$field}"}();
		}
		$id = WC()->checkout()->create_order( $data );
		self::assertIsInt( $id, is_wp_error( $id ) ? $id->get_error_message() : '' );
		$order = wc_get_order( $id );
		self::assertInstanceOf( WC_Order::class, $order );
		return $order;
	}

	/** What the page to pay for an order posts. */
	protected function fill_payment_form( WC_Order $order ): void {
		$_GET  = [
			'pay_for_order' => 'true',
			'key'           => $order->get_order_key(),
		];
		$_POST = [
			'woocommerce_pay'       => '1',
			'payment_method'        => 'cod',
			'woocommerce-pay-nonce' => wp_create_nonce( 'woocommerce-pay' ),
		];
		$_REQUEST = $_GET + $_POST;

		$GLOBALS['wp']->query_vars['order-pay'] = $order->get_id();
	}

	/** The order as another request would find it. */
	protected function reload( WC_Order $order ): WC_Order {
		wp_cache_flush();
		$fresh = wc_get_order( $order->get_id() );
		self::assertInstanceOf( WC_Order::class, $fresh );
		return $fresh;
	}

	/**
	 * A request to the shop's REST API.
	 *
	 * @param array<string, mixed> $params
	 */
	protected function rest( string $method, string $route, array $params = [] ): WP_REST_Response {
		$request = new WP_REST_Request( $method, $route );
		if ( 'GET' === $method ) {
			$request->set_query_params( $params );
		} else {
			$request->set_header( 'Content-Type', 'application/json' );
			$request->set_body( (string) wp_json_encode( $params ) );
		}
		return rest_do_request( $request );
	}

	/**
	 * A request to the sandbox itself, to set faults or see what arrived.
	 *
	 * @param array<string, mixed>|null $body
	 * @return mixed
	 */
	protected function sandbox( string $method, string $path, ?array $body = null ): mixed {
		$response = wp_remote_request(
			SHOP_SANDBOX . $path,
			[
				'method'  => $method,
				'headers' => [ 'Content-Type' => 'application/json' ],
			] + ( null === $body ? [] : [ 'body' => (string) wp_json_encode( $body ) ] )
		);
		self::assertLessThan( 300, wp_remote_retrieve_response_code( $response ), "The sandbox refuses {$method} {$path}." );
		return json_decode( wp_remote_retrieve_body( $response ), true );
	}
}
