<?php
/**
 * The countries where there are service points, and where a first search in them begins.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Unit\Domain;

use PHPUnit\Framework\TestCase;
use SendcloudServicePoints\Domain\Coordinates;
use SendcloudServicePoints\Domain\Coverage;

final class CoverageTest extends TestCase {

	public function test_every_country_has_a_city_in_europe(): void {
		self::assertNotSame( [], Coverage::countries() );
		foreach ( Coverage::countries() as $country ) {
			$city = Coverage::city( $country );
			self::assertInstanceOf( Coordinates::class, $city, $country );
			self::assertTrue( $city->latitude > 34 && $city->latitude < 61, "{$country}: latitude {$city->latitude}" );
			self::assertTrue( $city->longitude > -10 && $city->longitude < 34, "{$country}: longitude {$city->longitude}" );
		}
	}

	public function test_other_countries_are_left_out(): void {
		self::assertSame( [ 'IE', 'CH' ], Coverage::among( [ 'US', 'IE', 'XX', 'CH' ] ) );
		self::assertNull( Coverage::city( 'US' ) );
	}
}
