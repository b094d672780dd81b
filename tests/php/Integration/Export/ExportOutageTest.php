<?php
/**
 * Sendcloud goes down in the middle of an export.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Export;

use ActionScheduler_QueueRunner;
use SendcloudServicePoints\Export\ExportState;
use SendcloudServicePoints\Tests\Integration\Clock;
use WC_Order;

final class ExportOutageTest extends ExportTestCase {

	/** @group slow */
	public function test_all_of_200_orders_arrive_once_when_sendcloud_is_back(): void {
		// Mails, stock and the like: what else a shop does with a new order takes longer than the test itself.
		foreach ( [ 'pending_to_processing', 'processing', 'changed' ] as $hook ) {
			remove_all_actions( "woocommerce_order_status_{$hook}" );
		}
		$ids = array_map( fn (): int => $this->relay_order()->get_id(), range( 1, 200 ) );
		$this->end_request();
		$this->work();
		self::assertCount( 100, $this->at_sendcloud() );

		// Down, and it stays down for an hour. Meanwhile the shop goes on selling.
		$this->fault( [ 'fault' => 'server_error' ] );
		for ( $minutes = 0; $minutes < 60; $minutes += 10 ) {
			$this->work();
			Clock::advance( 600 );
		}
		$ids[] = $this->relay_order()->get_id();
		$this->end_request();
		self::assertLessThan( 10, $this->sent_requests(), 'A server that is down is not helped by requests.' );
		$this->reset_sandbox();
		self::assertCount( 100, $this->at_sendcloud() );

		// Back, but the first answer gets lost, and then there are too many requests.
		Clock::advance( 3600 );
		$this->fault(
			[
				'fault' => 'lost_answer',
				'path'  => '/orders',
				'times' => 1,
			]
		);
		$this->work();
		self::assertGreaterThan( 100, count( $this->at_sendcloud() ) );
		$this->fault(
			[
				'fault'       => 'rate_limited',
				'path'        => '/orders',
				'times'       => 1,
				'retry_after' => 30,
			]
		);
		Clock::advance( 3600 );
		$this->work();

		for ( $hours = 0; $hours < 5 && [] !== $this->planned(); $hours++ ) {
			Clock::advance( 3600 );
			$this->run_queue();
		}
		self::assertSame( $ids, $this->ids_at_sendcloud() );
		self::assertSame( [], $this->planned() );
		foreach ( $ids as $id ) {
			$order = wc_get_order( $id );
			self::assertInstanceOf( WC_Order::class, $order );
			self::assertSame( ExportState::Sent, $this->record( $order )->state() );
		}
	}

	public function test_one_order_sendcloud_stumbles_over_does_not_keep_the_others(): void {
		$orders = array_map( fn (): WC_Order => $this->relay_order(), range( 1, 8 ) );
		$poison = $orders[2]->get_id();
		$this->end_request();
		// Stands for an error on Sendcloud's side that one order's content brings about.
		add_filter(
			'pre_http_request',
			static fn ( $answer, array $arguments ) => str_contains( (string) ( $arguments['body'] ?? '' ), "\"order_id\":\"{$poison}\"" )
				? [
					'response' => [
						'code'    => 500,
						'message' => 'Error',
					],
					'headers'  => [],
					'cookies'  => [],
					'body'     => '',
				]
				: $answer,
			10,
			2
		);
		for ( $hours = 0; $hours < 40 && [] !== $this->planned(); $hours++ ) {
			$this->run_queue();
			Clock::advance( 3600 );
		}
		$all = array_map( static fn ( WC_Order $order ): int => $order->get_id(), $orders );
		self::assertSame( array_values( array_diff( $all, [ $poison ] ) ), $this->ids_at_sendcloud() );
		self::assertSame( ExportState::Failed, $this->record( $orders[2] )->state() );
	}

	/** What is due now, once. */
	private function work(): void {
		foreach ( $this->planned( Clock::now() ) as $id ) {
			ActionScheduler_QueueRunner::instance()->process_action( $id, 'test' );
		}
		$this->end_request();
	}
}
