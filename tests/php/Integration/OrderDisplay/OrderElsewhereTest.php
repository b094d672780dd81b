<?php
/**
 * An order's service point outside the checkout's own pages.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\OrderDisplay;

use SendcloudServicePoints\Tests\Integration\Order\OrderTestCase;
use WC_Meta_Data;
use WC_Order;
use WC_Order_Item_Shipping;
use WC_Privacy_Erasers;
use WC_Privacy_Exporters;
use WC_Webhook;

final class OrderElsewhereTest extends OrderTestCase {

	private const V2 = 'sendcloudshipping_v2_service_point';

	/** An order made by hand, with lines of these methods. */
	private function order_by_hand( string ...$methods ): WC_Order {
		$order = wc_create_order();
		$order->add_product( $this->product() );
		foreach ( $methods as $method ) {
			$line = new WC_Order_Item_Shipping();
			$line->set_method_id( $method );
			$order->add_item( $line );
		}
		$order->save();

		return $order;
	}

	public function test_the_point_takes_the_place_of_the_shipping_address_only_where_it_is_shown(): void {
		$order  = $this->order_to( self::PARIS );
		$before = $order->get_formatted_shipping_address();
		$stored = $order->get_address( 'shipping' );
		self::assertStringContainsString( 'Main Street 1', $before );

		update_option( 'sendcloud_service_points_point_as_address', 'yes' );
		$shown = $order->get_formatted_shipping_address();

		self::assertStringContainsString( 'Robin Tester', $shown, 'The parcel is still for somebody.' );
		self::assertStringContainsString( 'Relais du Faubourg', $shown );
		self::assertStringContainsString( '84 Rue du Faubourg Saint-Denis', $shown );
		self::assertStringNotContainsString( 'Main Street 1', $shown );
		self::assertStringContainsString( rawurlencode( '84 Rue du Faubourg Saint-Denis, 75010, Paris, FR' ), $order->get_shipping_address_map_url() );
		self::assertSame( $stored, $this->reload( $order )->get_address( 'shipping' ) );
	}

	public function test_an_address_stays_when_only_one_of_two_parcels_goes_to_the_point(): void {
		update_option( 'sendcloud_service_points_point_as_address', 'yes' );
		$order = $this->order_to( self::PARIS );
		$order->add_item( new WC_Order_Item_Shipping() );
		$order->save();

		self::assertStringContainsString( 'Main Street 1', $this->reload( $order )->get_formatted_shipping_address() );
	}

	public function test_the_page_to_pay_for_an_order_shows_its_point_once(): void {
		$order = $this->order_to( self::PARIS );
		$order->set_status( 'pending' );
		$order->save();
		set_query_var( 'order-pay', $order->get_id() );

		$html = wc_get_template_html(
			'checkout/form-pay.php',
			[
				'order'              => $order,
				'available_gateways' => [],
				'order_button_text'  => 'Pay',
			]
		);
		set_query_var( 'order-pay', null );

		self::assertSame( 1, substr_count( $html, 'Relais du Faubourg' ) );
	}

	public function test_an_order_without_its_point_can_be_paid_and_the_merchant_is_told(): void {
		$notes = static fn ( WC_Order $order ): string => implode( ' ', array_column( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ), 'content' ) );
		$relay = $this->order_by_hand( self::RELAY );
		$flat  = $this->order_by_hand( 'flat_rate' );

		self::assertTrue( $relay->payment_complete() );
		self::assertTrue( $flat->payment_complete() );

		self::assertSame( 'processing', $this->reload( $relay )->get_status() );
		self::assertStringContainsString( 'has no service point yet', $notes( $relay ) );
		self::assertStringNotContainsString( 'service point', $notes( $flat ) );
	}

	/** Where WooCommerce Subscriptions is not at hand: its hooks, with orders as it makes them. Checkout/SubscriptionsTest buys with the real one. */
	public function test_a_subscription_and_its_renewal_keep_the_point(): void {
		$order        = $this->order_to( self::PACKSTATION, 'DE', '12345678' );
		$line         = array_values( $order->get_items( 'shipping' ) )[0];
		$subscription = $this->order_by_hand( 'flat_rate', self::RELAY );
		$lines        = array_values( $subscription->get_items( 'shipping' ) );
		$lines[1]->set_instance_id( $line->get_instance_id() );

		do_action( 'woocommerce_checkout_subscription_created', $subscription, $order, WC()->cart );
		$lines = array_values( $this->reload( $subscription )->get_items( 'shipping' ) );
		self::assertSame( '', $lines[0]->get_meta( '_sendcloud_service_point' ) );
		self::assertSame( self::PACKSTATION, $lines[1]->get_meta( '_sendcloud_service_point' )['service_point']['id'] );

		$renewal = $this->order_by_hand( self::RELAY );
		array_values( $renewal->get_items( 'shipping' ) )[0]->update_meta_data( '_sendcloud_service_point', $lines[1]->get_meta( '_sendcloud_service_point' ) );
		self::assertSame( $renewal, apply_filters( 'wcs_new_order_created', $renewal, $subscription, 'renewal_order' ) );

		$renewal = $this->reload( $renewal );
		self::assertSame( 'Packstation 142', $renewal->get_meta( '_sendcloud_service_point_name' ) );
		self::assertSame( '12345678', $renewal->get_meta( '_sendcloud_post_number' ) );
		self::assertSame( '12345678', json_decode( $renewal->get_meta( self::V2 ), true )['toPostalCode'] );
	}

	public function test_the_rest_api_and_its_schema_tell_the_points(): void {
		$order = $this->order_to( self::PACKSTATION, 'DE', '12345678' );
		$none  = $this->order_by_hand( 'flat_rate' );
		wp_set_current_user( 1 );

		$schema = $this->rest( 'OPTIONS', '/wc/v3/orders' )->get_data()['schema']['properties']['sendcloud_service_points'];
		$answer = json_decode( (string) wp_json_encode( $this->rest( 'GET', '/wc/v3/orders/' . $order->get_id() )->get_data() ), true );

		self::assertArrayNotHasKey( 'readonly', $schema );
		self::assertSame( 'Packstation 142', $answer['sendcloud_service_points'][0]['service_point']['name'] );
		self::assertSame( '12345678', $answer['sendcloud_service_points'][0]['post_number'] );
		self::assertTrue( rest_validate_value_from_schema( $answer['sendcloud_service_points'], $schema ) );
		self::assertSame( [], $this->rest( 'GET', '/wc/v3/orders/' . $none->get_id() )->get_data()['sendcloud_service_points'] );
	}

	public function test_a_webhook_carries_them(): void {
		$order   = $this->order_to( self::PARIS );
		$webhook = new WC_Webhook();
		$webhook->set_topic( 'order.updated' );
		$webhook->set_user_id( 1 );
		$webhook->set_api_version( 'wp_api_v3' );

		self::assertSame( self::PARIS, $webhook->build_payload( $order->get_id() )['sendcloud_service_points'][0]['service_point']['id'] );
	}

	public function test_the_exporter_of_personal_data_tells_them_beside_the_buyers_own_address(): void {
		update_option( 'sendcloud_service_points_point_as_address', 'yes' );
		$this->order_to( self::PACKSTATION, 'DE', '12345678' );

		$data = WC_Privacy_Exporters::order_data_exporter( 'robin@example.com', 1 )['data'][0]['data'];
		$told = array_column( $data, 'value', 'name' );

		self::assertMatchesRegularExpression( '/^Packstation 142, .+, 10178 Berlin, DHL, Post number: 12345678$/', $told['Service point'] );
		self::assertStringContainsString( 'Main Street 1', $told['Shipping Address'] );
	}

	public function test_the_eraser_leaves_no_trace_of_point_and_post_number(): void {
		$order = $this->order_to( self::PACKSTATION, 'DE', '12345678' );

		WC_Privacy_Erasers::remove_order_personal_data( $order );

		$order = $this->reload( $order );
		$meta  = [ ...$order->get_meta_data(), ...array_values( $order->get_items( 'shipping' ) )[0]->get_meta_data() ];
		$left  = (string) wp_json_encode( array_map( static fn ( WC_Meta_Data $entry ): array => $entry->get_data(), $meta ) );
		self::assertStringNotContainsString( '12345678', $left );
		self::assertStringNotContainsString( 'Packstation', $left );
		self::assertStringNotContainsString( (string) self::PACKSTATION, $left );
	}
}
