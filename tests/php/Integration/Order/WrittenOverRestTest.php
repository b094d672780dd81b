<?php
/**
 * Other software sets the points of orders over WooCommerce's REST API, or imports orders with our summary in columns.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Order;

use SendcloudServicePoints\Availability\CheckQueue;
use SendcloudServicePoints\Plugin;
use SendcloudServicePoints\Tests\Integration\SandboxRequests;
use WC_Order;
use WC_Order_Item_Shipping;
use WP_REST_Response;

final class WrittenOverRestTest extends OrderTestCase {

	use SandboxRequests;

	protected function setUp(): void {
		parent::setUp();
		$this->forget_answers();
		$this->reset_sandbox();
		wp_set_current_user( 1 );
	}

	/** @return array<string, array{string}> */
	public function versions(): array {
		return [
			'v3' => [ 'v3' ],
			'v2' => [ 'v2' ],
		];
	}

	/** @dataProvider versions */
	public function test_an_order_is_created_with_its_point( string $version ): void {
		$answer = $this->rest( 'POST', "/wc/$version/orders", $this->order_data( [ [ 'service_point_id' => self::PARIS ] ] ) );

		self::assertSame( 201, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		self::assertSame( 'Relais du Faubourg', $answer->get_data()['sendcloud_service_points'][0]['service_point']['name'] );
		$this->assert_goes_to( self::PARIS, wc_get_order( $answer->get_data()['id'] ) );
	}

	/** @dataProvider versions */
	public function test_an_orders_point_is_changed_and_the_note_says_so( string $version ): void {
		$order  = $this->created( [ [ 'service_point_id' => self::PARIS ] ] );
		$answer = $this->rest( 'PUT', "/wc/$version/orders/{$order->get_id()}", [ 'sendcloud_service_points' => [ [ 'service_point_id' => self::PARIS_OTHER ] ] ] );

		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		$this->assert_goes_to( self::PARIS_OTHER, $this->reload( $order ) );
		self::assertCount( 1, preg_grep( '/Service point changed: Relais du Faubourg/', array_column( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ), 'content' ) ) );
	}

	public function test_an_order_sent_back_as_it_was_read_is_the_same_and_nobody_is_asked(): void {
		$order = $this->created( [ [ 'service_point_id' => self::PARIS ] ] );
		$read  = $this->rest( 'GET', "/wc/v3/orders/{$order->get_id()}" )->get_data()['sendcloud_service_points'];
		$this->reset_sandbox();

		$answer = $this->rest( 'PUT', "/wc/v3/orders/{$order->get_id()}", [ 'sendcloud_service_points' => $read ] );

		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		self::assertSame( [], $this->requests( '/service-points' ) );
		$this->assert_goes_to( self::PARIS, $this->reload( $order ) );
	}

	public function test_a_post_number_comes_along(): void {
		$data = $this->order_data(
			[
				[
					'service_point_id' => self::PACKSTATION,
					'post_number'      => '1234 5678',
				],
			],
			'DE'
		);

		$answer = $this->rest( 'POST', '/wc/v3/orders', $data );

		self::assertSame( '12345678', $answer->get_data()['sendcloud_service_points'][0]['post_number'] ?? (string) wp_json_encode( $answer->get_data() ) );
	}

	public function test_an_empty_list_takes_the_point_away(): void {
		$order = $this->created( [ [ 'service_point_id' => self::PARIS ] ] );
		$this->rest( 'PUT', "/wc/v3/orders/{$order->get_id()}", [ 'sendcloud_service_points' => [] ] );

		self::assertSame( [], sendcloud_service_points_get_order_points( $this->reload( $order ) ) );
		self::assertSame( 'missing', $this->reload( $order )->get_meta( '_sendcloud_service_point_status' ) );
	}

	public function test_who_does_not_send_the_field_changes_nothing(): void {
		$order = $this->created( [ [ 'service_point_id' => self::PARIS ] ] );
		$this->rest( 'PUT', "/wc/v3/orders/{$order->get_id()}", [ 'customer_note' => 'Ring twice.' ] );

		$this->assert_goes_to( self::PARIS, $this->reload( $order ) );
	}

	/** @return array<string, array{list<array<string, mixed>>, string}> */
	public function refusals(): array {
		return [
			'another country'  => [ [ [ 'service_point_id' => self::EINDHOVEN ] ], 'sendcloud_service_points_other_country' ],
			'no such point'    => [ [ [ 'service_point_id' => self::MISSING ] ], 'sendcloud_service_points_not_found' ],
			'a full point'     => [ [ [ 'service_point_id' => self::UNAVAILABLE ] ], 'sendcloud_service_points_unavailable' ],
			'no id'            => [ [ [ 'post_number' => '1' ] ], 'sendcloud_service_points_missing' ],
			'one line too few' => [ [ [ 'service_point_id' => self::PARIS ], [ 'service_point_id' => self::PARIS_OTHER ] ], 'sendcloud_service_points_not_needed' ],
			'a word'           => [ [ [ 'service_point_id' => 'x' ] ], 'rest_invalid_param' ],
		];
	}

	/**
	 * @dataProvider refusals
	 * @param list<array<string, mixed>> $points
	 */
	public function test_what_cannot_be_taken_is_refused_and_nothing_is_lost( array $points, string $code ): void {
		$order  = $this->created( [ [ 'service_point_id' => self::PARIS ] ] );
		$answer = $this->rest(
			'PUT',
			"/wc/v3/orders/{$order->get_id()}",
			[
				'customer_note'            => 'Not to be saved.',
				'sendcloud_service_points' => $points,
			]
		);

		self::assertSame( $code, $answer->get_data()['code'] ?? 'accepted' );
		self::assertSame( 400, $answer->get_status() );
		self::assertSame( '', $this->reload( $order )->get_customer_note() );
		$this->assert_goes_to( self::PARIS, $this->reload( $order ) );
		$before = count( wc_get_orders( [ 'return' => 'ids' ] ) );
		self::assertSame( $code, $this->rest( 'POST', '/wc/v3/orders', $this->order_data( $points ) )->get_data()['code'] ?? 'accepted' );
		self::assertCount( $before, wc_get_orders( [ 'return' => 'ids' ] ) );
	}

	public function test_in_a_batch_each_order_is_judged_by_itself(): void {
		$order  = $this->created( [] );
		$answer = $this->rest(
			'POST',
			'/wc/v3/orders/batch',
			[
				'create' => [ $this->order_data( [ [ 'service_point_id' => self::PARIS ] ] ) ],
				'update' => [
					[
						'id'                       => $order->get_id(),
						'sendcloud_service_points' => [ [ 'service_point_id' => self::EINDHOVEN ] ],
					],
				],
			]
		)->get_data();

		self::assertSame( self::PARIS, $answer['create'][0]['sendcloud_service_points'][0]['service_point']['id'] );
		self::assertSame( 'sendcloud_service_points_other_country', $answer['update'][0]['error']['code'] );
	}

	public function test_who_may_not_write_orders_sets_no_point(): void {
		$order = $this->created( [ [ 'service_point_id' => self::PARIS ] ] );
		wp_set_current_user( 0 );

		self::assertSame( 401, $this->rest( 'PUT', "/wc/v3/orders/{$order->get_id()}", [ 'sendcloud_service_points' => [] ] )->get_status() );
		$this->assert_goes_to( self::PARIS, $this->reload( $order ) );
	}

	/** @return array<string, array{array<string, string>}> */
	public function columns(): array {
		return [
			'the id alone' => [ [ '_sendcloud_service_point_id' => (string) self::PARIS ] ],
			'all of them'  => [
				[
					'_sendcloud_service_point_id'   => (string) self::PARIS,
					'_sendcloud_service_point_name' => 'As it was written',
					'_sendcloud_service_point_city' => 'PARIS',
				],
			],
		];
	}

	/**
	 * @dataProvider columns
	 * @param array<string, string> $columns
	 */
	public function test_an_import_of_our_columns_becomes_the_point_it_names( array $columns ): void {
		$order = $this->imported( $columns );
		self::assertSame( self::PARIS, sendcloud_service_points_get_order_points( $order )[0]['service_point']['id'] );
		self::assertTrue( as_has_scheduled_action( CheckQueue::HOOK, [ [ $order->get_id() ], '', 0 ] ) );

		do_action( CheckQueue::HOOK, [ $order->get_id() ], '', 0 );

		$this->assert_goes_to( self::PARIS, $this->reload( $order ) );
		self::assertSame( 'Relais du Faubourg', $this->reload( $order )->get_meta( '_sendcloud_service_point_name' ) );
	}

	public function test_an_import_of_a_point_that_sendcloud_does_not_know_stays_and_is_flagged_once(): void {
		$order = $this->imported( [ '_sendcloud_service_point_id' => (string) self::MISSING ] );
		as_unschedule_all_actions( CheckQueue::HOOK );
		do_action( CheckQueue::HOOK, [ $order->get_id() ], '', 0 );
		$order = $this->reload( $order );
		$order->save();

		self::assertSame( 'closed', $order->get_meta( '_sendcloud_service_point_status' ) );
		self::assertSame( (string) self::MISSING, $order->get_meta( '_sendcloud_service_point_id' ) );
		self::assertFalse( as_has_scheduled_action( CheckQueue::HOOK ) );
	}

	/** @param array<string, string> $columns */
	private function imported( array $columns ): WC_Order {
		$order = new WC_Order();
		$order->set_address( $this->address( 'FR' ), 'shipping' );
		$line = new WC_Order_Item_Shipping();
		$line->set_method_id( self::RELAY );
		$order->add_item( $line );
		$order->set_status( 'processing' );
		foreach ( $columns as $key => $value ) {
			$order->update_meta_data( $key, $value );
		}
		$order->save();

		return $this->reload( $order );
	}

	/**
	 * @param list<array<string, mixed>> $points
	 * @return array<string, mixed>
	 */
	private function order_data( array $points, string $country = 'FR' ): array {
		return [
			'status'                   => 'processing',
			'shipping'                 => $this->address( $country ),
			'shipping_lines'           => [
				[
					'method_id'    => self::RELAY,
					'method_title' => 'Service Point Delivery',
					'total'        => '4.00',
				],
			],
			'sendcloud_service_points' => $points,
		];
	}

	/** @param list<array<string, mixed>> $points */
	private function created( array $points ): WC_Order {
		$answer = $this->rest( 'POST', '/wc/v3/orders', $this->order_data( $points ) );
		self::assertInstanceOf( WP_REST_Response::class, $answer );
		self::assertSame( 201, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		return wc_get_order( $answer->get_data()['id'] );
	}

	private function assert_goes_to( int $point, WC_Order $order ): void {
		self::assertSame( $point, array_values( $order->get_items( 'shipping' ) )[0]->get_meta( '_sendcloud_service_point' )['service_point']['id'] ?? null );
		self::assertSame( (string) $point, $order->get_meta( '_sendcloud_service_point_id' ) );
		self::assertSame( (string) $point, json_decode( $order->get_meta( 'sendcloudshipping_v2_service_point' ), true )['id'] ?? '' );
		self::assertSame( 'ok', $order->get_meta( '_sendcloud_service_point_status' ) );
		self::assertSame( (string) $point, Plugin::services()->export_policy()->payload( $order )->data['service_point_details']['id'] ?? '' );
	}
}
