<?php
/**
 * An order is edited after it was placed: what it says of its point follows its shipping lines, whoever saves it.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Order;

use SendcloudServicePoints\Plugin;
use WC_Order;
use WC_Order_Item_Shipping;

final class EditedOrderTest extends OrderTestCase {

	/** @return array<string, array{string}> */
	public function other_methods(): array {
		return [
			'home delivery'    => [ 'flat_rate' ],
			'pickup at a shop' => [ 'local_pickup' ],
		];
	}

	/** @dataProvider other_methods */
	public function test_another_method_on_the_orders_screen_takes_the_point_off( string $method ): void {
		$order = $this->edit_on_screen( $this->order_to( self::PARIS ), $method );

		$this->assert_names_no_point( $order, '' );
		self::assertStringContainsString( 'Service point set aside, since the order does not go there any more: Relais du Faubourg', $this->notes( $order ) );
	}

	/** @dataProvider other_methods */
	public function test_the_old_method_brings_the_point_back( string $method ): void {
		$order = $this->edit_on_screen( $this->order_to( self::PARIS ), $method );

		$this->assert_goes_to( self::PARIS, $this->edit_on_screen( $order, self::RELAY ) );
	}

	public function test_the_title_that_the_screen_leaves_does_not_make_it_a_relay_method(): void {
		$order = $this->edit_on_screen( $this->order_to( self::PARIS ), 'flat_rate' );

		self::assertSame( 'Service Point Delivery', $this->line( $order )->get_method_title() );
		self::assertFalse( Plugin::services()->relay_lines()->lack_point( $order ) );
	}

	public function test_another_relay_method_keeps_the_point(): void {
		$order = $this->edit_on_screen( $this->order_to( self::PARIS ), 'service_point_shipping_method' );

		$this->assert_goes_to( self::PARIS, $order );
	}

	public function test_a_line_deleted_and_another_added_over_rest_has_no_point(): void {
		$order = $this->order_to( self::PARIS );

		$order = $this->put(
			$order,
			[
				'shipping_lines' => [
					[
						'id'        => $this->line( $order )->get_id(),
						'method_id' => null,
					],
					[
						'method_id'    => self::RELAY,
						'method_title' => 'Service Point Delivery',
						'total'        => '5.00',
					],
				],
			]
		);

		self::assertCount( 1, $order->get_items( 'shipping' ) );
		$this->assert_names_no_point( $order, 'missing' );
		self::assertStringContainsString( 'Service point no longer on the order, with its shipping line: Relais du Faubourg', $this->notes( $order ) );
	}

	public function test_a_line_deleted_over_rest_takes_its_point_along(): void {
		$order = $this->order_to( self::PARIS );

		$order = $this->put(
			$order,
			[
				'shipping_lines' => [
					[
						'id'        => $this->line( $order )->get_id(),
						'method_id' => null,
					],
				],
			]
		);

		$this->assert_names_no_point( $order, 'missing' );
	}

	public function test_the_meta_of_a_line_deleted_over_rest_takes_the_point_along(): void {
		$order = $this->order_to( self::PARIS );
		$line  = $this->line( $order );
		$metas = array_filter( $line->get_meta_data(), static fn ( $meta ): bool => '_sendcloud_service_point' === $meta->key );

		$order = $this->put(
			$order,
			[
				'shipping_lines' => [
					[
						'id'        => $line->get_id(),
						'meta_data' => [
							[
								'id'    => array_values( $metas )[0]->id,
								'key'   => '_sendcloud_service_point',
								'value' => null,
							],
						],
					],
				],
			]
		);

		$this->assert_names_no_point( $order, 'missing' );
	}

	public function test_another_country_sets_the_point_aside_and_the_old_one_brings_it_back(): void {
		$order = $this->order_to( self::PARIS );
		$order->set_shipping_country( 'BE' );
		$order->save();
		$order = $this->reload( $order );

		$this->assert_names_no_point( $order, 'missing' );
		self::assertStringContainsString( 'Set aside', $this->screen( $order ) );
		self::assertStringContainsString( 'scsp-order__remove', $this->screen( $order ) );

		$order->set_shipping_country( 'FR' );
		$order->save();

		$this->assert_goes_to( self::PARIS, $this->reload( $order ) );
		self::assertStringContainsString( 'Service point back on the order: Relais du Faubourg', $this->notes( $order ) );
	}

	public function test_what_is_removed_while_it_is_set_aside_does_not_come_back(): void {
		$order = $this->order_to( self::PARIS );
		$order->set_shipping_country( 'BE' );
		$order->save();
		wp_set_current_user( 1 );
		self::assertSame( 200, $this->rest( 'DELETE', $this->route( $order ) )->get_status() );
		$order = $this->reload( $order );
		$order->set_shipping_country( 'FR' );
		$order->save();

		$this->assert_names_no_point( $this->reload( $order ), 'missing' );
	}

	public function test_a_line_deleted_by_a_plugin_that_never_saves_the_order(): void {
		$order = $this->order_to( self::PARIS );
		wc_delete_order_item( $this->line( $order )->get_id() );

		$this->end_request();

		$this->assert_names_no_point( $this->reload( $order ), 'missing' );
	}

	public function test_a_line_deleted_beside_an_order_that_still_knows_it(): void {
		$order = $this->order_to( self::PARIS );
		$line  = $this->line( $order );
		wc_delete_order_item( $line->get_id() );
		$order->save();

		$this->end_request();

		$this->assert_names_no_point( $this->reload( $order ), 'missing' );
	}

	public function test_a_method_written_to_the_tables_past_the_order(): void {
		$order = $this->order_to( self::PARIS );
		wc_update_order_item_meta( $this->line( $order )->get_id(), 'method_id', 'local_pickup' );

		$this->end_request();

		$this->assert_names_no_point( $this->reload( $order ), '' );
	}

	/** A marketplace makes an order for each vendor. */
	public function test_a_line_cloned_into_another_order_brings_summary_and_mirrors(): void {
		$line  = $this->line( $this->order_to( self::PARIS ) );
		$order = new WC_Order();
		$order->set_address( $this->address( 'FR' ), 'shipping' );
		$order->set_status( 'processing' );
		$copy = new WC_Order_Item_Shipping();
		$copy->set_props(
			[
				'method_title' => $line->get_method_title(),
				'method_id'    => $line->get_method_id(),
				'instance_id'  => $line->get_instance_id(),
			]
		);
		foreach ( $line->get_meta_data() as $meta ) {
			$copy->add_meta_data( $meta->key, $meta->value );
		}
		$order->add_item( $copy );
		$order->save();

		$this->assert_goes_to( self::PARIS, $this->reload( $order ) );
	}

	public function test_the_same_past_the_order(): void {
		$line  = $this->line( $this->order_to( self::PARIS ) );
		$order = wc_create_order( [ 'status' => 'processing' ] );
		$order->set_address( $this->address( 'FR' ), 'shipping' );
		$order->save();
		$id = wc_add_order_item(
			$order->get_id(),
			[
				'order_item_name' => 'Service Point Delivery',
				'order_item_type' => 'shipping',
			]
		);
		wc_add_order_item_meta( $id, 'method_id', self::RELAY );
		wc_add_order_item_meta( $id, '_sendcloud_service_point', $line->get_meta( '_sendcloud_service_point' ) );

		$this->end_request();

		$this->assert_goes_to( self::PARIS, $this->reload( $order ) );
	}

	/** WooCommerce issue 68007: the cart's request is refused, and the unpaid order loses its delivery all the same. */
	public function test_an_unpaid_order_that_woocommerce_strips_of_its_delivery_needs_attention(): void {
		$order = $this->order_to( self::PARIS );
		$order->set_status( 'pending' );
		$order->save();
		$order->remove_order_items( 'shipping' );
		$order->save();
		$order = $this->reload( $order );

		$this->assert_names_no_point( $order, 'missing' );
		self::assertStringContainsString( 'has lost its shipping line', $this->screen( $order ) );

		wp_set_current_user( 1 );
		self::assertSame( 200, $this->rest( 'DELETE', $this->route( $order ) )->get_status(), 'The merchant says that it needs none.' );
		$this->assert_names_no_point( $this->reload( $order ), '' );
	}

	public function test_the_mirrors_of_sendclouds_own_plugins_are_left_alone(): void {
		$mirror = '{"id":"77","toPostalCode":"","name":"Chez Léon","street":"Rue X","city":"Lyon","postal_code":"69001","house_number":"3"}';
		$order  = $this->order_with( 'sendcloudshipping_v2_service_point', $mirror );
		$order->set_customer_note( 'Edited.' );
		$order->save();

		self::assertSame( $mirror, $this->reload( $order )->get_meta( 'sendcloudshipping_v2_service_point' ) );
		self::assertSame( 77, sendcloud_service_points_get_order_points( $order )[0]['service_point']['id'] );
	}

	/** @dataProvider other_methods */
	public function test_remove_is_there_whatever_names_a_point( string $method ): void {
		$order = $this->order_with( 'sendcloudshipping_service_point_meta', [ 'id' => '7', 'extra' => 'Old|Street 1|75010 Paris' ] ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
		$line  = $this->line( $order );
		$line->set_method_id( $method );
		$line->save();
		$order = $this->reload( $order );
		self::assertStringContainsString( 'scsp-order__remove', $this->screen( $order ) );

		wp_set_current_user( 1 );
		self::assertSame( 200, $this->rest( 'DELETE', $this->route( $order ) )->get_status() );

		$this->assert_names_no_point( $this->reload( $order ), '' );
		self::assertMatchesRegularExpression( '/Service point removed: Old.+<a href="[^"]+#sendcloud-restore-\d+-7-">Put it back/', $this->notes( $order ) );
	}

	public function test_an_order_that_nobody_edits_is_not_written_again(): void {
		$order   = $this->order_to( self::PARIS );
		$written = did_action( 'sendcloud_service_points_order_written' );
		$order->set_customer_note( 'Edited.' );
		$order->save();

		self::assertSame( $written, did_action( 'sendcloud_service_points_order_written' ) );
		$this->assert_goes_to( self::PARIS, $this->reload( $order ) );
	}

	private function end_request(): void {
		remove_action( 'shutdown', 'wp_ob_end_flush_all', 1 );
		do_action( 'shutdown' );
	}

	/** What wp-admin posts when a shipping line is edited and the items are saved. */
	private function edit_on_screen( WC_Order $order, string $method ): WC_Order {
		require_once WC_ABSPATH . 'includes/admin/wc-admin-functions.php';
		$line = $this->line( $order );
		$id   = $line->get_id();
		wc_save_order_items(
			$order->get_id(),
			[
				'shipping_method_id'    => [ $id ],
				'shipping_method'       => [ $id => $method ],
				'shipping_method_title' => [ $id => $line->get_method_title() ],
				'shipping_cost'         => [ $id => '5' ],
			]
		);

		return $this->reload( $order );
	}

	/** @param array<string, mixed> $changes */
	private function put( WC_Order $order, array $changes ): WC_Order {
		wp_set_current_user( 1 );
		$answer = $this->rest( 'PUT', "/wc/v3/orders/{$order->get_id()}", $changes );
		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );

		return $this->reload( $order );
	}

	private function line( WC_Order $order ): WC_Order_Item_Shipping {
		return array_values( $order->get_items( 'shipping' ) )[0];
	}

	private function screen( WC_Order $order ): string {
		return $this->printed( static fn () => do_action( 'woocommerce_admin_order_data_after_shipping_address', $order ) );
	}

	private function route( WC_Order $order ): string {
		return "/sendcloud-service-points/v1/orders/{$order->get_id()}/service-point";
	}

	private function notes( WC_Order $order ): string {
		return implode( "\n", array_column( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ), 'content' ) );
	}

	private function assert_goes_to( int $point, WC_Order $order ): void {
		self::assertSame( $point, $this->line( $order )->get_meta( '_sendcloud_service_point' )['service_point']['id'] ?? null );
		self::assertSame( (string) $point, $order->get_meta( '_sendcloud_service_point_id' ) );
		self::assertSame( (string) $point, json_decode( $order->get_meta( 'sendcloudshipping_v2_service_point' ), true )['id'] ?? '' );
		self::assertSame( (string) $point, $order->get_meta( 'sendcloudshipping_service_point_meta' )['id'] ?? '' );
		self::assertSame( 'ok', $order->get_meta( '_sendcloud_service_point_status' ) );
		self::assertSame( (string) $point, Plugin::services()->export_policy()->payload( $order )->data['service_point_details']['id'] ?? '' );
	}

	/** In no place that anybody reads. */
	private function assert_names_no_point( WC_Order $order, string $status ): void {
		$keys = array_column( array_map( static fn ( $meta ): array => $meta->get_data(), $order->get_meta_data() ), 'key' );
		self::assertSame( [], array_values( array_diff( preg_grep( '/^(_sendcloud_(service_point|post_number)|sendcloudshipping)/', $keys ), [ '_sendcloud_service_point_status', '_sendcloud_service_point_closed' ] ) ) );
		self::assertSame( $status, $order->get_meta( '_sendcloud_service_point_status' ) );
		self::assertSame( [], sendcloud_service_points_get_order_points( $order ) );
		self::assertArrayNotHasKey( 'service_point_details', Plugin::services()->export_policy()->payload( $order )->data );
		// What is missing can be chosen by a link.
		self::assertStringNotContainsString( 'Service point</h2>', $this->printed( static fn () => do_action( 'woocommerce_email_after_order_table', $order, false, false ) ) );
	}
}
