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

	/** Sendcloud's carrier codes. */
	public const CARRIER_PATTERN = '^[a-z0-9_-]{1,64}$';

	/**
	 * @param list<string> $carriers Sorted codes; empty for all carriers of the integration.
	 * @param list<string> $shop_types Sorted, of ServicePoint::SHOP_TYPES; empty for all.
	 * @param int|null     $radius Metres.
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
	) {
		if ( 1 !== preg_match( '/^[A-Z]{2}$/D', $country ) ) {
			throw InvalidSearch::parameter( 'country', 'an ISO 3166-1 alpha-2 code' );
		}
		foreach ( $carriers as $carrier ) {
			if ( 1 !== preg_match( '/' . self::CARRIER_PATTERN . '/D', $carrier ) ) {
				throw InvalidSearch::parameter( 'carriers', 'a list of carrier codes' );
			}
		}
		if ( [] !== array_diff( $shop_types, ServicePoint::SHOP_TYPES ) ) {
			throw InvalidSearch::parameter( 'shop_types', 'a list of ' . implode( ', ', ServicePoint::SHOP_TYPES ) );
		}
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
	public static function near_address( string $country, string $address, array $carriers = [], array $shop_types = [], ?int $radius = null, int $limit = self::DEFAULT_LIMIT ): self {
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
	public static function near_position( string $country, Coordinates $position, array $carriers = [], array $shop_types = [], ?int $radius = null, int $limit = self::DEFAULT_LIMIT ): self {
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

	/** The same for searches that deserve the same answer. */
	public function key(): string {
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
			[ $this->country, implode( ',', $this->carriers ), implode( ',', $this->shop_types ), $this->limit, (int) $this->radius, $place ]
		);
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
