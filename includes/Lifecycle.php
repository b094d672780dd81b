<?php
/**
 * Takes the plugin's actions out of Action Scheduler when it is deactivated, and plans them again when it is activated.
 *
 * Orders wait for their export by their own meta, and the nightly check plans itself. The other actions are all that is known of their
 * work, so they are found among the cancelled ones.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints;

use ActionScheduler_Store;
use SendcloudServicePoints\Availability\CheckQueue;
use SendcloudServicePoints\Availability\DailyCheck;
use SendcloudServicePoints\Export\DeletedOrders;
use SendcloudServicePoints\Export\Schedule;
use SendcloudServicePoints\Marks\MarkUpdates;

final class Lifecycle {

	private const KEPT = [
		DeletedOrders::HOOK => Schedule::GROUP,
		CheckQueue::HOOK    => CheckQueue::GROUP,
		DailyCheck::REVIEW  => CheckQueue::GROUP,
	];

	public static function reschedule(): void {
		// Without WooCommerce there is no Action Scheduler, and nothing of ours to schedule.
		if ( ! function_exists( 'as_schedule_single_action' ) ) {
			return;
		}
		( new Schedule() )->maybe_schedule( time() );

		foreach ( self::KEPT as $hook => $group ) {
			$cancelled = as_get_scheduled_actions(
				[
					'hook'     => $hook,
					'group'    => $group,
					'status'   => ActionScheduler_Store::STATUS_CANCELED,
					'per_page' => -1,
				]
			);
			foreach ( $cancelled as $id => $action ) {
				as_schedule_single_action( time(), $hook, $action->get_args(), $group );
				ActionScheduler_Store::instance()->delete_action( (string) $id );
			}
		}
	}

	public static function unschedule(): void {
		if ( function_exists( 'as_unschedule_all_actions' ) ) {
			foreach ( [ Schedule::GROUP, CheckQueue::GROUP, MarkUpdates::GROUP ] as $group ) {
				as_unschedule_all_actions( '', [], $group );
			}
		}
		DailyCheck::forget_schedule();
	}
}
