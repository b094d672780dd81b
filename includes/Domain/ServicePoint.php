<?php
/**
 * One relay point. The same shape everywhere: docs/data-contract.md.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

final class ServicePoint {

	public const SHOP_TYPES = [ 'servicepoint', 'locker', 'post_office', 'carrier_depot' ];

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
		public readonly bool $is_active,
		public readonly ?int $distance,
	) {}

	/** Whether the shopper must, may or need not give a DHL post number for this point. */
	public function post_number(): PostNumber {
		return PostNumber::for_point( $this->carrier_code, $this->country_code, $this->shop_type, $this->carrier_shop_type );
	}

	/** Street and house number as the point's country writes them. */
	public function street_line(): string {
		$parts = [ $this->street, $this->house_number ];

		return trim( implode( ' ', in_array( $this->country_code, self::NUMBER_FIRST, true ) ? array_reverse( $parts ) : $parts ) );
	}

	/** @return array<string, mixed> The shape of docs/data-contract.md. */
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
			'is_active'                => $this->is_active,
			'distance'                 => $this->distance,
			'post_number'              => $this->post_number()->value,
		];
	}

	/**
	 * @param mixed $data Tolerant: null when it is no service point. Old orders and other software may hold half a point,
	 *                    so only the id is indispensable; an unknown position is 0, 0.
	 */
	public static function from_array( mixed $data ): ?self {
		$fields = Fields::of( $data );
		$id     = $fields->integer( 'id' );
		if ( null === $id || $id < 1 ) {
			return null;
		}
		$carrier  = $fields->at( 'carrier' );
		$address  = $fields->at( 'address' );
		$position = $fields->at( 'position' );
		return new self(
			id: $id,
			name: $fields->string( 'name' ),
			carrier_code: $carrier->string( 'code' ),
			carrier_name: $carrier->string( 'name' ),
			carrier_service_point_id: $fields->string( 'carrier_service_point_id' ),
			shop_type: $fields->string( 'shop_type' ),
			carrier_shop_type: $fields->string( 'carrier_shop_type' ),
			street: $address->string( 'street' ),
			house_number: $address->string( 'house_number' ),
			postal_code: $address->string( 'postal_code' ),
			city: $address->string( 'city' ),
			country_code: strtoupper( $address->string( 'country_code' ) ),
			latitude: $position->number( 'latitude' ) ?? 0.0,
			longitude: $position->number( 'longitude' ) ?? 0.0,
			opening_hours: OpeningHours::from_array( $fields->data['opening_times'] ?? null ),
			is_active: $fields->boolean( 'is_active', true ),
			distance: $fields->integer( 'distance' ),
		);
	}
}
