<?php
/**
 * Where Sendcloud's carriers have service points. Sendcloud publishes no list.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping\Zones;

use SendcloudServicePoints\Domain\Coordinates;

final class Coverage {

	/** Country => its largest city, where there is a service point if there is one at all. */
	private const CITIES = [
		'AT' => [ 48.208, 16.373 ],
		'BE' => [ 50.847, 4.357 ],
		'CZ' => [ 50.088, 14.421 ],
		'DE' => [ 52.520, 13.405 ],
		'DK' => [ 55.676, 12.568 ],
		'ES' => [ 40.417, -3.704 ],
		'FI' => [ 60.170, 24.941 ],
		'FR' => [ 48.857, 2.352 ],
		'GB' => [ 51.507, -0.128 ],
		'IT' => [ 41.903, 12.496 ],
		'LU' => [ 49.611, 6.131 ],
		'NL' => [ 52.368, 4.904 ],
		'PL' => [ 52.230, 21.012 ],
		'PT' => [ 38.722, -9.139 ],
		'SE' => [ 59.329, 18.069 ],
	];

	public static function has( string $country ): bool {
		return isset( self::CITIES[ $country ] );
	}

	/** Null for a country we know nothing of. */
	public static function city( string $country ): ?Coordinates {
		$city = self::CITIES[ $country ] ?? null;
		return null === $city ? null : new Coordinates( $city[0], $city[1] );
	}

	/**
	 * @param list<string> $countries
	 * @return list<string> Those of them with service points.
	 */
	public static function of( array $countries ): array {
		return array_values( array_filter( $countries, self::has( ... ) ) );
	}

	/** The country as the merchant calls it. */
	public static function name( string $country ): string {
		$name = WC()->countries->get_countries()[ $country ] ?? null;
		return is_string( $name ) ? html_entity_decode( $name, ENT_QUOTES ) : $country;
	}

	/**
	 * @param list<string> $countries
	 * @return string The names of them, "France, Spain and Italy".
	 */
	public static function names( array $countries ): string {
		return wp_sprintf_l( '%l', array_map( self::name( ... ), $countries ) );
	}
}
