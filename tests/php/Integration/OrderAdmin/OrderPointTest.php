<?php
/**
 * The merchant chooses, changes and removes the service point of an order.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\OrderAdmin;

use SendcloudServicePoints\Availability\CheckQueue;
use SendcloudServicePoints\Availability\PointRecord;
use SendcloudServicePoints\Availability\PointStatus;
use SendcloudServicePoints\Order\OfficialMeta;
use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Tests\Integration\Clock;
use SendcloudServicePoints\Tests\Integration\SandboxRequests;
use SendcloudServicePoints\Tests\Integration\TestCase;
use WC_Order;
use WC_Order_Item_Shipping;
use WP_REST_Response;

final class OrderPointTest extends TestCase {

	use SandboxRequests;

	private const PARIS       = 1000010;
	private const CHRONOPOST  = 1000011;
	private const UNAVAILABLE = 1000015;

	protected function setUp(): void {
		parent::setUp();
		$this->forget_answers();
		$this->reset_sandbox();
		wp_set_current_user( 1 );
	}

	protected function tearDown(): void {
		$this->sandbox( 'DELETE', '/_faults' );
		Clock::start();
		parent::tearDown();
	}

	public function test_a_point_is_chosen_changed_and_removed_with_a_note_each_time(): void {
		$order = $this->hand_made();
		self::assertSame( PointStatus::Missing, PointRecord::from_order( $order )->status() );

		self::assertSame( 200, $this->post( $order, self::PARIS )->get_status() );
		$order = $this->reload( $order );
		self::assertSame( self::PARIS, ( new OrderServicePoints() )->read( $order )[0]->service_point->id );
		self::assertSame( PointStatus::Ok, PointRecord::from_order( $order )->status() );
		self::assertStringContainsString( '"id":"1000010"', $order->get_meta( OfficialMeta::V2 ) );

		self::assertSame( 200, $this->post( $order, self::CHRONOPOST )->get_status() );
		self::assertSame( 200, $this->rest( 'DELETE', $this->route( $order ) )->get_status() );
		$order = $this->reload( $order );
		self::assertSame( [], ( new OrderServicePoints() )->read( $order ) );
		self::assertFalse( $order->meta_exists( OfficialMeta::V2 ) );
		self::assertSame( PointStatus::Missing, PointRecord::from_order( $order )->status() );

		$notes = array_values( array_filter( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ), static fn ( object $note ): bool => str_starts_with( $note->content, 'Service point' ) ) );
		self::assertCount( 3, $notes );
		self::assertStringContainsString( 'Relais du Faubourg', implode( ' ', array_column( $notes, 'content' ) ) );
		self::assertSame( [ 'admin' ], array_values( array_unique( array_column( $notes, 'added_by' ) ) ) );
	}

	public function test_an_order_of_the_first_plugin_keeps_its_format(): void {
		$order = $this->hand_made();
		$order->update_meta_data(
			OfficialMeta::V1,
			[
				'id'    => '7',
				'extra' => 'Old|Street 1|75010 Paris',
			]
		);
		$order->save();
		self::assertSame( 200, $this->post( $order, self::PARIS )->get_status() );
		$order = $this->reload( $order );
		self::assertSame( '1000010', $order->get_meta( OfficialMeta::V1 )['id'] );
		self::assertFalse( $order->meta_exists( OfficialMeta::V2 ) );
	}

	/** @return array<string, array{callable(array<string, mixed>): mixed}> */
	public function payloads(): array {
		return [
			'as the plugin left it' => [ static fn ( array $payload ): array => $payload ],
			'as JSON'               => [ static fn ( array $payload ): string => (string) wp_json_encode( $payload ) ],
		];
	}

	/**
	 * @dataProvider payloads
	 * @param callable(array<string, mixed>): mixed $stored
	 */
	public function test_an_order_of_dynamic_checkout_keeps_its_format_and_all_else_it_says( callable $stored ): void {
		$payload = [
			'sender_address_id'    => 3,
			'delivery_method_type' => 'service_point_delivery',
			'delivery_method_data' => [
				'service_point_id'  => 7,
				'formatted_address' => 'Old,Street 1,75010 Paris',
				'post_number'       => '',
				'carrier'           => 'x',
			],
		];
		$order   = $this->hand_made();
		$order->update_meta_data( OfficialMeta::PAYLOAD, $stored( $payload ) );
		$order->save();
		self::assertSame( 'Old', ( new OrderServicePoints() )->read( $this->reload( $order ) )[0]->service_point->name );

		self::assertSame( 200, $this->post( $order, self::PARIS )->get_status() );
		$order = $this->reload( $order );
		self::assertSame(
			[
				'sender_address_id'    => 3,
				'delivery_method_type' => 'service_point_delivery',
				'delivery_method_data' => [
					'service_point_id'  => self::PARIS,
					'formatted_address' => 'Relais du Faubourg,Rue du Faubourg Saint-Denis 84,75010 Paris',
					'post_number'       => '',
					'carrier'           => 'x',
				],
			],
			$order->get_meta( OfficialMeta::PAYLOAD )
		);
		self::assertFalse( $order->meta_exists( OfficialMeta::V2 ) );
		self::assertFalse( $order->meta_exists( OfficialMeta::V1 ) );

		self::assertSame( 200, $this->rest( 'DELETE', $this->route( $order ) )->get_status() );
		self::assertSame( [], ( new OrderServicePoints() )->read( $this->reload( $order ) ), 'The old point is not there again.' );
	}

	public function test_what_dynamic_checkout_says_of_a_delivery_home_stays(): void {
		$payload = [ 'delivery_method_type' => 'nominated_day_delivery' ];
		$order   = $this->hand_made();
		$order->update_meta_data( OfficialMeta::PAYLOAD, $payload );
		$order->save();

		$this->post( $order, self::PARIS );
		$order = $this->reload( $order );

		self::assertSame( $payload, $order->get_meta( OfficialMeta::PAYLOAD ) );
		self::assertStringContainsString( '"id":"1000010"', $order->get_meta( OfficialMeta::V2 ) );
	}

	public function test_only_who_may_edit_the_order_changes_it_and_only_to_a_point_that_takes_it(): void {
		$order = $this->hand_made();
		self::assertSame( 400, $this->post( $order, self::UNAVAILABLE )->get_status() );
		self::assertSame( 400, $this->post( $order, 1000001 )->get_status(), 'Another country.' );
		self::assertSame( 400, $this->rest( 'POST', $this->route( $order ), [ 'service_point_id' => 'x' ] )->get_status() );
		wp_set_current_user( get_user_by( 'login', 'customer' )->ID );
		self::assertSame( 403, $this->post( $order, self::PARIS )->get_status() );
		wp_set_current_user( 0 );
		self::assertSame( 401, $this->post( $order, self::PARIS )->get_status() );
		self::assertSame( [], ( new OrderServicePoints() )->read( $this->reload( $order ) ) );
	}

	public function test_a_closed_point_flags_the_order_and_mails_the_merchant_once(): void {
		$order = $this->hand_made();
		$this->post( $order, self::PARIS );
		$mails = [];
		add_filter(
			'pre_wp_mail',
			static function ( mixed $sent, array $mail ) use ( &$mails ): bool {
				$mails[] = $mail;
				return true;
			},
			10,
			2
		);

		$this->fault( [ 'fault' => 'server_error' ] );
		Clock::advance( 600 );
		$this->check( $order );
		self::assertSame( PointStatus::Ok, PointRecord::from_order( $this->reload( $order ) )->status(), 'Sendcloud is down: nobody knows.' );
		self::assertSame( [], $mails );

		$this->sandbox( 'DELETE', '/_faults' );
		$this->forget_answers();
		$this->fault(
			[
				'fault' => 'not_found',
				'path' => '/service-points/1000010',
			]
		);
		Clock::advance( 600 );
		$this->check( $order );
		$this->check( $this->reload( $order ) );
		self::assertSame( PointStatus::Closed, PointRecord::from_order( $this->reload( $order ) )->status() );
		self::assertCount( 1, $mails );
		self::assertStringContainsString( 'Relais du Faubourg', $mails[0]['message'] );
		self::assertStringContainsString( (string) $order->get_id(), $mails[0]['subject'] );
	}

	private function check( WC_Order $order ): void {
		do_action( CheckQueue::HOOK, [ $order->get_id() ], '', 0 );
	}

	private function post( WC_Order $order, int $point ): WP_REST_Response {
		return $this->rest( 'POST', $this->route( $order ), [ 'service_point_id' => $point ] );
	}

	private function route( WC_Order $order ): string {
		return "/sendcloud-service-points/v1/orders/{$order->get_id()}/service-point";
	}

	private function hand_made(): WC_Order {
		$order = new WC_Order();
		$order->set_address(
			[
				'address_1' => '80 Rue du Faubourg Saint-Denis',
				'postcode'  => '75010',
				'city'      => 'Paris',
				'country'   => 'FR',
			],
			'billing'
		);
		$line = new WC_Order_Item_Shipping();
		$line->set_method_id( 'service_point_v2_shipping_method' );
		$line->set_method_title( 'Service Point Delivery' );
		$order->add_item( $line );
		$order->set_status( 'processing' );
		$order->save();
		return $this->reload( $order );
	}
}
