<?php
/**
 * Sendcloud's API v3 of service points: https://sendcloud.dev/api/v3/service-points
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\ServicePoints;

use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Domain\SearchResult;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Sendcloud\OwnCarriers;
use SendcloudServicePoints\Sendcloud\Problem;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Sendcloud\Transport;
use SendcloudServicePoints\Settings\Settings;

final class V3Source implements ServicePointSource {

	public function __construct(
		private readonly Transport $transport,
		private readonly Settings $settings,
		private readonly OwnCarriers $own_carriers,
	) {}

	public function search( SearchQuery $query ): SearchResult {
		$answer = $this->answer( $query );
		$result = V3Parser::search_result( $answer );
		$marks  = V3Parser::marks( $answer );
		if ( [] !== $marks ) {
			/**
			 * Fires when Sendcloud, and not the cache, has answered a search whose carriers have pictures. A shopper waits.
			 *
			 * @param array<array-key, string> $marks Carrier code => address of its picture at Sendcloud.
			 */
			do_action( 'sendcloud_service_points_carriers_seen', $marks );
		}
		// Near a place the answer is nearest first; in a box its order means nothing.
		return null === $query->box ? $result : $result->nearest_first( $query->box->centre() );
	}

	public function find( int $id ): ServicePoint {
		return V3Parser::answered_point( $this->transport->find( $this->url() . '/' . $id ) );
	}

	public function is_available( ServicePoint $point ): bool {
		return V3Parser::availability( $this->transport->check( $this->url() . '/' . $point->id . '/check-availability' ) );
	}

	/** @throws SendcloudException When there is no usable answer. */
	private function answer( SearchQuery $query ): mixed {
		$own = [] === $query->carriers ? $this->own_carriers->get() : [];
		try {
			return $this->transport->get( $this->url(), self::parameters( $query, $own ) );
		} catch ( SendcloudException $exception ) {
			if ( [] === $own || Problem::NotEnabled !== $exception->problem ) {
				throw $exception;
			}
		}
		// One of them may have been switched off since. Where all are, this fails in the same way.
		$answer = $this->transport->get( $this->url(), self::parameters( $query ) );
		$this->own_carriers->forget();
		return $answer;
	}

	/**
	 * @param list<string> $all What a search among all carriers names; empty where that is not known.
	 * @return list<array{string, string}>
	 */
	public static function parameters( SearchQuery $query, array $all = [] ): array {
		$carriers = [] === $query->carriers ? $all : $query->carriers;

		$parameters = [
			[ 'country_code', $query->country ],
			[ 'limit', (string) $query->limit ],
		];
		// One of the two is required, and they exclude each other.
		if ( [] === $carriers ) {
			$parameters[] = [ 'use_integration_carriers', 'true' ];
		}
		foreach ( $carriers as $carrier ) {
			$parameters[] = [ 'carrier_code', $carrier ];
		}
		foreach ( $query->shop_types as $shop_type ) {
			$parameters[] = [ 'general_shop_type', $shop_type ];
		}
		if ( '' !== $query->carrier_service_point_id ) {
			// By its id a point is answered that is too old for a search of its place.
			return [ ...$parameters, [ 'carrier_service_point_id', $query->carrier_service_point_id ] ];
		}
		// The answer is limited and nearest first, so the widest radius costs nothing and finds the one shop of a valley.
		return [ ...$parameters, ...PlaceParameters::from_query( $query, SearchQuery::MAX_RADIUS ) ];
	}

	private function url(): string {
		return $this->settings->v3_url() . '/service-points';
	}
}
