<?php
/**
 * Where a parcel goes: what a point is searched near.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

final class Destination {

	/** @param string $address Street, postcode and town on one line. */
	private function __construct(
		public readonly string $country,
		public readonly string $address,
	) {}

	/** @param mixed $address As WooCommerce has it of a package and of an order: country, address_1, postcode, city, … */
	public static function from_address( mixed $address ): self {
		$fields = Fields::from_data( $address );
		$town   = trim( $fields->string( 'postcode' ) . ' ' . $fields->string( 'city' ) );
		return new self( $fields->string( 'country' ), Text::join( ', ', $fields->string( 'address_1' ), $town ) );
	}
}
