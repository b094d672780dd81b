<?php
/**
 * Schedules checks of orders: batches of Action Scheduler, never in a shopper's request.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Availability;

final class CheckQueue {

	public const HOOK = 'sendcloud_service_points_check_batch';

	/** Apart from the export's actions, which wait for each other. */
	public const GROUP = 'sendcloud-service-points-checks';

	/** Orders in an action. */
	private const SIZE = 50;

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
}
