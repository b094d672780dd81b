<?php
/**
 * A search for points near an address, near a position or inside a box. Whoever holds one holds a valid search.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

final class SearchQuery {

	public const DEFAULT_LIMIT      = 50;
	public const MAX_LIMIT          = 200;
	public const MIN_RADIUS         = 100;
	public const MAX_RADIUS         = 50_000;
	public const MAX_ADDRESS_LENGTH = 200;

	/** Degrees around a point that is asked about by its place: some 50 metres. */
	private const NEARBY = 0.0005;

	/** Sendcloud's carrier codes. */
	public const CARRIER_PATTERN = '^[a-z0-9_-]{1,64}$';

	/**
	 * @param list<string> $carriers           Sorted codes; empty for all carriers of the integration.
	 * @param list<string> $shop_types         Sorted kinds of points, known ones or not; empty for all.
	 * @param int|null     $radius             Metres.
	 * @param list<string> $without_carriers   Codes of carriers to leave out.
	 * @param list<string> $without_shop_types Kinds of points to leave out.
	 * @param string       $carrier_service_point_id The carrier's own id of the one point that is asked about; in the box it stands in.
	 * @throws InvalidSearch For values that Sendcloud refuses.
	 */
	private function __construct(
		public readonly string $country,
		public readonly array $carriers,
		public readonly array $shop_types,
		public readonly int $limit,
		public readonly ?int $radius = null,
		public readonly ?string $address = null,
		public readonly ?Coordinates $position = null,
		public readonly ?Box $box = null,
		public readonly array $without_carriers = [],
		public readonly array $without_shop_types = [],
		public readonly string $carrier_service_point_id = '',
	) {
		if ( 1 !== preg_match( '/^[A-Z]{2}$/D', $country ) ) {
			throw InvalidSearch::parameter( 'country', 'an ISO 3166-1 alpha-2 code' );
		}
		self::check( 'carriers', $carriers, self::CARRIER_PATTERN, 'a list of carrier codes' );
		self::check( 'shop_types', $shop_types, ServicePoint::SHOP_TYPE_PATTERN, 'a list of kinds of points' );
		self::check( 'without_carriers', $without_carriers, self::CARRIER_PATTERN, 'a list of carrier codes' );
		self::check( 'without_shop_types', $without_shop_types, ServicePoint::SHOP_TYPE_PATTERN, 'a list of kinds of points' );
		if ( $limit < 1 || $limit > self::MAX_LIMIT ) {
			throw InvalidSearch::parameter( 'limit', 'between 1 and 200' );
		}
		if ( null !== $radius && ( $radius < self::MIN_RADIUS || $radius > self::MAX_RADIUS ) ) {
			throw InvalidSearch::parameter( 'radius', 'between 100 and 50000 metres' );
		}
		if ( null !== $address && 1 !== preg_match( '/^.{1,' . self::MAX_ADDRESS_LENGTH . '}$/Du', $address ) ) {
			throw InvalidSearch::parameter( 'address', 'between 1 and 200 characters' );
		}
	}

	/**
	 * @param array<string> $carriers
	 * @param array<string> $shop_types
	 * @throws InvalidSearch For values that Sendcloud refuses.
	 */
	public static function near_address(
		string $country,
		string $address,
		array $carriers = [],
		array $shop_types = [],
		?int $radius = null,
		int $limit = self::DEFAULT_LIMIT
	): self {
		return new self(
			strtoupper( $country ),
			self::sorted( $carriers ),
			self::sorted( $shop_types ),
			$limit,
			$radius,
			address: trim( preg_replace( '/\s+/u', ' ', $address ) ?? '' )
		);
	}

	/**
	 * The position is rounded to about 100 metres: enough to find a shop, neighbours share a cached answer, and Sendcloud
	 * does not learn at which door the shopper stands.
	 *
	 * @param array<string> $carriers
	 * @param array<string> $shop_types
	 * @throws InvalidSearch For values that Sendcloud refuses.
	 */
	public static function near_position(
		string $country,
		Coordinates $position,
		array $carriers = [],
		array $shop_types = [],
		?int $radius = null,
		int $limit = self::DEFAULT_LIMIT
	): self {
		return new self(
			strtoupper( $country ),
			self::sorted( $carriers ),
			self::sorted( $shop_types ),
			$limit,
			$radius,
			position: $position->rounded()
		);
	}

	/**
	 * @param array<string> $carriers
	 * @param array<string> $shop_types
	 * @throws InvalidSearch For values that Sendcloud refuses.
	 */
	public static function in_box( string $country, Box $box, array $carriers = [], array $shop_types = [], int $limit = self::DEFAULT_LIMIT ): self {
		return new self( strtoupper( $country ), self::sorted( $carriers ), self::sorted( $shop_types ), $limit, box: $box );
	}

	/**
	 * Whether some carriers have this very point: Sendcloud answers with those of their successors and partners too.
	 *
	 * @param array<string> $carriers
	 * @throws InvalidSearch For values that Sendcloud refuses.
	 */
	public static function for_point( ServicePoint $point, array $carriers ): self {
		$around = static fn ( float $degrees ): Coordinates => new Coordinates(
			max( -90.0, min( 90.0, $point->latitude + $degrees ) ),
			max( -180.0, min( 180.0, $point->longitude + $degrees ) )
		);
		return new self(
			$point->country_code,
			self::sorted( $carriers ),
			[],
			self::MAX_LIMIT,
			box: new Box( $around( -self::NEARBY ), $around( self::NEARBY ) ),
			carrier_service_point_id: $point->carrier_service_point_id
		);
	}

	/** The same place, asked for the carriers that are left out; null where none are, or where carriers are named: these are what is left. */
	public function left_out(): ?self {
		return [] === $this->without_carriers || [] !== $this->carriers ? null : $this->changed( [], self::MAX_LIMIT, carriers: $this->without_carriers );
	}

	/**
	 * The same search, with more left out of its answer.
	 *
	 * @param array<string> $carriers   Codes: `dhl` leaves out `dhl_de` too.
	 * @param array<string> $shop_types Kinds of points.
	 * @throws InvalidSearch For what is no code or kind.
	 */
	public function without( array $carriers = [], array $shop_types = [] ): self {
		return $this->changed(
			$this->shop_types,
			$this->limit,
			self::sorted( [ ...$this->without_carriers, ...$carriers ] ),
			self::sorted( [ ...$this->without_shop_types, ...$shop_types ] )
		);
	}

	/** The same with as many points as there can be: of its answer, others leave something out. */
	public function widest(): self {
		return $this->changed( $this->shop_types, self::MAX_LIMIT, $this->without_carriers, $this->without_shop_types );
	}

	/** Whether Sendcloud can be asked it as it is: it knows neither "all but" nor kinds of points that it has no name for yet. */
	public function is_question(): bool {
		return [] === $this->without_carriers && [] === $this->without_shop_types && $this->has_known_shop_types();
	}

	/** The search to ask Sendcloud. What we leave out of its answer afterwards has to leave enough. */
	public function question(): self {
		return $this->is_question() ? $this : $this->changed( $this->has_known_shop_types() ? $this->shop_types : [], self::MAX_LIMIT );
	}

	/** Whether a point that answers the question answers the search. */
	public function accepts( ServicePoint $point ): bool {
		return ( [] === $this->shop_types || in_array( $point->shop_type, $this->shop_types, true ) )
			&& ! in_array( $point->shop_type, $this->without_shop_types, true )
			&& ! CarrierCodes::contains( $this->without_carriers, $point->carrier_code );
	}

	/** The same for searches whose question deserves the same answer. */
	public function key(): string {
		if ( ! $this->is_question() ) {
			return $this->question()->key();
		}
		$place = match ( true ) {
			null !== $this->position => sprintf( '%.3F,%.3F', $this->position->latitude, $this->position->longitude ),
			null !== $this->box      => sprintf(
				'%.3F,%.3F,%.3F,%.3F',
				$this->box->south_west->latitude,
				$this->box->south_west->longitude,
				$this->box->north_east->latitude,
				$this->box->north_east->longitude
			),
			default                  => strtolower( (string) $this->address ),
		};
		return implode(
			'|',
			[ $this->country, implode( ',', $this->carriers ), implode( ',', $this->shop_types ), $this->limit, (int) $this->radius, $place, ...Text::filled( $this->carrier_service_point_id ) ]
		);
	}

	private function has_known_shop_types(): bool {
		return [] === array_diff( $this->shop_types, ServicePoint::SHOP_TYPES );
	}

	/**
	 * @param list<string> $shop_types
	 * @param list<string> $without_carriers
	 * @param list<string> $without_shop_types
	 * @param list<string>|null $carriers Others than now.
	 * @throws InvalidSearch For values that Sendcloud refuses.
	 */
	private function changed( array $shop_types, int $limit, array $without_carriers = [], array $without_shop_types = [], ?array $carriers = null ): self {
		return new self(
			$this->country,
			$carriers ?? $this->carriers,
			$shop_types,
			$limit,
			$this->radius,
			$this->address,
			$this->position,
			$this->box,
			$without_carriers,
			$without_shop_types,
			$this->carrier_service_point_id
		);
	}

	/**
	 * @param list<string> $values
	 * @throws InvalidSearch When one of them does not match.
	 */
	private static function check( string $parameter, array $values, string $pattern, string $rule ): void {
		foreach ( $values as $value ) {
			if ( 1 !== preg_match( "/$pattern/D", $value ) ) {
				throw InvalidSearch::parameter( $parameter, $rule );
			}
		}
	}

	/**
	 * @param array<string> $values
	 * @return list<string>
	 */
	private static function sorted( array $values ): array {
		$values = array_unique( array_map( 'strtolower', array_map( 'trim', $values ) ) );
		sort( $values );
		return $values;
	}
}
