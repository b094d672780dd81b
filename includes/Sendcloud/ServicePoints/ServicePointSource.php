<?php
/**
 * Where service points come from.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\ServicePoints;

use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Domain\SearchResult;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Sendcloud\SendcloudException;

interface ServicePointSource {

	/** @throws SendcloudException When Sendcloud gives no usable answer. */
	public function search( SearchQuery $query ): SearchResult;

	/** @throws SendcloudException When Sendcloud gives no usable answer, or there is no such point (Problem::NotFound). */
	public function find( int $id ): ServicePoint;

	/**
	 * Whether the point takes a parcel now: asked live. Only a no is remembered, for a minute. This alone tells a point that is full; no other field does.
	 *
	 * @throws SendcloudException When Sendcloud gives no usable answer, or there is no such point (Problem::NotFound).
	 */
	public function is_available( ServicePoint $point ): bool;
}
