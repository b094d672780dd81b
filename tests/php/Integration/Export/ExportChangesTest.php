<?php
/**
 * What becomes of an order after it was sent, or while it waits.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Export;

use SendcloudServicePoints\Export\ExportState;
use SendcloudServicePoints\Order\OrderServicePoints;
use WC_Order;

final class ExportChangesTest extends ExportTestCase {

	public function test_an_order_that_did_not_change_is_not_sent_again(): void {
		$order = $this->relay_order();
		$this->run_queue();
		$again = $this->reload( $order );
		$again->add_order_note( 'A word between colleagues' );
		$again->update_meta_data( 'packed_by', 'Sam' );
		$again->save();
		$this->run_queue();

		self::assertSame( 1, $this->sent_requests() );
	}

	public function test_a_changed_order_is_brought_up_to_date(): void {
		$order = $this->relay_order( 'on-hold' );
		$this->run_queue();
		$id = $this->record( $order )->sendcloud_id();

		$changed = $this->reload( $order );
		$changed->set_shipping_city( 'Lyon' );
		$changed->set_status( 'processing' );
		$changed->save();
		$this->run_queue();

		$there = $this->at_sendcloud()[ $order->get_id() ];
		self::assertSame( 'Lyon', $there['shipping_address']['city'] );
		self::assertSame( 'processing', $there['order_details']['status']['code'] );
		self::assertSame( (string) $id, $there['id'] );
	}

	public function test_another_point_chosen_later_reaches_sendcloud(): void {
		$order = $this->relay_order();
		$this->run_queue();
		$changed = $this->reload( $order );
		( new OrderServicePoints() )->write( $changed, [ self::selection( '12345678' ) ] );
		$changed->save();
		$this->run_queue();

		self::assertSame( '12345678', $this->at_sendcloud()[ $order->get_id() ]['service_point_details']['post_number'] );
	}

	public function test_what_changes_while_sendcloud_is_asked_is_sent_after_it(): void {
		$order = $this->relay_order();
		$this->end_request();
		$change = function () use ( &$change, $order ): void {
			remove_action( 'http_api_debug', $change );
			$other = $this->reload( $order );
			$other->set_shipping_city( 'Nantes' );
			$other->save();
		};
		add_action( 'http_api_debug', $change );
		$this->run_queue();

		self::assertSame( 'Nantes', $this->at_sendcloud()[ $order->get_id() ]['shipping_address']['city'] );
	}

	public function test_a_part_that_was_refunded_is_not_shipped(): void {
		$order = $this->place_order( self::selection(), 'processing', 'mug', 3 );
		$this->run_queue();
		$line = array_key_first( $order->get_items() );
		$price = (float) $order->get_total() / 10;
		wc_create_refund(
			[
				'order_id'   => $order->get_id(),
				'amount'     => $price,
				'line_items' => [
					$line => [
						'qty'          => 2,
						'refund_total' => $price,
					],
				],
			]
		);
		$this->run_queue();

		self::assertSame( 1, $this->at_sendcloud()[ $order->get_id() ]['order_details']['order_items'][0]['quantity'] );
	}

	/** @return array<string, array{callable(WC_Order): void}> */
	public function ends(): array {
		$status = static fn ( string $status ): array => [
			static function ( WC_Order $order ) use ( $status ): void {
				$order->update_status( $status );
			},
		];
		return [
			'cancelled'             => $status( 'cancelled' ),
			'refunded'              => $status( 'refunded' ),
			'its payment failed'    => $status( 'failed' ),
			'in the trash'          => [
				static function ( WC_Order $order ): void {
					$order->delete();
				},
			],
			'trashed from the list' => [
				static function ( WC_Order $order ): void {
					if ( 'shop_order' === get_post_type( $order->get_id() ) ) {
						wp_trash_post( $order->get_id() );
					} else {
						$order->delete();
					}
				},
			],
			'deleted for good'      => [
				static function ( WC_Order $order ): void {
					$order->delete( true );
				},
			],
		];
	}

	/** @dataProvider ends */
	public function test_nobody_can_ship_an_order_that_was( callable $end ): void {
		$order = $this->relay_order();
		$other = $this->relay_order();
		$this->run_queue();
		self::assertCount( 2, $this->at_sendcloud() );
		$end( $this->reload( $order ) );
		$this->run_queue();

		self::assertSame( [ $other->get_id() ], $this->ids_at_sendcloud() );
	}

	public function test_an_order_cancelled_by_mistake_comes_back_once(): void {
		$order = $this->relay_order();
		$this->run_queue();
		$this->reload( $order )->update_status( 'cancelled' );
		$this->run_queue();
		self::assertSame( ExportState::Cancelled, $this->record( $order )->state() );

		$this->reload( $order )->update_status( 'processing' );
		$this->run_queue();
		self::assertSame( [ $order->get_id() ], $this->ids_at_sendcloud() );
		self::assertSame( ExportState::Sent, $this->record( $order )->state() );
	}

	public function test_an_order_cancelled_before_it_was_sent_never_gets_there(): void {
		$order = $this->relay_order();
		$this->end_request();
		$this->reload( $order )->update_status( 'cancelled' );
		$this->run_queue();

		self::assertSame( 0, $this->sent_requests() );
		self::assertSame( ExportState::Cancelled, $this->record( $order )->state() );
	}

	public function test_an_order_that_moved_on_before_it_was_sent_is_left_out(): void {
		$order = $this->relay_order();
		$this->end_request();
		$this->reload( $order )->update_status( 'completed' );
		$this->run_queue();

		self::assertSame( 0, $this->sent_requests() );
		self::assertSame( ExportState::None, $this->record( $order )->state() );
	}
}
