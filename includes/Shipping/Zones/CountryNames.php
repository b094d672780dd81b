<?php
/**
 * Countries as the merchant calls them.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping\Zones;

final class CountryNames {

	public static function of( string $country ): string {
		$name = WC()->countries->get_countries()[ $country ] ?? null;
		return is_string( $name ) ? html_entity_decode( $name, ENT_QUOTES ) : $country;
	}

	/**
	 * @param list<string> $countries
	 * @return string "France, Spain and Italy".
	 */
	public static function joined( array $countries ): string {
		return wp_sprintf_l( '%l', array_map( self::of( ... ), $countries ) );
	}
}
