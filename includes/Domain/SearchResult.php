<?php
/**
 * The points found, nearest first.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

/**
 * @phpstan-import-type ServicePointShape from ServicePoint
 * @phpstan-import-type GeocodingShape from Geocoding
 * @phpstan-type SearchResultShape array{service_points: list<ServicePointShape>, geocoding: GeocodingShape|null}
 */
final class SearchResult {

	/** @param list<ServicePoint> $service_points */
	public function __construct(
		public readonly array $service_points,
		public readonly ?Geocoding $geocoding = null,
	) {}

	/** Whether this point is among them. */
	public function has( ServicePoint $wanted ): bool {
		return in_array( $wanted->id, $this->ids(), true );
	}

	/** Those that are not among the others. */
	public function without( self $others ): self {
		$ids = array_flip( $others->ids() );
		return new self(
			array_values( array_filter( $this->service_points, static fn ( ServicePoint $point ): bool => ! isset( $ids[ $point->id ] ) ) ),
			$this->geocoding
		);
	}

	/** @return list<int> */
	private function ids(): array {
		return array_map( static fn ( ServicePoint $point ): int => $point->id, $this->service_points );
	}

	/** What the search asked for, of an answer to its question. */
	public function narrowed_to( SearchQuery $query ): self {
		return ( new self( array_values( array_filter( $this->service_points, $query->accepts( ... ) ) ), $this->geocoding ) )->first( $query->limit );
	}

	/** Orders by the distance Sendcloud gave, or from a place of our own; points without a distance come last. */
	public function nearest_first( ?Coordinates $from = null ): self {
		$distance = static fn ( ServicePoint $point ): float => null === $from
			? (float) ( $point->distance ?? PHP_INT_MAX )
			: $from->distance_to( new Coordinates( $point->latitude, $point->longitude ) );
		$sorted   = $this->service_points;
		usort( $sorted, static fn ( ServicePoint $a, ServicePoint $b ): int => $distance( $a ) <=> $distance( $b ) );
		return new self( $sorted, $this->geocoding );
	}

	public function first( int $limit ): self {
		return new self( array_slice( $this->service_points, 0, $limit ), $this->geocoding );
	}

	/** @return SearchResultShape */
	public function to_array(): array {
		return [
			'service_points' => array_map( static fn ( ServicePoint $point ): array => $point->to_array(), $this->service_points ),
			'geocoding'      => $this->geocoding?->to_array(),
		];
	}

	/** @param mixed $data Tolerant: what is no service point is left out. */
	public static function from_array( mixed $data ): self {
		$fields = Fields::from_data( $data );
		return new self(
			array_values( array_filter( array_map( ServicePoint::from_array( ... ), $fields->items( 'service_points' ) ) ) ),
			Geocoding::from_array( $fields->data['geocoding'] ?? null )
		);
	}
}
