<?php
/**
 * Sends many orders at once, although Sendcloud takes all of a request or none.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Export;

use Generator;
use SendcloudServicePoints\Sendcloud\Orders;
use SendcloudServicePoints\Sendcloud\ProblemKind;
use SendcloudServicePoints\Sendcloud\SendcloudException;

final class OrderSender {

	public function __construct( private readonly Orders $sendcloud ) {}

	/**
	 * Takes out the orders that Sendcloud names and sends the rest; where it names none, looks for them in halves.
	 *
	 * @param array<int, OrderPayload> $payloads By the order's id.
	 * @return Generator<int, int|string> The order's id => Sendcloud's id, or in words why it is refused.
	 * @throws SendcloudException When there is no usable answer: any of the orders may have arrived.
	 */
	public function send( array $payloads ): Generator {
		if ( [] === $payloads ) {
			return;
		}
		try {
			$ids = $this->sendcloud->upsert( array_values( array_map( static fn ( OrderPayload $payload ): array => $payload->data, $payloads ) ) );
		} catch ( SendcloudException $exception ) {
			if ( ProblemKind::Refusal !== $exception->kind() ) {
				throw $exception;
			}
			$refused = self::refused( $exception, array_keys( $payloads ) );
			yield from $refused;
			yield from [] === $refused ? $this->halves( $payloads, $exception ) : $this->send( array_diff_key( $payloads, $refused ) );
			return;
		}
		foreach ( $payloads as $id => $payload ) {
			yield $id => $ids[ $payload->order_id ] ?? 0;
		}
	}

	/**
	 * @param array<int, OrderPayload> $payloads
	 * @return Generator<int, int|string>
	 * @throws SendcloudException As above.
	 */
	private function halves( array $payloads, SendcloudException $refusal ): Generator {
		if ( 1 === count( $payloads ) ) {
			yield array_key_first( $payloads ) => self::words( $refusal );
			return;
		}
		foreach ( array_chunk( $payloads, max( 1, intdiv( count( $payloads ) + 1, 2 ) ), true ) as $half ) {
			yield from $this->send( $half );
		}
	}

	/**
	 * @param list<int> $ids In the order in which they were sent.
	 * @return array<int, string>
	 */
	private static function refused( SendcloudException $refusal, array $ids ): array {
		$reasons = [];
		foreach ( $refusal->complaints as [ 'pointer' => $pointer, 'detail' => $detail ] ) {
			$is_named = 1 === preg_match( '#/\[(\d+)\]/?(.*)$#', $pointer, $match );
			$id       = $is_named ? $ids[ (int) $match[1] ] ?? null : null;
			if ( null !== $id ) {
				$reasons[ $id ][] = '' === $match[2] ? $detail : "$match[2]: $detail";
			}
		}
		return array_map( static fn ( array $lines ): string => implode( ' ', $lines ), $reasons );
	}

	private static function words( SendcloudException $refusal ): string {
		$details = implode( ' ', array_column( $refusal->complaints, 'detail' ) );
		return '' === $details ? $refusal->getMessage() : $details;
	}
}
