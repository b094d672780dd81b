<?php
/**
 * A place on Earth, in WGS 84 degrees.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

final class Coordinates {

	private const EARTH_RADIUS = 6_371_000;

	/** @throws InvalidSearch When it is not on Earth. */
	public function __construct(
		public readonly float $latitude,
		public readonly float $longitude,
	) {
		if ( ! ( abs( $latitude ) <= 90 ) ) {
			throw InvalidSearch::parameter( 'latitude', 'between -90 and 90' );
		}
		if ( ! ( abs( $longitude ) <= 180 ) ) {
			throw InvalidSearch::parameter( 'longitude', 'between -180 and 180' );
		}
	}

	/** Three decimals are about 100 metres. */
	public function rounded(): self {
		return new self( round( $this->latitude, 3 ), round( $this->longitude, 3 ) );
	}

	/** Metres along the surface. */
	public function distance_to( self $other ): float {
		$latitude  = deg2rad( $other->latitude - $this->latitude );
		$longitude = deg2rad( $other->longitude - $this->longitude );
		$haversine = sin( $latitude / 2 ) ** 2
			+ cos( deg2rad( $this->latitude ) ) * cos( deg2rad( $other->latitude ) ) * sin( $longitude / 2 ) ** 2;
		return 2 * self::EARTH_RADIUS * asin( min( 1.0, sqrt( $haversine ) ) );
	}
}
