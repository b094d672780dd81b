<?php
/**
 * The part of the map to search in.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

final class Box {

	/** Metres; Sendcloud refuses more. */
	public const MAX_DIAGONAL = 50_000;

	/** @throws InvalidSearch When the corners are swapped or too far apart. */
	public function __construct(
		public readonly Coordinates $south_west,
		public readonly Coordinates $north_east,
	) {
		if ( $south_west->latitude >= $north_east->latitude ) {
			throw InvalidSearch::parameter( 'north', 'greater than south' );
		}
		if ( $south_west->longitude >= $north_east->longitude ) {
			throw InvalidSearch::parameter( 'east', 'greater than west' );
		}
		if ( $this->diagonal() > self::MAX_DIAGONAL ) {
			throw InvalidSearch::parameter( 'north', 'at most 50 kilometres from the opposite corner' );
		}
	}

	/** Metres between the corners. */
	public function diagonal(): float {
		return $this->south_west->distance_to( $this->north_east );
	}

	public function centre(): Coordinates {
		return new Coordinates(
			( $this->south_west->latitude + $this->north_east->latitude ) / 2,
			( $this->south_west->longitude + $this->north_east->longitude ) / 2
		);
	}
}
