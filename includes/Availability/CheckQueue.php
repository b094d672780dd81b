<?php
/**
 * Schedules checks of orders: batches of Action Scheduler, never in a shopper's request.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Availability;

use ActionScheduler_Store;

final class CheckQueue {

	public const HOOK = 'sendcloud_service_points_check_batch';

	/** Apart from the export's actions, which wait for each other. */
	public const GROUP = 'sendcloud-service-points-checks';

	/** Orders in an action. */
	private const SIZE = 50;

	/** Seconds that WP-Cron may be late in a shop with visitors. */
	private const PATIENCE = 600;

	/**
	 * @param list<int> $ids     Of orders.
	 * @param string    $run     Of CheckProgress; empty where nobody watches.
	 * @param int       $wait    Seconds.
	 * @param int       $attempt How many times in a row Sendcloud has not answered.
	 */
	public function schedule( array $ids, string $run = '', int $wait = 0, int $attempt = 0 ): void {
		foreach ( array_chunk( $ids, self::SIZE ) as $index => $batch ) {
			// One batch a minute; CheckBatch sees to it that late ones do not run all at once.
			as_schedule_single_action( time() + $wait + $index * MINUTE_IN_SECONDS, self::HOOK, [ $batch, $run, $attempt ], self::GROUP );
		}
	}

	/** Soon, unless it is planned already. */
	public function maybe_schedule( int $id ): void {
		if ( ! as_has_scheduled_action( self::HOOK, [ [ $id ], '', 0 ], self::GROUP ) ) {
			$this->schedule( [ $id ] );
		}
	}

	/** Whether checks have been due for some minutes, and nothing runs them. */
	public function is_stuck(): bool {
		$due = [
			'hook'         => self::HOOK,
			'group'        => self::GROUP,
			'status'       => ActionScheduler_Store::STATUS_PENDING,
			'date'         => as_get_datetime_object( time() - self::PATIENCE ),
			'date_compare' => '<',
			'per_page'     => 1,
		];
		return [] !== as_get_scheduled_actions( $due, 'ids' );
	}
}
