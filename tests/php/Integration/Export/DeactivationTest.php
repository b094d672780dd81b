<?php
/**
 * The plugin is deactivated with work left, and activated again.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Export;

use ActionScheduler_Action;
use ActionScheduler_QueueRunner;
use ActionScheduler_Store;
use SendcloudServicePoints\Export\ExportState;

final class DeactivationTest extends ExportTestCase {

	private const PLUGIN = 'sendcloud-service-points/sendcloud-service-points.php';

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		// An earlier version has run here.
		update_option( 'sendcloud_service_points_daily_check', 'yes' );
	}

	public function test_nothing_of_ours_is_planned_without_us(): void {
		do_action( 'action_scheduler_init' );
		$order = $this->relay_order();
		$this->end_request();
		do_action( 'sendcloud_service_points_daily_check' );
		self::assertSame(
			[ 'sendcloud_service_points_check_batch', 'sendcloud_service_points_daily_check', 'sendcloud_service_points_export', 'sendcloud_service_points_review_closed' ],
			$this->pending()
		);
		as_schedule_single_action( time(), 'somebody_elses' );

		deactivate_plugins( self::PLUGIN );

		self::assertSame( [], $this->pending() );
		self::assertTrue( as_has_scheduled_action( 'somebody_elses' ) );
		self::assertSame( ExportState::Queued, $this->record( $order )->state(), 'The order itself remembers.' );
	}

	public function test_orders_that_waited_are_sent_once_when_the_plugin_is_back(): void {
		$sent = $this->relay_order();
		$this->run_queue();
		$waiting = $this->relay_order();
		$this->end_request();

		deactivate_plugins( self::PLUGIN );
		self::assertSame( [], $this->planned() );
		$this->activate();
		// As a hasty merchant does.
		$this->activate();
		$this->run_queue();

		self::assertSame( [ $sent->get_id(), $waiting->get_id() ], $this->ids_at_sendcloud() );
		self::assertSame( 2, $this->sent_requests() );
		self::assertSame( ExportState::Sent, $this->record( $waiting )->state() );
	}

	public function test_an_order_deleted_before_is_taken_out_of_sendcloud_after(): void {
		$order = $this->relay_order();
		$this->run_queue();
		$this->reload( $order )->delete( true );

		deactivate_plugins( self::PLUGIN );
		$this->activate();
		$this->run_queue();
		self::assertSame( [], $this->ids_at_sendcloud() );

		deactivate_plugins( self::PLUGIN );
		$this->activate();
		$this->run_queue();
		self::assertCount( 1, array_filter( $this->requests( '/orders' ), static fn ( array $request ): bool => 'DELETE' === $request['method'] ), 'What is done is not done again.' );
	}

	public function test_checks_that_waited_are_made_and_the_nightly_one_is_planned_again(): void {
		do_action( 'action_scheduler_init' );
		$this->relay_order();
		$this->end_request();
		do_action( 'sendcloud_service_points_daily_check' );

		deactivate_plugins( self::PLUGIN );
		$this->activate();
		// The next request.
		do_action( 'action_scheduler_init' );

		self::assertSame(
			[ 'sendcloud_service_points_check_batch', 'sendcloud_service_points_daily_check', 'sendcloud_service_points_export', 'sendcloud_service_points_review_closed' ],
			$this->pending()
		);
		$batch = as_get_scheduled_actions( [ 'hook' => 'sendcloud_service_points_check_batch' ], 'ids' );
		self::assertCount( 1, $batch, 'The cancelled one is gone.' );
		ActionScheduler_QueueRunner::instance()->process_action( (int) $batch[0], 'test' );
		self::assertCount( 1, $this->requests( '/check-availability' ) );
	}

	private function activate(): void {
		self::assertNull( activate_plugin( self::PLUGIN ) );
	}

	/** @return list<string> The hooks of our planned actions. */
	// Without the carriers' pictures: whether they are planned depends on what was searched before.
	private function pending(): array {
		$hooks = array_map(
			static fn ( ActionScheduler_Action $action ): string => $action->get_hook(),
			as_get_scheduled_actions(
				[
					'status'   => ActionScheduler_Store::STATUS_PENDING,
					'per_page' => -1,
				]
			)
		);
		sort( $hooks );
		return array_values( preg_grep( '/^sendcloud_(?!.*_fetch_marks$)/', $hooks ) );
	}
}
