<?php
/**
 * Leaves Sendcloud alone for a while when it has failed several times in a row, so that no shopper waits for a sixth timeout.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\ServicePoints;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Domain\SearchResult;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Sendcloud\Problem;
use SendcloudServicePoints\Sendcloud\ProblemKind;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Settings\Settings;
use SendcloudServicePoints\Support\Cache;

final class CircuitBreaker implements ServicePointSource {

	/** Different questions: one that Sendcloud stumbles over says nothing about the others. */
	private const FAILURES = 5;

	/** Seconds. */
	private const REST   = 30;
	private const MEMORY = 600;

	/**
	 * Begins the name of questions with a rest of their own. Sendcloud counts them apart: when the account's labels have used up the
	 * requests that are no GET, shoppers can search all the same.
	 */
	private const AVAILABILITY = 'availability|';

	public function __construct(
		private readonly ServicePointSource $source,
		private readonly Cache $state,
		private readonly Settings $settings,
	) {}

	public function search( SearchQuery $query ): SearchResult {
		return $this->guard( 'search|' . $query->key(), fn (): SearchResult => $this->source->search( $query ) );
	}

	public function find( int $id ): ServicePoint {
		return $this->guard( 'point|' . $id, fn (): ServicePoint => $this->source->find( $id ) );
	}

	public function is_available( ServicePoint $point ): bool {
		return $this->guard( self::AVAILABILITY . $point->id, fn (): bool => $this->source->is_available( $point ) );
	}

	/**
	 * @template T
	 * @param callable(): T $ask
	 * @return T
	 * @throws SendcloudException When there is no usable answer.
	 */
	private function guard( string $question, callable $ask ): mixed {
		$key    = ( str_starts_with( $question, self::AVAILABILITY ) ? self::AVAILABILITY : '' ) . 'outage|' . $this->settings->fingerprint();
		$state  = Fields::from_data( json_decode( $this->state->get( $key ) ?? '', true ) );
		$failed = $state->strings( 'failed' );
		$rest   = ( $state->integer( 'until' ) ?? 0 ) - time();
		if ( $rest > 0 ) {
			throw new SendcloudException( Problem::Unreachable, 'Sendcloud failed several times in a row; it is not asked for a while.', $rest );
		}
		try {
			$answer = $ask();
		} catch ( SendcloudException $exception ) {
			// Without its geocoder Sendcloud answers all but addresses.
			if ( ProblemKind::Outage === $exception->kind() && Problem::GeocoderUnavailable !== $exception->problem ) {
				$this->count( $key, array_values( array_unique( [ ...$failed, md5( $question ) ] ) ), $exception );
			} elseif ( ProblemKind::Congestion !== $exception->kind() ) {
				$this->forget( $key, $failed );
			}
			throw $exception;
		}
		$this->forget( $key, $failed );
		return $answer;
	}

	/** @param list<string> $failed Those before, and this one. */
	private function count( string $key, array $failed, SendcloudException $exception ): void {
		// Sendcloud's own word counts at once. The first question after a rest fails alone to begin the next one.
		$rest  = $exception->retry_after() ?? ( count( $failed ) >= self::FAILURES ? self::REST : 0 );
		$state = [
			'failed' => array_slice( $failed, -self::FAILURES ),
			'until'  => time() + $rest,
		];
		$this->state->set( $key, (string) wp_json_encode( $state ), max( self::MEMORY, $rest ) );
	}

	/**
	 * Any answer of Sendcloud's, a refusal too, ends "several in a row".
	 *
	 * @param list<string> $failed
	 */
	private function forget( string $key, array $failed ): void {
		if ( [] !== $failed ) {
			$this->state->delete( $key );
		}
	}
}
