<?php
/**
 * One relay point. The same shape everywhere: docs/data-contract.md.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

/**
 * @phpstan-import-type Interval from OpeningHours
 * @phpstan-type ServicePointShape array{
 *     id: int,
 *     name: string,
 *     carrier: array{code: string, name: string},
 *     carrier_service_point_id: string,
 *     shop_type: string,
 *     carrier_shop_type: string,
 *     address: array{street: string, house_number: string, postal_code: string, city: string, country_code: string},
 *     position: array{latitude: float, longitude: float},
 *     opening_times: array<string, list<Interval>>|null,
 *     opening_week: string|null,
 *     next_open_at: string|null,
 *     is_expired: bool,
 *     distance: int|null,
 *     post_number: string,
 * }
 */
final class ServicePoint {

	/** The kinds that Sendcloud knows today; there may be others tomorrow. */
	public const SHOP_TYPES = [ 'servicepoint', 'locker', 'post_office', 'carrier_depot' ];

	public const SHOP_TYPE_PATTERN = '^[a-z0-9_]{1,40}$';

	/** Countries that write the house number before the street, as src/lib/format.ts does. */
	private const NUMBER_FIRST = [ 'FR', 'MC', 'LU', 'GB', 'IE' ];

	public function __construct(
		public readonly int $id,
		public readonly string $name,
		public readonly string $carrier_code,
		public readonly string $carrier_name,
		public readonly string $carrier_service_point_id,
		public readonly string $shop_type,
		public readonly string $carrier_shop_type,
		public readonly string $street,
		public readonly string $house_number,
		public readonly string $postal_code,
		public readonly string $city,
		public readonly string $country_code,
		public readonly float $latitude,
		public readonly float $longitude,
		public readonly ?OpeningHours $opening_hours,
		public readonly ?string $opening_week,
		public readonly ?string $next_open_at,
		public readonly bool $is_expired,
		public readonly ?int $distance,
	) {}

	/** Whether the shopper must, may or need not give a DHL post number for this point. */
	public function post_number(): PostNumber {
		return PostNumber::for_point( $this );
	}

	/**
	 * Whether it is one of these points of a carrier: `dhl` also means `dhl_de`.
	 *
	 * @param list<string> $countries Empty for all.
	 * @param list<string> $kinds     Sendcloud's words, or parts of the carrier's own; empty for all.
	 */
	public function is_of( string $carrier, array $countries = [], array $kinds = [] ): bool {
		if ( ! str_starts_with( strtolower( $this->carrier_code ), $carrier ) || ( [] !== $countries && ! in_array( $this->country_code, $countries, true ) ) ) {
			return false;
		}
		foreach ( $kinds as $kind ) {
			if ( $kind === $this->shop_type || false !== stripos( $this->carrier_shop_type, $kind ) ) {
				return true;
			}
		}
		return [] === $kinds;
	}

	/** Street and house number as the point's country writes them. */
	public function street_line(): string {
		$parts = [ $this->street, $this->house_number ];

		return trim( implode( ' ', in_array( $this->country_code, self::NUMBER_FIRST, true ) ? array_reverse( $parts ) : $parts ) );
	}

	/** @return ServicePointShape The shape of docs/data-contract.md. */
	public function to_array(): array {
		return [
			'id'                       => $this->id,
			'name'                     => $this->name,
			'carrier'                  => [
				'code' => $this->carrier_code,
				'name' => $this->carrier_name,
			],
			'carrier_service_point_id' => $this->carrier_service_point_id,
			'shop_type'                => $this->shop_type,
			'carrier_shop_type'        => $this->carrier_shop_type,
			'address'                  => [
				'street'       => $this->street,
				'house_number' => $this->house_number,
				'postal_code'  => $this->postal_code,
				'city'         => $this->city,
				'country_code' => $this->country_code,
			],
			'position'                 => [
				'latitude'  => $this->latitude,
				'longitude' => $this->longitude,
			],
			'opening_times'            => $this->opening_hours?->to_array(),
			'opening_week'             => $this->opening_week,
			'next_open_at'             => $this->next_open_at,
			'is_expired'               => $this->is_expired,
			'distance'                 => $this->distance,
			'post_number'              => $this->post_number()->value,
		];
	}

	/**
	 * @param mixed $data Tolerant: null when it is no service point. Old orders and other software may hold half a point,
	 *                    so only the id is indispensable; an unknown position is 0, 0.
	 */
	public static function from_array( mixed $data ): ?self {
		$fields = Fields::from_data( $data );
		$id     = $fields->integer( 'id' );
		if ( null === $id || $id < 1 ) {
			return null;
		}
		$carrier   = $fields->at( 'carrier' );
		$address   = $fields->at( 'address' );
		$latitude  = $fields->at( 'position' )->number( 'latitude' );
		$longitude = $fields->at( 'position' )->number( 'longitude' );
		$has_place = null !== $latitude && null !== $longitude && abs( $latitude ) <= 90 && abs( $longitude ) <= 180;
		$hours     = OpeningHours::from_array( $fields->data['opening_times'] ?? null );
		return new self(
			id: $id,
			name: $fields->string( 'name' ),
			carrier_code: $carrier->string( 'code' ),
			carrier_name: $carrier->string( 'name' ),
			carrier_service_point_id: $fields->string( 'carrier_service_point_id' ),
			shop_type: self::shop_type( $fields->string( 'shop_type' ) ),
			carrier_shop_type: $fields->string( 'carrier_shop_type' ),
			street: $address->string( 'street' ),
			house_number: $address->string( 'house_number' ),
			postal_code: $address->string( 'postal_code' ),
			city: $address->string( 'city' ),
			country_code: strtoupper( $address->string( 'country_code' ) ),
			latitude: $has_place ? $latitude : 0.0,
			longitude: $has_place ? $longitude : 0.0,
			opening_hours: $hours,
			opening_week: null === $hours ? null : self::matching( '/^\d{4}-\d{2}-\d{2}$/D', $fields->string( 'opening_week' ) ),
			next_open_at: self::matching( OpeningHours::MOMENT, $fields->string( 'next_open_at' ) ),
			// API v2 and earlier versions of ours say the same of a point that is fresh: is_active.
			is_expired: $fields->boolean( 'is_expired', ! $fields->boolean( 'is_active', true ) ),
			distance: $fields->integer( 'distance' ),
		);
	}

	/** @param mixed $data Null for what cannot be offered to a shopper: a point without id, name or place. */
	public static function from_complete_array( mixed $data ): ?self {
		$point = self::from_array( $data );
		return null === $point || '' === $point->name || ( 0.0 === $point->latitude && 0.0 === $point->longitude ) ? null : $point;
	}

	private static function matching( string $pattern, string $text ): ?string {
		return 1 === preg_match( $pattern, $text ) ? $text : null;
	}

	/** Sendcloud has words for not knowing. */
	private static function shop_type( string $kind ): string {
		return 1 === preg_match( '/' . self::SHOP_TYPE_PATTERN . '/D', $kind ) && ! in_array( $kind, [ 'undefined', 'unknown' ], true ) ? $kind : '';
	}
}
