<?php
/**
 * What CachedSource remembers of one question: an answer, or why there was none, and for how long that counts.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\ServicePoints;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Sendcloud\Problem;
use SendcloudServicePoints\Sendcloud\ProblemKind;
use SendcloudServicePoints\Sendcloud\SendcloudException;

final class CacheEntry {

	/**
	 * @param Answer|null $answer  Fresh or not; null where there was none.
	 * @param string      $failure JSON; '' where there is an answer.
	 */
	private function __construct(
		private readonly int $fresh_until,
		private readonly int $ends_at,
		public readonly ?Answer $answer,
		private readonly string $failure,
	) {}

	/**
	 * @param int $fresh_for Seconds.
	 * @param int $kept_for  Seconds.
	 */
	public static function from_answer( Answer $answer, int $fresh_for, int $kept_for ): self {
		return new self( time() + $fresh_for, time() + $kept_for, $answer, '' );
	}

	public static function from_failure( SendcloudException $failure, int $seconds ): self {
		$told = [
			'problem'     => $failure->problem->value,
			'detail'      => $failure->getMessage(),
			'retry_after' => $failure->retry_after(),
		];
		return new self( time() + $seconds, time() + $seconds, null, (string) wp_json_encode( $told ) );
	}

	/**
	 * Null when it is no entry, or another account's.
	 *
	 * @param string|null $text What to_text() answered.
	 */
	public static function from_text( ?string $text, string $account ): ?self {
		$parts = explode( "\n", $text ?? '', 5 );
		if ( 5 !== count( $parts ) || $account !== $parts[0] ) {
			return null;
		}
		[ , $fresh_until, $ends_at, $etag, $body ] = $parts;
		return '' === $etag
			? new self( (int) $fresh_until, (int) $ends_at, null, $body )
			: new self( (int) $fresh_until, (int) $ends_at, Answer::from_packed( $etag, $body ), '' );
	}

	public function to_text( string $account ): string {
		return implode( "\n", [ $account, $this->fresh_until, $this->ends_at, $this->answer->etag ?? '', $this->answer->packed ?? $this->failure ] );
	}

	/** The same, as good as new for a while: asking again failed, and would. */
	public function fresh_for( int $seconds ): self {
		return new self( time() + $seconds, $this->ends_at, $this->answer, $this->failure );
	}

	public function is_failure(): bool {
		return null === $this->answer && ProblemKind::Refusal !== $this->problem()->kind();
	}

	public function is_fresh(): bool {
		return time() < $this->fresh_until;
	}

	public function seconds_left(): int {
		return $this->ends_at - time();
	}

	private function problem(): Problem {
		return Problem::tryFrom( Fields::from_data( json_decode( $this->failure, true ) )->string( 'problem' ) ) ?? Problem::Unreachable;
	}

	/** @throws SendcloudException When there was none. */
	public function answer_or_fail(): Answer {
		$told = Fields::from_data( json_decode( $this->failure, true ) );
		return $this->answer ?? throw new SendcloudException(
			$this->problem(),
			$told->string( 'detail' ),
			$told->integer( 'retry_after' )
		);
	}
}
