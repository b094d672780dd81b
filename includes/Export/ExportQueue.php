<?php
/**
 * The orders that wait to be sent to Sendcloud. An order waits by its own meta, so it waits once.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Export;

use SendcloudServicePoints\Settings\ExportSettings;
use SendcloudServicePoints\Settings\Settings;
use Throwable;
use WC_Order;

final class ExportQueue {

	/** A payload filter that never says the same twice has its order sent as often as this, each time somebody saves it. */
	private const MAX_REPEATS = 3;

	/** @var array<int, true> Ids of orders this request has changed. */
	private array $changed = [];

	public function __construct(
		private readonly ExportSettings $settings,
		private readonly ExportPolicy $policy,
		private readonly Schedule $schedule,
	) {}

	public function register(): void {
		$hooks = [
			'woocommerce_new_order',
			'woocommerce_update_order',
			'woocommerce_order_refunded',
			'woocommerce_trash_order',
			'woocommerce_untrash_order',
			// WordPress' own list of orders, where they are posts.
			'trashed_post',
			'untrashed_post',
			'sendcloud_service_points_order_written',
		];
		foreach ( $hooks as $hook ) {
			add_action( $hook, [ $this, 'mark_changed' ] );
		}
		// Once, when the order is complete: a checkout saves it many times.
		add_action( 'shutdown', [ $this, 'enqueue_changed' ], 5 );

		foreach ( [ ExportSettings::ENABLED, ExportSettings::INTEGRATION, Settings::PUBLIC_KEY, Settings::SECRET_KEY ] as $option ) {
			add_action( "add_option_$option", [ $this, 'run_now' ], 10, 0 );
			add_action( "update_option_$option", [ $this, 'run_now' ], 10, 0 );
		}
		// An action that died, ours perhaps, leaves nobody to schedule the next.
		foreach ( [ 'action_scheduler_failed_action', 'action_scheduler_failed_execution', 'action_scheduler_unexpected_shutdown' ] as $hook ) {
			add_action( $hook, [ $this, 'maybe_schedule' ], 10, 0 );
		}
	}

	public function mark_changed( mixed $order ): void {
		$id = $order instanceof WC_Order ? $order->get_id() : $order;
		if ( is_numeric( $id ) && (int) $id > 0 ) {
			$this->changed[ (int) $id ] = true;
		}
	}

	public function enqueue_changed(): void {
		$ids           = array_keys( $this->changed );
		$this->changed = [];
		if ( [] !== $ids && $this->settings->is_on() ) {
			$this->enqueue_if_outdated( $ids );
		}
	}

	/**
	 * Adds what is not at Sendcloud as it should be.
	 *
	 * @param list<int> $ids Of orders, or of posts of any kind.
	 */
	public function enqueue_if_outdated( array $ids ): void {
		foreach ( $ids as $id ) {
			$order = wc_get_order( $id );
			if ( $order instanceof WC_Order && $this->is_outdated( $order ) ) {
				ExportRecord::from_order( $order )->mark_queued();
				$this->schedule->maybe_schedule( time() );
			}
			// What we write ourselves is no news.
			unset( $this->changed[ $id ] );
		}
	}

	/**
	 * Adds again what was changed while it was being sent.
	 *
	 * @param list<int> $ids Of orders.
	 */
	public function enqueue_again( array $ids ): void {
		foreach ( $ids as $id ) {
			$order = wc_get_order( $id );
			if ( ! $order instanceof WC_Order ) {
				continue;
			}
			$record = ExportRecord::from_order( $order );
			if ( $record->repeats() < self::MAX_REPEATS && $this->is_outdated( $order ) ) {
				$record->mark_queued( repeats: $record->repeats() + 1 );
			}
			unset( $this->changed[ $id ] );
		}
	}

	/** @param list<WC_Order> $orders Sent because a person wants it: whatever their status, and although nothing has changed. */
	public function send_now( array $orders ): void {
		foreach ( $orders as $order ) {
			ExportRecord::from_order( $order )->mark_queued( true );
			unset( $this->changed[ $order->get_id() ] );
		}
		$this->schedule->run_now();
	}

	/**
	 * Longest waiting first.
	 *
	 * @return list<WC_Order>
	 */
	public function due( int $limit ): array {
		return $this->settings->is_on() ? $this->find( $limit ) : [];
	}

	public function run_now(): void {
		if ( $this->settings->is_on() && [] !== $this->find( 1 ) ) {
			$this->schedule->run_now();
		}
	}

	/** The next batch, if any order waits for it. */
	public function maybe_schedule( int $wait = 0, int $attempt = 0 ): void {
		if ( $this->settings->is_on() && [] !== $this->find( 1 ) ) {
			$this->schedule->maybe_schedule( time() + $wait, $attempt );
		}
	}

	/** @return list<WC_Order> */
	private function find( int $limit ): array {
		// phpcs:disable WordPress.DB.SlowDBQuery -- Only orders that wait have this key; every key is indexed.
		$found = wc_get_orders(
			[
				'type'         => 'shop_order',
				'status'       => [ ...array_keys( wc_get_order_statuses() ), 'trash' ],
				'limit'        => $limit,
				'meta_key'     => ExportRecord::WAITING,
				'meta_compare' => 'EXISTS',
				'meta_type'    => 'NUMERIC',
				'orderby'      => 'meta_value_num',
				'order'        => 'ASC',
			]
		);
		// phpcs:enable
		$orders = [];
		foreach ( is_array( $found ) ? $found : [] as $order ) {
			if ( $order instanceof WC_Order ) {
				$orders[] = $order;
			}
		}
		return $orders;
	}

	private function is_outdated( WC_Order $order ): bool {
		$record = ExportRecord::from_order( $order );
		if ( ExportState::Queued === $record->state() ) {
			return false;
		}
		try {
			return match ( $this->policy->decide( $order ) ) {
				ExportDecision::Send   => $record->hash() !== $this->policy->payload( $order )->hash(),
				ExportDecision::Cancel => ExportBatch::CANCELLED !== $record->hash(),
				ExportDecision::Keep   => false,
			};
		} catch ( Throwable ) {
			// Somebody's filter. The batch writes it down, once; it must not break the request that saves the order.
			return ExportState::Failed !== $record->state();
		}
	}
}
