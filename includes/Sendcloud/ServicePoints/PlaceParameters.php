<?php
/**
 * Where to search, in the words that Sendcloud's APIs v2 and v3 share.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\ServicePoints;

use SendcloudServicePoints\Domain\SearchQuery;

final class PlaceParameters {

	/**
	 * @param int $radius Metres, where the search names none.
	 * @return list<array{string, string}>
	 */
	public static function from_query( SearchQuery $query, int $radius ): array {
		if ( null !== $query->box ) {
			return [
				[ 'ne_latitude', self::degrees( $query->box->north_east->latitude ) ],
				[ 'ne_longitude', self::degrees( $query->box->north_east->longitude ) ],
				[ 'sw_latitude', self::degrees( $query->box->south_west->latitude ) ],
				[ 'sw_longitude', self::degrees( $query->box->south_west->longitude ) ],
			];
		}
		$parameters = [ [ 'radius', (string) ( $query->radius ?? $radius ) ] ];
		if ( null === $query->position ) {
			return [ ...$parameters, [ 'address', (string) $query->address ] ];
		}
		return [
			...$parameters,
			[ 'latitude', self::degrees( $query->position->latitude ) ],
			[ 'longitude', self::degrees( $query->position->longitude ) ],
		];
	}

	private static function degrees( float $degrees ): string {
		return sprintf( '%.6F', $degrees );
	}
}
