<?php
/**
 * The nightly check finds every order, says when nothing runs it, and ends.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Availability;

use SendcloudServicePoints\Availability\CheckProgress;
use SendcloudServicePoints\Availability\CheckQueue;
use SendcloudServicePoints\Availability\DailyCheck;
use SendcloudServicePoints\OrderAdmin\BulkCheck;
use SendcloudServicePoints\Plugin;
use SendcloudServicePoints\Tests\Integration\TestCase;
use WC_Order;

final class NightlyCheckTest extends TestCase {

	public function test_every_order_is_found_whatever_wrote_its_point_and_however_many_there_are(): void {
		$keys   = [ '_sendcloud_service_point_id', 'sendcloudshipping_v2_service_point', 'sendcloudshipping_service_point_meta', 'sendcloudshipping_checkout_payload_meta' ];
		$wanted = [];
		foreach ( range( 1, 24 ) as $number ) {
			$wanted[] = $this->made( $keys[ $number % 4 ], 'processing' );
		}
		$this->made( $keys[0], 'completed' );
		$this->made( 'other', 'processing' );

		( new DailyCheck( new CheckQueue(), 4 ) )->check_all();

		$found = array_merge( ...array_map( static fn ( $action ): array => $action->get_args()[0], array_values( as_get_scheduled_actions( [ 'hook' => CheckQueue::HOOK, 'per_page' => -1 ] ) ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
		sort( $found );
		self::assertSame( $wanted, $found );
	}

	public function test_the_bulk_check_says_when_nothing_runs_it(): void {
		$queue    = new CheckQueue();
		$progress = new CheckProgress();
		$bulk     = new BulkCheck( $queue, $progress, Plugin::services()->assets() );
		$run      = $progress->start( 1 );
		$queue->schedule( [ 1 ], $run );
		self::assertStringNotContainsString( 'Scheduled Actions', $bulk->progress_text( $progress->get( $run ) ) );

		as_unschedule_all_actions( CheckQueue::HOOK );
		$queue->schedule( [ 1 ], $run, -1200 );

		self::assertStringContainsString( 'The shop\'s scheduled actions do not run', $bulk->progress_text( $progress->get( $run ) ) );
	}

	private function made( string $key, string $status ): int {
		$order = new WC_Order();
		$order->set_status( $status );
		$order->update_meta_data( $key, 'x' );
		return $order->save();
	}
}
