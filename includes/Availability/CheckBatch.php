<?php
/**
 * Checks some orders, and leaves to later what cannot be checked now: the shoppers who place orders go before (Sendcloud\Budget).
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Availability;

use SendcloudServicePoints\Sendcloud\ProblemKind;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Support\Logger;
use Throwable;
use WC_Order;

final class CheckBatch {

	/** Seconds. Web servers end a request after 30 or 60, and what it had not checked by then would wait until tomorrow. */
	private const LONGEST_RUN = 20;

	/** Four hours with the pauses between them; tomorrow all is checked again. */
	private const MAX_ATTEMPTS = 8;

	/** Seconds. */
	private const LONGEST_WAIT = 3600;

	public function __construct(
		private readonly AvailabilityChecker $checker,
		private readonly CheckQueue $queue,
		private readonly CheckProgress $progress,
		private readonly Logger $logger,
	) {}

	public function register(): void {
		add_action( CheckQueue::HOOK, [ $this, 'run' ], 10, 3 );
	}

	/**
	 * @param mixed $ids     Of orders.
	 * @param mixed $run     Of CheckProgress.
	 * @param mixed $attempt How many times in a row Sendcloud has not answered.
	 */
	public function run( mixed $ids, mixed $run = '', mixed $attempt = 0 ): void {
		$ids     = is_array( $ids ) ? array_values( array_map( 'intval', array_filter( $ids, 'is_numeric' ) ) ) : [];
		$run     = is_string( $run ) ? $run : '';
		$attempt = is_int( $attempt ) ? $attempt : 0;
		$end     = time() + self::LONGEST_RUN;

		$this->checker->start_batch();

		foreach ( $ids as $index => $id ) {
			if ( time() >= $end ) {
				$this->queue->schedule( array_slice( $ids, $index ), $run, MINUTE_IN_SECONDS, $attempt );
				return;
			}
			try {
				$order = wc_get_order( $id );
				$this->progress->add( $run, $order instanceof WC_Order ? $this->checker->check( $order )->value ?? 'none' : 'none' );
			} catch ( SendcloudException $exception ) {
				if ( ProblemKind::Congestion === $exception->kind() ) {
					// Not a failure: it is not our turn.
					$this->queue->schedule( array_slice( $ids, $index ), $run, $exception->retry_after() ?? MINUTE_IN_SECONDS, $attempt );
					return;
				}
				if ( ProblemKind::Refusal !== $exception->kind() ) {
					$this->postpone( array_slice( $ids, $index ), $run, $attempt, $exception );
					return;
				}
				// Something about this one point: the others can be asked about.
				$this->progress->add( $run, 'unknown' );
			} catch ( Throwable $error ) {
				// Another plugin's callback: that is no reason to leave the other orders out.
				$this->progress->add( $run, 'unknown' );
				$this->logger->error(
					'The service point of an order could not be checked.',
					[
						'order' => $id,
						'error' => $error::class,
						'file'  => $error->getFile(),
						'line'  => $error->getLine(),
					]
				);
			}
		}
	}

	/** @param list<int> $ids */
	private function postpone( array $ids, string $run, int $attempt, SendcloudException $exception ): void {
		if ( ProblemKind::SetUp === $exception->kind() || $attempt + 1 >= self::MAX_ATTEMPTS ) {
			$this->progress->add( $run, 'unknown', count( $ids ) );
			return;
		}
		$wait = max( $exception->retry_after() ?? 0, min( self::LONGEST_WAIT, MINUTE_IN_SECONDS << $attempt ) );

		$this->progress->wait( $run );
		$this->queue->schedule( $ids, $run, $wait, $attempt + 1 );
	}
}
