<?php
/**
 * Where a parcel goes: what a point is searched near.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

final class Destination {

	/**
	 * @param string $address Street, postcode and town on one line.
	 * @param string $town    Postcode and town.
	 * @param string $place   The same for the same town: its postcode, else its name, however they are typed.
	 */
	private function __construct(
		public readonly string $country,
		public readonly string $address,
		public readonly string $town,
		public readonly string $place,
	) {}

	/** @param mixed $address As WooCommerce has it of a package and of an order: country, address_1, postcode, city, … */
	public static function from_address( mixed $address ): self {
		$fields   = Fields::from_data( $address );
		$postcode = $fields->string( 'postcode' );
		$city     = $fields->string( 'city' );
		$town     = trim( "$postcode $city" );
		return new self(
			$fields->string( 'country' ),
			Text::join( ', ', $fields->string( 'address_1' ), $town ),
			$town,
			self::place( '' === trim( $postcode ) ? $city : $postcode )
		);
	}

	/** @param string $typed A postcode, or the name of a town. */
	public static function place( string $typed ): string {
		return strtolower( (string) preg_replace( '/[^\p{L}\p{N}]+/u', '', $typed ) );
	}
}
