<?php
/**
 * Every night, the orders that are still to be shipped.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Availability;

use Automattic\WooCommerce\Utilities\OrderUtil;
use DateTimeImmutable;
use SendcloudServicePoints\Order\OfficialMeta;

final class DailyCheck {

	public const HOOK = 'sendcloud_service_points_daily_check';

	/** Whether the check is scheduled: loaded with all other options, so that asking costs no query. */
	private const SCHEDULED = 'sendcloud_service_points_daily_check';

	/** An order that is not shipped after three months never will be. */
	private const DAYS = 90;

	/** Not paid yet, shipped, or never to be. */
	private const NOT_DUE = [ 'pending', 'completed', 'cancelled', 'refunded', 'failed', 'trash', 'checkout-draft' ];

	public function __construct( private readonly CheckQueue $queue ) {}

	public function register(): void {
		add_action( self::HOOK, [ $this, 'check_all' ] );
		add_action( 'action_scheduler_init', [ $this, 'maybe_schedule' ] );
		// Daily, where Action Scheduler is new enough: an action somebody deleted comes back.
		add_action( 'action_scheduler_ensure_recurring_actions', [ $this, 'schedule' ] );
	}

	/** The next request schedules it again, if the plugin is still active by then. */
	public static function forget_schedule(): void {
		delete_option( self::SCHEDULED );
	}

	public function maybe_schedule(): void {
		if ( 'yes' !== get_option( self::SCHEDULED ) ) {
			$this->schedule();
			update_option( self::SCHEDULED, 'yes', true );
		}
	}

	public function schedule(): void {
		if ( ! as_has_scheduled_action( self::HOOK, [], CheckQueue::GROUP ) ) {
			// At night, and not all shops at once.
			$start = ( new DateTimeImmutable( 'tomorrow 02:00', wp_timezone() ) )->getTimestamp() + wp_rand( 0, 180 * MINUTE_IN_SECONDS );
			as_schedule_recurring_action( $start, DAY_IN_SECONDS, self::HOOK, [], CheckQueue::GROUP, true );
		}
	}

	public function check_all(): void {
		$this->queue->schedule( $this->unshipped_orders() );
	}

	/** @return list<int> Ids of orders with a point, of whatever plugin. */
	private function unshipped_orders(): array {
		$all = array_map( OrderUtil::remove_status_prefix( ... ), array_map( 'strval', array_keys( wc_get_order_statuses() ) ) );

		/**
		 * Filters the statuses of orders whose service points are checked every night.
		 *
		 * @param list<string> $statuses Without `wc-`.
		 */
		$statuses = apply_filters( 'sendcloud_service_points_checked_statuses', array_values( array_diff( $all, self::NOT_DUE ) ) );

		if ( ! is_array( $statuses ) || [] === $statuses ) {
			return [];
		}
		$found = [];

		// One by one: orders that are posts cannot be asked for several keys at once.
		foreach ( [ '_sendcloud_service_point_id', OfficialMeta::V2, OfficialMeta::V1, OfficialMeta::PAYLOAD ] as $key ) {
			// phpcs:disable WordPress.DB.SlowDBQuery -- Once a day, in the background; every key is indexed.
			$ids = wc_get_orders(
				[
					'type'         => 'shop_order',
					'status'       => $statuses,
					'limit'        => -1,
					'return'       => 'ids',
					'date_created' => '>' . ( time() - self::DAYS * DAY_IN_SECONDS ),
					'meta_key'     => $key,
					'meta_compare' => 'EXISTS',
				]
			);
			// phpcs:enable
			$found = [ ...$found, ...array_filter( is_array( $ids ) ? $ids : [], 'is_int' ) ];
		}

		return array_values( array_unique( $found ) );
	}
}
