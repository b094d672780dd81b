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
use SendcloudServicePoints\Info;
use SendcloudServicePoints\Order\OfficialMeta;

final class DailyCheck {

	public const HOOK = 'sendcloud_service_points_daily_check';

	/** Runs once after each update, over the orders marked closed: what one version called closed, the next may not. */
	public const REVIEW = 'sendcloud_service_points_review_closed';

	/** The version that scheduled the check: loaded with all other options, so that asking costs no query. */
	private const SCHEDULED = 'sendcloud_service_points_daily_check';

	/** An order that is not shipped after three months never will be. */
	private const DAYS = 90;

	/** A shop with more than a million orders waiting has other worries. */
	private const MAX_PAGES = 2000;

	/** Not paid yet, shipped, or never to be. */
	private const NOT_DUE = [ 'pending', 'completed', 'cancelled', 'refunded', 'failed', 'trash', 'checkout-draft' ];

	/** @param int $page Orders asked for at once. */
	public function __construct( private readonly CheckQueue $queue, private readonly int $page = 500 ) {}

	public function register(): void {
		add_action( self::HOOK, [ $this, 'check_all' ] );
		add_action( self::REVIEW, [ $this, 'check_closed' ] );
		// Daily, where Action Scheduler is new enough: an action somebody deleted comes back.
		add_action( 'action_scheduler_ensure_recurring_actions', [ $this, 'schedule' ] );
	}

	/** The next request of wp-admin or cron schedules it again, if the plugin is still active by then. */
	public static function forget_schedule(): void {
		delete_option( self::SCHEDULED );
	}

	public function maybe_schedule(): void {
		$version = get_option( self::SCHEDULED );
		if ( Info::VERSION === $version ) {
			return;
		}
		$this->schedule();
		if ( false !== $version ) {
			as_enqueue_async_action( self::REVIEW, [], CheckQueue::GROUP, true );
		}
		update_option( self::SCHEDULED, Info::VERSION, true );
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

	/** However old they are, and shipped or not: the list of orders shows what they are marked with. */
	public function check_closed(): void {
		$this->queue->schedule( $this->ids( $this->all_statuses(), [ 'meta_value' => PointStatus::Closed->value ], PointRecord::STATUS ) );
	}

	/** @return list<string> Without `wc-`. */
	private function all_statuses(): array {
		return array_map( OrderUtil::remove_status_prefix( ... ), array_map( 'strval', array_keys( wc_get_order_statuses() ) ) );
	}

	/** @return list<int> Ids of orders with a point, of whatever plugin. */
	private function unshipped_orders(): array {
		$all = $this->all_statuses();

		/**
		 * Filters the statuses of orders whose service points are checked every night.
		 *
		 * @param list<string> $statuses Without `wc-`.
		 */
		$statuses = apply_filters( 'sendcloud_service_points_checked_statuses', array_values( array_diff( $all, self::NOT_DUE ) ) );

		if ( ! is_array( $statuses ) || [] === $statuses ) {
			return [];
		}
		$recent = [
			'date_created' => '>' . ( time() - self::DAYS * DAY_IN_SECONDS ),
			'meta_compare' => 'EXISTS',
		];
		$found  = [];

		// One by one: orders that are posts cannot be asked for several keys at once.
		foreach ( [ '_sendcloud_service_point_id', OfficialMeta::V2, OfficialMeta::V1, OfficialMeta::PAYLOAD ] as $key ) {
			$found = [ ...$found, ...$this->ids( $statuses, $recent, $key ) ];
		}

		return array_values( array_unique( $found ) );
	}

	/**
	 * In the background, and every key is indexed.
	 *
	 * @param array<mixed>         $statuses Without `wc-`.
	 * @param array<string, mixed> $query    What else wc_get_orders() is told.
	 * @return list<int>
	 */
	private function ids( array $statuses, array $query, string $key ): array {
		$found = [];
		// Page by page: not every storage takes "no limit", and a large shop has more than memory.
		for ( $page = 1; $page <= self::MAX_PAGES; $page++ ) {
			$ids = wc_get_orders(
				[
					'type'     => 'shop_order',
					'status'   => $statuses,
					'limit'    => $this->page,
					'paged'    => $page,
					'orderby'  => 'ID',
					'order'    => 'ASC',
					'return'   => 'ids',
					'meta_key' => $key, // phpcs:ignore WordPress.DB.SlowDBQuery
				] + $query
			);
			$ids   = is_array( $ids ) ? array_values( array_filter( $ids, 'is_int' ) ) : [];
			$found = [ ...$found, ...$ids ];
			if ( count( $ids ) < $this->page ) {
				break;
			}
		}
		return $found;
	}
}
