<?php
/**
 * Stands between the cache and Sendcloud in the public search: a visitor is limited in what reaches Sendcloud, not in what is remembered.
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
	) {}

	public function search( SearchQuery $query ): SearchResult {
		$this->count();
		return $this->source->search( $query );
	}

	public function find( int $id ): ServicePoint {
		$this->count();
		return $this->source->find( $id );
	}

	public function is_available( ServicePoint $point ): bool {
		$this->count();
		return $this->source->is_available( $point );
	}

	/** @throws SendcloudException When the visitor has to wait. */
	private function count(): void {
		$wait = $this->limit->seconds_to_wait();
		if ( $wait > 0 ) {
			throw new SendcloudException( Problem::TooManyRequests, 'This visitor asks too often.', $wait );
		}
	}
}
