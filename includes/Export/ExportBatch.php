<?php
/**
 * Works on what is due: many orders in one request.
 *
 * An order leaves the queue only after Sendcloud has answered, and Sendcloud knows it by an id that stays: whatever breaks in between, the
 * order is sent again and is there once.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Export;

use SendcloudServicePoints\Sendcloud\Orders;
use SendcloudServicePoints\Sendcloud\ProblemKind;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Support\Lock;
use Throwable;
use WC_Order;

final class ExportBatch {

	/** In place of a payload's hash: what Sendcloud was told last is that the order is gone. */
	public const CANCELLED = 'withdrawn';

	/** A day, with the pauses between them. */
	private const MAX_ATTEMPTS = 30;

	/** Seconds; as long as Action Scheduler lets an action run. */
	private const LOCK = 300;

	/** Seconds to wait where another process is at work. */
	private const LOCKED = 60;

	/** @var array<int, WC_Order> Those of this batch that Sendcloud has not answered for. */
	private array $waiting = [];

	/** @var array<int, OrderPayload> */
	private array $payloads = [];

	public function __construct(
		private readonly ExportQueue $queue,
		private readonly ExportPolicy $policy,
		private readonly OrderSender $sender,
		private readonly Orders $sendcloud,
	) {}

	public function register(): void {
		add_action( Schedule::HOOK, [ $this, 'run' ] );
	}

	/** @param mixed $attempt How many times in a row Sendcloud has not answered. */
	public function run( mixed $attempt = 0 ): void {
		$lock = Lock::acquire( Schedule::HOOK, self::LOCK );
		if ( null === $lock ) {
			$this->queue->maybe_schedule( self::LOCKED );
			return;
		}
		$attempt = is_numeric( $attempt ) ? (int) $attempt : 0;
		$wait    = 0;
		// Fewer each time: if one order is what Sendcloud stumbles over, the others get past it.
		$orders  = $this->queue->due( max( 1, intdiv( Orders::LIMIT, 2 ** min( $attempt, 10 ) ) ) );
		try {
			$this->work( $orders );
			$attempt = 0;
		} catch ( SendcloudException $exception ) {
			if ( ProblemKind::Congestion === $exception->kind() ) {
				// Not a failure: shoppers go before.
				$wait = $exception->retry_after() ?? MINUTE_IN_SECONDS;
			} else {
				$wait = Schedule::delay( $attempt, $exception->retry_after() );
				$this->postpone( $exception );
				++$attempt;
			}
		} finally {
			$lock->release();
		}
		$this->enqueue_changed( $orders );
		$this->queue->maybe_schedule( $wait, $attempt );
	}

	/**
	 * @param list<WC_Order> $orders
	 * @throws SendcloudException When there is no usable answer.
	 */
	private function work( array $orders ): void {
		$this->waiting  = [];
		$this->payloads = [];
		$cancelled      = [];
		foreach ( $orders as $order ) {
			$this->waiting[ $order->get_id() ] = $order;
			try {
				$decision = $this->policy->decide( $order );
				if ( ExportDecision::Keep === $decision ) {
					$this->take_out( $order )->mark_kept();
					continue;
				}
				$this->payloads[ $order->get_id() ] = $this->policy->payload( $order );
				if ( ExportDecision::Cancel === $decision ) {
					$cancelled[] = $order;
				}
			} catch ( Throwable $error ) {
				// Somebody's filter: that is no reason to keep the other orders waiting.
				$this->fail( $order, $error->getMessage() );
			}
		}
		array_walk( $cancelled, $this->cancel( ... ) );
		$this->send();
	}

	/** @throws SendcloudException When there is no usable answer. */
	private function send(): void {
		$payloads = array_intersect_key( $this->payloads, $this->waiting );
		foreach ( $this->sender->send( $payloads ) as $id => $answer ) {
			$order   = $this->waiting[ $id ];
			$payload = $payloads[ $id ];
			if ( is_string( $answer ) ) {
				$this->fail( $order, $answer );
				continue;
			}
			$this->take_out( $order )->mark_sent( $answer, $payload->integration_id, $payload->hash() );

			/**
			 * Fires when Sendcloud has accepted an order, each time it is sent.
			 *
			 * @param WC_Order $order        The order.
			 * @param int      $sendcloud_id Sendcloud's id of it.
			 */
			do_action( 'sendcloud_service_points_order_exported', $order, $answer );
		}
	}

	/** @throws SendcloudException When there is no usable answer. */
	private function cancel( WC_Order $order ): void {
		$payload = $this->payloads[ $order->get_id() ];
		$known   = ExportRecord::from_order( $order )->sendcloud_id();
		try {
			// Even an order whose answer never came may be there.
			$id = 0 === $known ? $this->sendcloud->find( $payload->integration_id, $payload->order_id ) : $known;
			if ( null !== $id ) {
				$this->sendcloud->delete( $id );
			}
			$this->take_out( $order )->mark_cancelled( self::CANCELLED );
		} catch ( SendcloudException $exception ) {
			if ( ProblemKind::Refusal !== $exception->kind() ) {
				throw $exception;
			}
			$this->fail( $order, $exception->getMessage() );
		}
	}

	private function postpone( SendcloudException $exception ): void {
		foreach ( $this->waiting as $id => $order ) {
			$record = ExportRecord::from_order( $order );
			if ( $record->attempts() + 1 < self::MAX_ATTEMPTS ) {
				$record->mark_for_retry( $exception->merchant_message(), ( $this->payloads[ $id ] ?? null )?->integration_id );
			} else {
				$this->fail( $order, $exception->merchant_message() );
			}
		}
	}

	/** @param string $reason Sendcloud's words, which may quote the customer: for the order, not for the log. */
	private function fail( WC_Order $order, string $reason ): void {
		$is_over = in_array( $order->get_status(), ExportPolicy::CANCELLED, true );
		$payload = $this->payloads[ $order->get_id() ] ?? null;
		$this->take_out( $order )->mark_failed( $reason, $is_over ? self::CANCELLED : (string) $payload?->hash() );
		/* translators: %s: the reason, mostly in English. */
		$order->add_order_note( esc_html( sprintf( __( 'This order could not be sent to Sendcloud: %s', 'sendcloud-service-points' ), $reason ) ) );
	}

	private function take_out( WC_Order $order ): ExportRecord {
		unset( $this->waiting[ $order->get_id() ] );
		return ExportRecord::from_order( $order );
	}

	/**
	 * Somebody may have changed an order while Sendcloud was being asked.
	 *
	 * @param list<WC_Order> $orders
	 */
	private function enqueue_changed( array $orders ): void {
		$ids = array_map( static fn ( WC_Order $order ): int => $order->get_id(), $orders );
		// Where orders are posts, this process remembers how they were.
		array_map( 'clean_post_cache', $ids );
		$this->queue->enqueue_again( $ids );
	}
}
