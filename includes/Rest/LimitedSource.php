<?php
/**
 * Stands between the cache and Sendcloud where a visitor asks: limited in what reaches Sendcloud, not in what is remembered.
 *
 * Whether a point is full counts apart: Sendcloud allows a tenth as many of these questions.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Rest;

use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Domain\SearchResult;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Sendcloud\Problem;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Sendcloud\ServicePoints\ServicePointSource;

final class LimitedSource implements ServicePointSource {

	public function __construct(
		private readonly ServicePointSource $source,
		private readonly VisitorLimit $limit,
		private readonly VisitorLimit $availability_limit,
	) {}

	public function search( SearchQuery $query ): SearchResult {
		self::count( $this->limit );
		return $this->source->search( $query );
	}

	public function find( int $id ): ServicePoint {
		self::count( $this->limit );
		return $this->source->find( $id );
	}

	public function is_available( ServicePoint $point ): bool {
		self::count( $this->availability_limit );
		return $this->source->is_available( $point );
	}

	/** @throws SendcloudException When the visitor has to wait. */
	private static function count( VisitorLimit $limit ): void {
		$wait = $limit->seconds_to_wait();
		if ( $wait > 0 ) {
			throw new SendcloudException( Problem::TooManyRequests, 'This visitor asks too often.', $wait );
		}
	}
}
