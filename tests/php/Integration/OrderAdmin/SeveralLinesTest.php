<?php
/**
 * An order of several parcels, each to a service point of its own.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\OrderAdmin;

use SendcloudServicePoints\Availability\CheckQueue;
use SendcloudServicePoints\Order\OfficialMeta;
use SendcloudServicePoints\Tests\Integration\Clock;
use SendcloudServicePoints\Tests\Integration\SandboxRequests;
use SendcloudServicePoints\Tests\Integration\TestCase;
use WC_Order;
use WC_Order_Item_Shipping;

final class SeveralLinesTest extends TestCase {

	use SandboxRequests;

	private const FIRST  = 1000010;
	private const SECOND = 1000012;
	private const GONE   = 1000011;

	protected function setUp(): void {
		parent::setUp();
		$this->forget_answers();
		$this->reset_sandbox();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		wp_set_current_user( 1 );
	}

	protected function tearDown(): void {
		$this->reset_sandbox();
		Clock::start();
		parent::tearDown();
	}

	public function test_the_list_names_every_point(): void {
		$order = $this->order_to( self::FIRST, self::SECOND );
		$cell  = $this->cell( $order );

		self::assertStringContainsString( 'Relais du Faubourg', $cell );
		self::assertStringContainsString( '+ Tabac &quot;Le Balto&quot;, Paris', $cell );
		self::assertStringNotContainsString( '<span class="scsp-cell__city">+', $this->cell( $this->order_to( self::FIRST ) ) );
	}

	public function test_the_preview_shows_every_point(): void {
		$details = apply_filters( 'woocommerce_admin_order_preview_get_order_details', [], $this->order_to( self::FIRST, self::SECOND ) );

		self::assertStringContainsString( 'Relais du Faubourg', $details['sendcloud_service_point'] );
		self::assertStringContainsString( 'Tabac &quot;Le Balto&quot;', $details['sendcloud_service_point'] );
	}

	public function test_the_orders_screen_has_a_panel_for_each_line_that_knows_its_own_point(): void {
		$order    = $this->order_to( self::FIRST, self::SECOND );
		$requests = $this->requests_of_screen( $order );

		self::assertSame( array_keys( $order->get_items( 'shipping' ) ), array_keys( $requests ) );
		self::assertSame(
			[ self::FIRST, self::SECOND ],
			array_map( static fn ( array $request ): int => $request['selected']['service_point']['id'], array_values( $requests ) )
		);
	}

	public function test_each_point_is_under_its_parcel_where_there_are_several(): void {
		$order = $this->order_to( self::FIRST, self::SECOND );
		[ $first, $second ] = array_values( $order->get_items( 'shipping' ) );
		$first->add_meta_data( 'Items', 'Mug &times; 1, Lamp &times; 2' );
		$first->save();
		$second->add_meta_data( 'Items', str_repeat( 'Mug &times; 1, ', 20 ) );
		$second->set_method_title( 'Point <b>relais</b>' );
		$second->save();
		$order = $this->reload( $order );

		preg_match_all( '~<h4[^>]*>(.+?)</h4>.+?(Relais du Faubourg|Tabac)~s', $this->screen( $order ), $found );
		self::assertSame( [ 'Service Point Delivery: Mug &times; 1, Lamp &times; 2', 'Point relais' ], $found[1] );
		self::assertSame( [ 'Relais du Faubourg', 'Tabac' ], $found[2] );
		self::assertStringNotContainsString( '<h4', $this->screen( $this->order_to( self::FIRST ) ) );
	}

	public function test_a_line_without_a_point_needs_attention_whichever_it_is(): void {
		foreach ( [ [ self::FIRST, null ], [ null, self::FIRST ] ] as $points ) {
			$order = $this->order_to( ...$points );

			self::assertSame( 'missing', $order->get_meta( '_sendcloud_service_point_status' ) );
			self::assertStringContainsString( 'is-missing', $this->cell( $order ) );
			self::assertSame( 1, substr_count( $this->screen( $order ), 'Nobody has chosen a point yet.' ) );
		}
	}

	public function test_the_second_lines_point_is_changed_alone(): void {
		$order = $this->order_to( self::FIRST, self::SECOND );
		$line  = array_keys( $order->get_items( 'shipping' ) )[1];

		$this->choose_point( $order, self::GONE, $line );

		self::assertSame( [ self::FIRST, self::GONE ], $this->told( $order ) );
		self::assertSame( '1000010', $this->reload( $order )->get_meta( '_sendcloud_service_point_id' ) );
	}

	public function test_when_the_first_point_goes_the_order_is_summed_up_by_the_second(): void {
		$order = $this->order_to( self::FIRST, self::SECOND );
		$this->rest( 'DELETE', $this->route( $order ), [ 'shipping_line_id' => array_key_first( $order->get_items( 'shipping' ) ) ] );
		$order = $this->reload( $order );

		self::assertSame( [ self::SECOND ], $this->told( $order ) );
		self::assertSame( '1000012', $order->get_meta( '_sendcloud_service_point_id' ) );
		self::assertStringContainsString( '"id":"1000012"', $order->get_meta( OfficialMeta::V2 ) );
		self::assertFalse( $order->meta_exists( '_sendcloud_service_point_others' ) );
		self::assertSame( 'missing', $order->get_meta( '_sendcloud_service_point_status' ) );
	}

	public function test_the_check_asks_about_every_point_and_offers_others_where_one_is_closed(): void {
		$order = $this->order_to( self::FIRST, self::GONE );
		$this->close( self::GONE );
		$closed = [];
		add_action(
			'sendcloud_service_points_point_closed',
			static function ( WC_Order $order, $selection ) use ( &$closed ): void {
				$closed[] = $selection->service_point->id;
			},
			10,
			2
		);

		do_action( CheckQueue::HOOK, [ $order->get_id() ], '', 0 );
		$order = $this->reload( $order );

		self::assertSame( [ self::GONE ], $closed );
		self::assertSame( 'closed', $order->get_meta( '_sendcloud_service_point_status' ) );
		self::assertCount( 1, $this->requests( '/service-points/' . self::FIRST . '/check-availability' ) );
		// src/admin/order.ts offers other points for these lines.
		preg_match_all( '/data-line="(\d+)" data-closed="(yes|no)"/', $this->screen( $order ), $found );
		self::assertSame( [ 'no', 'yes' ], $found[2] );

		$this->choose_point( $order, self::SECOND, (int) $found[1][1] );
		self::assertSame( 'ok', $this->reload( $order )->get_meta( '_sendcloud_service_point_status' ) );
	}

	public function test_two_lines_to_one_closed_point_are_one_piece_of_news(): void {
		$order = $this->order_to( self::GONE, self::GONE );
		$this->close( self::GONE );
		$before = did_action( 'sendcloud_service_points_point_closed' );

		do_action( CheckQueue::HOOK, [ $order->get_id() ], '', 0 );

		self::assertSame( 1, did_action( 'sendcloud_service_points_point_closed' ) - $before );
		$notes = preg_grep( '/has been withdrawn/', array_column( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ), 'content' ) );
		self::assertCount( 1, $notes );
	}

	private function close( int $point ): void {
		$this->forget_answers();
		$this->reset_sandbox();
		$this->fault(
			[
				'fault' => 'not_found',
				'path'  => "/service-points/$point",
			]
		);
	}

	/** @param int|null ...$points One for each line. */
	private function order_to( ?int ...$points ): WC_Order {
		$order = new WC_Order();
		$order->set_address(
			[
				'address_1' => '80 Rue du Faubourg Saint-Denis',
				'postcode'  => '75010',
				'city'      => 'Paris',
				'country'   => 'FR',
			],
			'shipping'
		);
		foreach ( $points as $point ) {
			$line = new WC_Order_Item_Shipping();
			$line->set_method_id( 'service_point_v2_shipping_method' );
			$line->set_method_title( 'Service Point Delivery' );
			$order->add_item( $line );
		}
		$order->set_status( 'processing' );
		$order->save();
		foreach ( array_keys( $order->get_items( 'shipping' ) ) as $index => $line ) {
			if ( null !== $points[ $index ] ) {
				$this->choose_point( $order, $points[ $index ], $line );
			}
		}
		return $this->reload( $order );
	}

	private function choose_point( WC_Order $order, int $point, int $line ): void {
		$answer = $this->rest(
			'POST',
			$this->route( $order ),
			[
				'service_point_id' => $point,
				'shipping_line_id' => $line,
			]
		);
		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
	}

	private function route( WC_Order $order ): string {
		return "/sendcloud-service-points/v1/orders/{$order->get_id()}/service-point";
	}

	/** @return list<int> What WooCommerce's REST API tells. */
	private function told( WC_Order $order ): array {
		$points = $this->rest( 'GET', "/wc/v3/orders/{$order->get_id()}" )->get_data()['sendcloud_service_points'];
		return array_map( static fn ( array $selection ): int => $selection['service_point']['id'], $points );
	}

	private function cell( WC_Order $order ): string {
		ob_start();
		do_action( 'manage_woocommerce_page_wc-orders_custom_column', 'sendcloud_service_point', $order );
		return (string) ob_get_clean();
	}

	private function screen( WC_Order $order ): string {
		ob_start();
		do_action( 'woocommerce_admin_order_data_after_shipping_address', $order );
		return (string) ob_get_clean();
	}

	/** @return array<int, array<string, mixed>> What each line's button asks the picker for, by the line's id. */
	private function requests_of_screen( WC_Order $order ): array {
		preg_match_all( '/data-line="(\d+)"[^>]* data-request="([^"]*)"/', $this->screen( $order ), $found );
		return array_combine(
			array_map( 'intval', $found[1] ),
			array_map( static fn ( string $json ): array => json_decode( html_entity_decode( $json, ENT_QUOTES ), true ), $found[2] )
		);
	}
}
