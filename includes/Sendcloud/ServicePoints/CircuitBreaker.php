<?php
/**
 * Leaves Sendcloud alone for a while when it has failed several times in a row, so that no shopper waits for a sixth timeout.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\ServicePoints;

use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Domain\SearchResult;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Sendcloud\Problem;
use SendcloudServicePoints\Sendcloud\ProblemKind;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Settings\Settings;
use SendcloudServicePoints\Support\SharedCache;

final class CircuitBreaker implements ServicePointSource {

	private const FAILURES = 5;

	/** Seconds. */
	private const REST   = 30;
	private const MEMORY = 600;

	public function __construct(
		private readonly ServicePointSource $source,
		private readonly SharedCache $state,
		private readonly Settings $settings,
	) {}

	public function search( SearchQuery $query ): SearchResult {
		return $this->guard( fn (): SearchResult => $this->source->search( $query ) );
	}

	public function find( int $id ): ServicePoint {
		return $this->guard( fn (): ServicePoint => $this->source->find( $id ) );
	}

	public function is_available( ServicePoint $point ): bool {
		return $this->guard( fn (): bool => $this->source->is_available( $point ) );
	}

	/**
	 * @template T
	 * @param callable(): T $question
	 * @return T
	 * @throws SendcloudException When there is no usable answer.
	 */
	private function guard( callable $question ): mixed {
		$key      = $this->settings->fingerprint();
		$state    = $this->state->get( $key ) ?? [];
		$failures = is_int( $state['failures'] ?? null ) ? $state['failures'] : 0;
		$rest     = ( is_int( $state['until'] ?? null ) ? $state['until'] : 0 ) - time();
		if ( $rest > 0 ) {
			throw new SendcloudException( Problem::Unreachable, 'Sendcloud failed several times in a row; it is not asked for a while.', $rest );
		}
		try {
			$answer = $question();
		} catch ( SendcloudException $exception ) {
			// Without its geocoder Sendcloud answers all but addresses.
			if ( ProblemKind::Outage !== $exception->kind() || Problem::GeocoderUnavailable === $exception->problem ) {
				throw $exception;
			}
			++$failures;
			// Sendcloud's own word counts at once. The first question after a rest fails alone to begin the next one.
			$rest = $exception->retry_after() ?? ( $failures >= self::FAILURES ? self::REST : 0 );
			$this->state->set(
				$key,
				[
					'failures' => $failures,
					'until'    => time() + $rest,
				],
				max( self::MEMORY, $rest )
			);
			throw $exception;
		}
		if ( [] !== $state ) {
			$this->state->delete( $key );
		}
		return $answer;
	}
}
