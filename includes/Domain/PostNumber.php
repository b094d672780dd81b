<?php
/**
 * Whether a point asks the shopper for a DHL post number (Postnummer), and what one looks like.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

enum PostNumber: string {

	case None     = 'none';
	case Optional = 'optional';
	case Required = 'required';

	/**
	 * DHL in Germany refuses a parcel at a Packstation without the number; at its shops and post offices it is a convenience.
	 */
	public static function for_point( string $carrier_code, string $country_code, string $shop_type, string $carrier_shop_type ): self {
		if ( 'DE' !== $country_code || ! str_starts_with( strtolower( $carrier_code ), 'dhl' ) ) {
			return self::None;
		}
		$is_locker = 'locker' === $shop_type || false !== stripos( $carrier_shop_type, 'packstation' );
		return $is_locker ? self::Required : self::Optional;
	}

	/** People type the number in groups, as on their DHL card: spaces and hyphens out. */
	public static function normalise( string $typed ): string {
		return preg_replace( '/[\s\p{Pd}]+/u', '', $typed ) ?? '';
	}

	public static function is_valid( string $normalised ): bool {
		return 1 === preg_match( '/^\d{6,10}$/D', $normalised );
	}
}
