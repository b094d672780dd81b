<?php
/**
 * When the queue is worked on next: one action of Action Scheduler.
 *
 * The action's argument counts the attempts in a row that Sendcloud did not answer. While one is planned, no other is: so a queue that
 * waits for Sendcloud to come back waits as a whole, whatever is added to it meanwhile.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Export;

use ActionScheduler_Store;

final class Schedule {

	public const HOOK  = 'sendcloud_service_points_export';
	public const GROUP = 'sendcloud-service-points';

	/** Seconds. */
	private const SHORTEST = 60;
	private const LONGEST  = 3600;

	public function maybe_schedule( int $time, int $attempt = 0 ): void {
		if ( ! $this->is_scheduled() ) {
			as_schedule_single_action( $time, self::HOOK, [ $attempt ], self::GROUP );
		}
	}

	/** Without further waiting. */
	public function run_now(): void {
		// Whatever their argument: with the group beside the hook, only those without one.
		as_unschedule_all_actions( self::HOOK );
		$this->maybe_schedule( time() );
	}

	/** Seconds until the next attempt: a minute, two, four … an hour. */
	public static function delay( int $attempt, ?int $retry_after ): int {
		$seconds = $retry_after ?? min( self::LONGEST, self::SHORTEST * 2 ** min( $attempt, 10 ) );

		/**
		 * Filters how long the export of orders waits after Sendcloud has not answered.
		 *
		 * @param int $seconds What Sendcloud asks for, or else a minute, two, four … an hour.
		 * @param int $attempt How many attempts in a row have failed before.
		 */
		$filtered = apply_filters( 'sendcloud_service_points_export_delay', $seconds, $attempt );

		return is_numeric( $filtered ) ? max( 0, (int) $filtered ) : $seconds;
	}

	/** Not counting the one that runs: it may have looked at the queue already. */
	private function is_scheduled(): bool {
		$scheduled = as_get_scheduled_actions(
			[
				'hook'     => self::HOOK,
				'group'    => self::GROUP,
				'status'   => ActionScheduler_Store::STATUS_PENDING,
				'per_page' => 1,
			],
			'ids'
		);
		return [] !== $scheduled;
	}
}
