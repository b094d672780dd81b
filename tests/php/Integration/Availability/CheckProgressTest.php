<?php
/**
 * A merchant watches a check that several runners of Action Scheduler work on.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Availability;

use ActionScheduler_QueueRunner;
use ActionScheduler_Store;
use Error;
use SendcloudServicePoints\Availability\CheckQueue;
use SendcloudServicePoints\Tests\Integration\Clock;
use SendcloudServicePoints\Tests\Integration\TestCase;
use WC_Order;

final class CheckProgressTest extends TestCase {

	protected function setUp(): void {
		parent::setUp();
		wp_set_current_user( 1 );
		Clock::stop();
		// The limit is one of calendar minutes: this is the first second of one.
		Clock::advance( 60 - Clock::now() % 60 );
	}

	protected function tearDown(): void {
		Clock::start();
		parent::tearDown();
	}

	public function test_two_runners_at_once_count_every_order(): void {
		// More than an action takes. None of them is there any more, so nobody need be asked.
		$run = $this->start( 60 );
		[ $first, $second ] = $this->planned();
		// The second runner does its part while the first writes what it has counted.
		$meanwhile = function ( string $query ) use ( &$meanwhile, $run, $second ): string {
			if ( str_contains( $query, $run ) && 1 === preg_match( '/^\s*(INSERT|UPDATE) .*options/s', $query ) ) {
				remove_filter( 'query', $meanwhile );
				$this->process( $second );
			}
			return $query;
		};
		add_filter( 'query', $meanwhile );
		$this->process( $first );
		wp_cache_flush();
		self::assertSame( 60, $this->progress( $run )['none'], 'Nobody was asked, so nobody had to wait.' );

		$this->finish();
		self::assertSame( 60, $this->progress( $run )['none'] );
		self::assertTrue( $this->progress( $run )['is_done'] );
	}

	public function test_what_is_left_to_later_is_counted_once(): void {
		$run = $this->start( 130 );
		$this->finish();

		self::assertSame( 130, $this->progress( $run )['none'] );
		self::assertTrue( $this->progress( $run )['is_done'] );
	}

	public function test_an_order_that_another_plugin_chokes_on_does_not_keep_the_others(): void {
		$orders = array_map( static fn (): int => wc_create_order()->get_id(), range( 1, 3 ) );
		$run    = $this->start( 3 );
		add_filter(
			'woocommerce_order_get_items',
			static fn ( array $items, WC_Order $order ): array => $order->get_id() === $orders[1] ? throw new Error( 'Killed' ) : $items,
			10,
			2
		);
		do_action( CheckQueue::HOOK, $orders, $run, 0 );

		$progress = $this->progress( $run );
		self::assertSame( [ 2, 1, true ], [ $progress['none'], $progress['unknown'], $progress['is_done'] ] );
	}

	public function test_a_batch_that_was_planned_by_an_earlier_version_is_still_counted(): void {
		$run = $this->start( 2 );
		do_action( CheckQueue::HOOK, [ 1, 2 ], $run, 0 );
		self::assertTrue( $this->progress( $run )['is_done'] );
	}

	public function test_runs_of_yesterday_are_cleared_away(): void {
		global $wpdb;
		$count = static fn (): int => (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->options} WHERE option_name LIKE '%sendcloud_service_points_check_%'" );
		$first = $this->start( 3 );
		$rows  = $count();
		self::assertGreaterThan( 0, $rows );
		Clock::advance( DAY_IN_SECONDS - 1 );
		$second = $this->start( 3 );
		self::assertSame( 3, $this->progress( $first )['total'] );

		Clock::advance( 2 );
		$third = $this->start( 3 );
		self::assertSame( 404, $this->rest( 'GET', "/sendcloud-service-points/v1/checks/$first" )->get_status() );
		self::assertSame( [ 3, 3 ], [ $this->progress( $second )['total'], $this->progress( $third )['total'] ] );
		self::assertSame( 2 * $rows, $count() );
	}

	/** @return string Names the run. */
	private function start( int $orders ): string {
		$url = apply_filters( 'handle_bulk_actions-woocommerce_page_wc-orders', 'https://shop.test/', 'sendcloud_service_points_check', range( 900_001, 900_000 + $orders ) );
		parse_str( (string) wp_parse_url( $url, PHP_URL_QUERY ), $query );
		return $query['sendcloud_service_points_check'];
	}

	/** @return array<string, mixed> */
	private function progress( string $run ): array {
		return $this->rest( 'GET', "/sendcloud-service-points/v1/checks/$run" )->get_data();
	}

	/** @return list<int> Batches, in the order in which they are due. */
	private function planned(): array {
		$ids = as_get_scheduled_actions(
			[
				'hook'     => CheckQueue::HOOK,
				'status'   => ActionScheduler_Store::STATUS_PENDING,
				'per_page' => -1,
				'orderby'  => 'date',
			],
			'ids'
		);
		return array_values( array_map( 'intval', $ids ) );
	}

	private function process( int $id ): void {
		ActionScheduler_QueueRunner::instance()->process_action( $id, 'test' );
	}

	/** All that is planned, a batch a minute. */
	private function finish(): void {
		for ( $minutes = 0; $minutes < 20 && [] !== $this->planned(); $minutes++ ) {
			Clock::advance( 60 );
			$this->process( $this->planned()[0] );
		}
		self::assertSame( [], $this->planned() );
	}
}
