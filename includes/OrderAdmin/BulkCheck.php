<?php
/**
 * "Check the service points" for the orders ticked in the list, and how far that has got.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\OrderAdmin;

use SendcloudServicePoints\Availability\CheckProgress;
use SendcloudServicePoints\Availability\CheckQueue;
use SendcloudServicePoints\Frontend\Assets;
use SendcloudServicePoints\Info;

/** @phpstan-import-type Counts from CheckProgress */
final class BulkCheck {

	private const ACTION = 'sendcloud_service_points_check';

	public function __construct(
		private readonly CheckQueue $queue,
		private readonly CheckProgress $progress,
		private readonly Assets $assets,
	) {}

	public function register(): void {
		foreach ( [ 'woocommerce_page_wc-orders', 'edit-shop_order' ] as $screen ) {
			add_filter( "bulk_actions-$screen", [ $this, 'add_action' ] );
			add_filter( "handle_bulk_actions-$screen", [ $this, 'handle_action' ], 10, 3 );
		}
		add_action( 'admin_notices', [ $this, 'render_progress' ] );
	}

	public function add_action( mixed $actions ): mixed {
		return is_array( $actions ) ? $actions + [ self::ACTION => __( 'Check the service points', 'sendcloud-service-points' ) ] : $actions;
	}

	/**
	 * WordPress and WooCommerce have seen to the nonce.
	 *
	 * @param mixed $url Where the list leads next.
	 * @param mixed $ids Of the orders ticked.
	 */
	public function handle_action( mixed $url, mixed $action = '', mixed $ids = [] ): mixed {
		$ids = is_array( $ids ) ? array_values( array_map( 'intval', array_filter( $ids, 'is_numeric' ) ) ) : [];
		if ( self::ACTION !== $action || [] === $ids || ! is_string( $url ) || ! current_user_can( 'edit_shop_orders' ) ) {
			return $url;
		}
		$run = $this->progress->start( count( $ids ) );
		$this->queue->schedule( $ids, $run );

		return add_query_arg( self::ACTION, $run, $url );
	}

	public function render_progress(): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- Only counts are shown.
		$run    = $_GET[ self::ACTION ] ?? '';
		$counts = is_string( $run ) && current_user_can( 'edit_shop_orders' ) ? $this->progress->get( sanitize_key( $run ) ) : null;

		if ( null === $counts || ! is_string( $run ) ) {
			return;
		}
		$this->assets->enqueue( 'admin-order' );
		printf(
			'<div class="notice notice-info is-dismissible scsp-check" data-url="%s"><p role="status">%s</p></div>',
			esc_url( rest_url( Info::REST_NAMESPACE . '/checks/' . sanitize_key( $run ) ) ),
			esc_html( $this->progress_text( $counts ) )
		);
	}

	/** @param Counts $counts What CheckProgress has. */
	public function progress_text( array $counts ): string {
		$done = CheckProgress::done( $counts );
		/* translators: 1: orders checked, 2: all orders. */
		$parts = [ sprintf( __( 'Service points: %1$d of %2$d orders checked.', 'sendcloud-service-points' ), $done, $counts['total'] ) ];

		if ( $done > 0 ) {
			/* translators: 1: orders whose point is open, 2: whose is closed, 3: whose is missing. */
			$parts[] = sprintf( __( 'Open: %1$d, closed: %2$d, missing: %3$d.', 'sendcloud-service-points' ), $counts['ok'], $counts['closed'], $counts['missing'] );
		}
		if ( $counts['none'] > 0 ) {
			/* translators: %d: number of orders. */
			$parts[] = sprintf( __( 'Not sent to a service point: %d.', 'sendcloud-service-points' ), $counts['none'] );
		}
		if ( $counts['unknown'] > 0 ) {
			/* translators: %d: number of orders. */
			$parts[] = sprintf( __( 'Sendcloud gave no answer for: %d.', 'sendcloud-service-points' ), $counts['unknown'] );
		}
		if ( $counts['is_waiting'] ) {
			$parts[] = __( 'Sendcloud does not answer at the moment; the rest is tried again later.', 'sendcloud-service-points' );
		}
		if ( $done < $counts['total'] && $this->queue->is_stuck() ) {
			$parts[] = __( 'The shop\'s scheduled actions do not run: see WooCommerce > Status > Scheduled Actions.', 'sendcloud-service-points' );
		}

		return implode( ' ', $parts );
	}
}
