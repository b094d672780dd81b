<?php
/**
 * Remembers Sendcloud's answers, so that a busy shop asks once, and has something to show when Sendcloud fails.
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

final class CachedSource implements ServicePointSource {

	/** Seconds. */
	private const FRESH_SEARCH = 15 * 60;
	private const FRESH_POINT  = 5 * 60;
	private const STALE        = 86_400;

	/** Longer than the longest question: v3, then v2, five seconds each. */
	private const LOCK = 12;

	/** How long a shopper waits for another one's question before asking too. */
	private const PATIENCE = 3.0;

	public function __construct(
		private readonly ServicePointSource $source,
		private readonly SharedCache $cache,
		private readonly Settings $settings,
	) {}

	public function search( SearchQuery $query ): SearchResult {
		return SearchResult::from_array(
			$this->remember(
				'search|' . $query->key(),
				self::FRESH_SEARCH,
				fn (): array => $this->source->search( $query )->to_array()
			)
		);
	}

	public function find( int $id ): ServicePoint {
		$point = ServicePoint::from_array(
			$this->remember( 'point|' . $id, self::FRESH_POINT, fn (): array => $this->source->find( $id )->to_array() )
		);
		return $point ?? throw new SendcloudException( Problem::NotFound, sprintf( 'There is no service point %d.', $id ) );
	}

	public function is_available( ServicePoint $point ): bool {
		return $this->source->is_available( $point );
	}

	/**
	 * @param callable(): array<string, mixed> $ask
	 * @return array<array-key, mixed>
	 * @throws SendcloudException When there is no answer, not even an old one.
	 */
	private function remember( string $question, int $fresh_for, callable $ask ): array {
		$key   = $this->settings->fingerprint() . '|' . $question;
		$entry = CacheEntry::from_array( $this->cache->get( $key ) );
		if ( true === $entry?->is_fresh( $fresh_for ) ) {
			return $entry->answer();
		}
		$stale  = $entry?->value;
		$locked = $this->cache->lock( $key, self::LOCK );
		if ( ! $locked ) {
			$answer = $stale ?? $this->await( $key, $fresh_for );
			if ( null !== $answer ) {
				return $answer;
			}
		}
		try {
			$answer = $ask();
			$this->cache->set( $key, CacheEntry::of( $answer )->to_array(), self::STALE );
			return $answer;
		} catch ( SendcloudException $exception ) {
			if ( ProblemKind::Refusal === $exception->kind() ) {
				$this->cache->set( $key, CacheEntry::refusal( $exception )->to_array(), CacheEntry::REFUSAL );
			}
			return ProblemKind::Outage === $exception->kind() && null !== $stale ? $stale : throw $exception;
		} finally {
			if ( $locked ) {
				$this->cache->unlock( $key );
			}
		}
	}

	/**
	 * What another process, which asks the same right now, gets for an answer.
	 *
	 * @return array<array-key, mixed>|null Null when it takes too long, or failed.
	 * @throws SendcloudException When it was refused.
	 */
	private function await( string $key, int $fresh_for ): ?array {
		$deadline = microtime( true ) + self::PATIENCE;
		do {
			usleep( 100_000 );
			$entry = CacheEntry::from_array( $this->cache->get( $key, true ) );
			if ( true === $entry?->is_fresh( $fresh_for ) ) {
				return $entry->answer();
			}
		} while ( microtime( true ) < $deadline );
		return null;
	}
}
