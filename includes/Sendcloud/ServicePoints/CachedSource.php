<?php
/**
 * Remembers Sendcloud's answers, so that a busy shop asks once, and has something to show when Sendcloud fails.
 *
 * Whoever asks Sendcloud holds the question's lock. Whoever finds it locked takes the old answer, or waits a moment for the new one, or is
 * told to come back: however slow Sendcloud is, and however many ask, a question is asked once.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\ServicePoints;

use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Domain\SearchResult;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Info;
use SendcloudServicePoints\Sendcloud\Carriers;
use SendcloudServicePoints\Sendcloud\Problem;
use SendcloudServicePoints\Sendcloud\ProblemKind;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Settings\Settings;
use SendcloudServicePoints\Support\Cache;
use SendcloudServicePoints\Support\Lock;

final class CachedSource implements ServicePointSource {

	/** Seconds a shopper waits for somebody else's question. Longer would only tie up the server's processes. */
	public const PATIENCE = 2.0;

	/** Seconds an answer counts as new. */
	private const FRESH_SEARCH = 15 * 60;
	private const FRESH_POINT  = 5 * 60;

	/** Seconds it is kept, for when Sendcloud fails. */
	private const KEPT = 86_400;

	/** Seconds a refusal counts, and a failure: those who wait for it and those who come next are told the same. */
	private const REFUSAL = 30;
	private const FAILURE = 30;

	/** Seconds for which a point is full: who tries again at once, or in another tab, is told so without a question. */
	private const FULL = 60;

	/** Seconds for which an old answer stands in for one that could not be had. */
	private const STAND_IN = 5;

	/** Seconds. Longer than the longest question: v3, then v2, five seconds each. */
	private const LOCK = 12;

	/** Microseconds between two looks at what another process is doing. */
	private const PAUSE = 150_000;

	/** @param bool $tells_failures Whether who comes just after a failure is told the same. One who orders may try again at once. */
	public function __construct(
		private readonly ServicePointSource $source,
		private readonly Cache $cache,
		private readonly Settings $settings,
		private readonly bool $tells_failures = true,
	) {}

	public function search( SearchQuery $query ): SearchResult {
		$result = SearchResult::from_array( $this->answer_to_search( $query )->data() );
		return $query->is_question() ? $result : $result->without( $this->left_out( $query, $result ) )->narrowed_to( $query );
	}

	/** The points of carriers that are left out may have names that nobody knows: which, Sendcloud says, being asked for these carriers. */
	private function left_out( SearchQuery $query, SearchResult $result ): SearchResult {
		$strangers = array_filter( $result->service_points, static fn ( ServicePoint $point ): bool => ! Carriers::is_known( $point->carrier_code ) );
		$question  = [] === $strangers ? null : $query->left_out();
		try {
			return null === $question ? new SearchResult( [] ) : $this->search( $question );
		} catch ( SendcloudException ) {
			// Those of their own name are left out all the same.
			return new SearchResult( [] );
		}
	}

	public function find( int $id ): ServicePoint {
		$point = ServicePoint::from_array( $this->answer_to_find( $id )->data()['service_point'] ?? null );
		return $point ?? throw SendcloudException::answer_without( 'service_point' );
	}

	/** That it takes a parcel is never remembered: the next one may be one too many. */
	public function is_available( ServicePoint $point ): bool {
		$key = 'full|' . $point->id;
		if ( $this->cache->get( $key ) === $this->settings->fingerprint() ) {
			return false;
		}
		$is_available = $this->source->is_available( $point );
		if ( ! $is_available ) {
			$this->cache->set( $key, $this->settings->fingerprint(), self::FULL );
		}
		return $is_available;
	}

	/**
	 * The answer to the search's question, unread.
	 *
	 * @throws SendcloudException When there is none, not even an old one.
	 */
	public function answer_to_search( SearchQuery $query ): Answer {
		$question = $query->question();
		return $this->remember( 'search|' . $question->key(), self::FRESH_SEARCH, fn (): array => $this->source->search( $question )->to_array() );
	}

	/** For those who place an order, or know that Sendcloud has failed and try again: not told of a failure without asking. */
	public function asking_after_failure(): self {
		return new self( $this->source, $this->cache, $this->settings, tells_failures: false );
	}

	/** @throws SendcloudException When there is none, not even an old one, or there is no such point (Problem::NotFound). */
	public function answer_to_find( int $id ): Answer {
		return $this->remember( 'point|' . $id, self::FRESH_POINT, fn (): array => [ 'service_point' => $this->source->find( $id )->to_array() ] );
	}

	/**
	 * @param callable(): array<string, mixed> $ask
	 * @throws SendcloudException When there is no answer, not even an old one.
	 */
	private function remember( string $question, int $fresh_for, callable $ask ): Answer {
		$deadline = microtime( true ) + self::PATIENCE;
		while ( true ) {
			$entry = $this->read( $question );
			if ( true === $entry?->is_fresh() ) {
				return $entry->answer_or_fail();
			}
			$lock = Lock::acquire( $question, self::LOCK );
			if ( null !== $lock ) {
				return $this->ask_alone( $lock, $question, $fresh_for, $ask );
			}
			if ( null !== $entry?->answer ) {
				return $entry->answer;
			}
			if ( microtime( true ) >= $deadline ) {
				throw new SendcloudException( Problem::Busy, 'Another request has been asking Sendcloud the same for some seconds.' );
			}
			usleep( self::PAUSE );
		}
	}

	/**
	 * @param callable(): array<string, mixed> $ask
	 * @throws SendcloudException When there is no answer, not even an old one.
	 */
	private function ask_alone( Lock $lock, string $question, int $fresh_for, callable $ask ): Answer {
		try {
			// Between the look and the lock another process may have asked.
			$entry = $this->read( $question );
			return true === $entry?->is_fresh() ? $entry->answer_or_fail() : $this->ask( $question, $fresh_for, $entry, $ask );
		} finally {
			$lock->release();
		}
	}

	/**
	 * @param callable(): array<string, mixed> $ask
	 * @throws SendcloudException When there is no answer, and no old one that may stand for it.
	 */
	private function ask( string $question, int $fresh_for, ?CacheEntry $old, callable $ask ): Answer {
		try {
			$answer = Answer::from_data( $ask() );
			$this->write( $question, CacheEntry::from_answer( $answer, $fresh_for, self::KEPT ) );
			return $answer;
		} catch ( SendcloudException $exception ) {
			$kind     = $exception->kind();
			$passes   = in_array( $kind, [ ProblemKind::Outage, ProblemKind::Congestion ], true );
			$stand_in = $passes && null !== $old?->answer ? $old : null;
			// That one visitor has to wait says nothing to others.
			if ( ProblemKind::Congestion !== $kind ) {
				$seconds = ProblemKind::Refusal === $kind ? self::REFUSAL : self::FAILURE;
				$this->write( $question, $stand_in?->fresh_for( self::STAND_IN ) ?? CacheEntry::from_failure( $exception, $seconds ) );
			}
			return $stand_in->answer ?? throw $exception;
		}
	}

	/** An entry says itself whose account it is of, so that the keys need not be read first, and of which version: its JSON goes out as it is. */
	private function read( string $question ): ?CacheEntry {
		$text  = $this->cache->get( $question );
		$entry = CacheEntry::from_text( $text, $this->owner() );
		return $this->tells_failures || true !== $entry?->is_failure() ? $entry : null;
	}

	private function write( string $question, CacheEntry $entry ): void {
		$this->cache->set( $question, $entry->to_text( $this->owner() ), $entry->seconds_left() );
	}

	private function owner(): string {
		return $this->settings->fingerprint() . ' ' . Info::VERSION;
	}
}
