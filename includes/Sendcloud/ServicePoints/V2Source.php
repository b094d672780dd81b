<?php
/**
 * Sendcloud's API v2 of service points: legacy, for accounts where v3 is not there.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\ServicePoints;

use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Domain\SearchResult;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Sendcloud\Transport;
use SendcloudServicePoints\Settings\Settings;

final class V2Source implements ServicePointSource {

	/** Metres. v2 knows no limit: the widest radius around Paris would answer thousands of points. */
	private const DEFAULT_RADIUS = 15_000;

	public function __construct(
		private readonly Transport $transport,
		private readonly Settings $settings,
	) {}

	public function search( SearchQuery $query ): SearchResult {
		return V2Parser::search_result( $this->transport->get( $this->url(), self::parameters( $query ) ) )
			->nearest_first( $query->box?->centre() )
			->first( $query->limit );
	}

	public function find( int $id ): ServicePoint {
		return V2Parser::answered_point( $this->transport->find( $this->url() . '/' . $id ) );
	}

	public function is_available( ServicePoint $point ): bool {
		return V2Parser::availability( $this->transport->find( $this->url() . '/' . $point->id . '/check-availability' ) );
	}

	/** @return list<array{string, string}> */
	public static function parameters( SearchQuery $query ): array {
		$parameters = [ [ 'country', $query->country ] ];
		if ( [] !== $query->carriers ) {
			$parameters[] = [ 'carrier', implode( ',', $query->carriers ) ];
		}
		if ( [] !== $query->shop_types ) {
			$parameters[] = [ 'general_shop_type', implode( ',', $query->shop_types ) ];
		}
		return [ ...$parameters, ...PlaceParameters::from_query( $query, self::DEFAULT_RADIUS ) ];
	}

	private function url(): string {
		return $this->settings->v2_url() . '/service-points';
	}
}
