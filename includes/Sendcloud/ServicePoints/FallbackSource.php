<?php
/**
 * Asks API v3, and v2 where an account does not have v3 yet.
 *
 * Only a 404 that is no answer of the API sends us to v2. Not an outage: v2 would share it, and every shopper would wait twice. Not
 * v3's geocoder being down either: v2 has the same one, while a position or a box still works in v3, which the shopper is told.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\ServicePoints;

use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Domain\SearchResult;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Sendcloud\Problem;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Settings\Settings;
use SendcloudServicePoints\Support\Cache;

final class FallbackSource implements ServicePointSource {

	/** Under this name the account is remembered that had no v3. */
	private const MISSING = 'v3_missing';

	public function __construct(
		private readonly ServicePointSource $v3,
		private readonly ServicePointSource $v2,
		private readonly Cache $memory,
		private readonly Settings $settings,
	) {}

	public function search( SearchQuery $query ): SearchResult {
		return $this->ask( static fn ( ServicePointSource $source ): SearchResult => $source->search( $query ) );
	}

	public function find( int $id ): ServicePoint {
		return $this->ask( static fn ( ServicePointSource $source ): ServicePoint => $source->find( $id ) );
	}

	public function is_available( ServicePoint $point ): bool {
		return $this->ask( static fn ( ServicePointSource $source ): bool => $source->is_available( $point ) );
	}

	/**
	 * @template T
	 * @param callable( ServicePointSource ): T $question
	 * @return T
	 * @throws SendcloudException When there is no usable answer.
	 */
	private function ask( callable $question ): mixed {
		$version = $this->settings->api_version();
		if ( 'v2' === $version || ( 'auto' === $version && $this->memory->get( self::MISSING ) === $this->settings->fingerprint() ) ) {
			return $question( $this->v2 );
		}
		try {
			return $question( $this->v3 );
		} catch ( SendcloudException $exception ) {
			if ( Problem::EndpointMissing !== $exception->problem || 'v3' === $version ) {
				throw $exception;
			}
			$answer = $question( $this->v2 );
			// Only an account that does have v2 is remembered; asked again tomorrow, since v3 is being rolled out.
			$this->memory->set( self::MISSING, $this->settings->fingerprint(), 86_400 );
			return $answer;
		}
	}
}
