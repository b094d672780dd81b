<?php
/**
 * Which orders belong at Sendcloud, and as what.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Export;

use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Settings\ExportSettings;
use WC_Order;

final class ExportPolicy {

	/** Nobody may ship these; Sendcloud has no status for them, so they are deleted there. */
	public const CANCELLED = [ 'cancelled', 'refunded', 'failed', 'trash' ];

	public function __construct(
		private readonly ExportSettings $settings,
		private readonly OrderServicePoints $points,
	) {}

	public function decide( WC_Order $order ): ExportDecision {
		$record = ExportRecord::from_order( $order );
		$status = $order->get_status();
		if ( in_array( $status, self::CANCELLED, true ) ) {
			return ExportState::None === $record->state() ? ExportDecision::Keep : ExportDecision::Cancel;
		}
		$is_due = $record->is_manual() || in_array( $status, $this->settings->statuses(), true );
		return $is_due && ! OrderItems::from_order( $order )->are_none() && $this->should_export( $order, $record )
			? ExportDecision::Send
			: ExportDecision::Keep;
	}

	/** Whether it makes sense to send the order by hand. */
	public function can_send( WC_Order $order ): bool {
		return in_array( $order->get_status(), self::CANCELLED, true )
			? ExportState::None !== ExportRecord::from_order( $order )->state()
			: ! OrderItems::from_order( $order )->are_none();
	}

	public function payload( WC_Order $order ): OrderPayload {
		$known   = ExportRecord::from_order( $order )->integration_id();
		$payload = OrderPayload::from_order( $order, 0 === $known ? $this->settings->integration_id() : $known, $this->points->read( $order ) );

		/**
		 * Filters what is sent to Sendcloud's Orders API for an order.
		 *
		 * It must not hold what changes by itself, such as the time: an order that is the same as before is not sent again.
		 *
		 * @param array<string, mixed> $data  As Sendcloud documents it; `order_id` and the integration stay as they are.
		 * @param WC_Order             $order The order.
		 */
		$data = apply_filters( 'sendcloud_service_points_order_payload', $payload->data, $order );

		return is_array( $data ) ? $payload->with_data( $data ) : $payload;
	}

	private function should_export( WC_Order $order, ExportRecord $record ): bool {
		// What is at Sendcloud stays up to date there, even without its point.
		$should = ExportState::None !== $record->state() || $this->settings->sends_all_orders() || [] !== $this->points->read( $order );

		/**
		 * Filters whether an order is sent to Sendcloud. Only asked for orders with something to ship, in a status that is sent.
		 *
		 * @param bool     $should What the settings say.
		 * @param WC_Order $order  The order.
		 */
		return true === apply_filters( 'sendcloud_service_points_should_export_order', $should, $order );
	}
}
