<?php
/**
 * The countries where carriers of Sendcloud have service points. Sendcloud publishes no list: this is the only one, for PHP and the browser.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

final class Coverage {

	/** Country => its largest city, where there is a service point if there is one at all. */
	private const CITIES = [
		'AT' => [ 48.208, 16.373 ],
		'BE' => [ 50.847, 4.357 ],
		'BG' => [ 42.698, 23.322 ],
		'CH' => [ 47.377, 8.541 ],
		'CY' => [ 35.185, 33.382 ],
		'CZ' => [ 50.088, 14.421 ],
		'DE' => [ 52.520, 13.405 ],
		'DK' => [ 55.676, 12.568 ],
		'EE' => [ 59.437, 24.754 ],
		'ES' => [ 40.417, -3.704 ],
		'FI' => [ 60.170, 24.941 ],
		'FR' => [ 48.857, 2.352 ],
		'GB' => [ 51.507, -0.128 ],
		'GR' => [ 37.984, 23.728 ],
		'HR' => [ 45.815, 15.982 ],
		'HU' => [ 47.498, 19.040 ],
		'IE' => [ 53.350, -6.260 ],
		'IT' => [ 41.903, 12.496 ],
		'LT' => [ 54.687, 25.280 ],
		'LU' => [ 49.611, 6.131 ],
		'LV' => [ 56.949, 24.105 ],
		'MC' => [ 43.738, 7.424 ],
		'NL' => [ 52.368, 4.904 ],
		'NO' => [ 59.914, 10.752 ],
		'PL' => [ 52.230, 21.012 ],
		'PT' => [ 38.722, -9.139 ],
		'RO' => [ 44.427, 26.102 ],
		'SE' => [ 59.329, 18.069 ],
		'SI' => [ 46.057, 14.506 ],
		'SK' => [ 48.146, 17.107 ],
	];

	/** @return list<string> */
	public static function countries(): array {
		return array_keys( self::CITIES );
	}

	/**
	 * @param list<string> $countries
	 * @return list<string> Those of them with service points.
	 */
	public static function among( array $countries ): array {
		return array_values( array_intersect( $countries, self::countries() ) );
	}

	/** Null for a country we know nothing of. */
	public static function city( string $country ): ?Coordinates {
		$city = self::CITIES[ $country ] ?? null;
		return null === $city ? null : new Coordinates( ...$city );
	}
}
