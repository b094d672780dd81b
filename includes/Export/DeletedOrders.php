<?php
/**
 * Takes an order that is deleted for good out of Sendcloud; it has no meta any more to wait by.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Export;

use SendcloudServicePoints\Sendcloud\Orders;
use SendcloudServicePoints\Sendcloud\ProblemKind;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use WC_Order;

final class DeletedOrders {

	public const HOOK = 'sendcloud_service_points_export_delete';

	/** Five hours, with the pauses between them. */
	private const MAX_ATTEMPTS = 10;

	public function __construct( private readonly Orders $sendcloud ) {}

	public function register(): void {
		add_action( 'woocommerce_before_delete_order', [ $this, 'schedule_deletion' ], 10, 2 );
	}

	public function register_background(): void {
		add_action( self::HOOK, [ $this, 'delete' ], 10, 2 );
	}

	public function schedule_deletion( mixed $order_id, mixed $order ): void {
		$id = $order instanceof WC_Order ? ExportRecord::from_order( $order )->sendcloud_id() : 0;
		if ( $id > 0 ) {
			as_schedule_single_action( time(), self::HOOK, [ $id, 0 ], Schedule::GROUP );
		}
	}

	public function delete( mixed $sendcloud_id, mixed $attempt = 0 ): void {
		$id      = is_numeric( $sendcloud_id ) ? (int) $sendcloud_id : 0;
		$attempt = is_numeric( $attempt ) ? (int) $attempt : 0;
		try {
			$this->sendcloud->delete( $id );
		} catch ( SendcloudException $exception ) {
			if ( ProblemKind::Congestion === $exception->kind() ) {
				as_schedule_single_action( time() + ( $exception->retry_after() ?? MINUTE_IN_SECONDS ), self::HOOK, [ $id, $attempt ], Schedule::GROUP );
			} elseif ( $attempt + 1 < self::MAX_ATTEMPTS ) {
				as_schedule_single_action( time() + Schedule::delay( $attempt, $exception->retry_after() ), self::HOOK, [ $id, $attempt + 1 ], Schedule::GROUP );
			}
		}
	}
}
