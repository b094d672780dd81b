<?php
/**
 * What Sendcloud is asked, in the words of each version of its API.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Unit\Sendcloud;

use PHPUnit\Framework\TestCase;
use SendcloudServicePoints\Domain\Box;
use SendcloudServicePoints\Domain\Coordinates;
use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Sendcloud\ServicePoints\V2Source;
use SendcloudServicePoints\Sendcloud\ServicePoints\V3Source;

final class ParametersTest extends TestCase {

	public function test_v3_repeats_the_name_for_each_carrier(): void {
		$query = SearchQuery::near_address( 'NL', 'Eindhoven', [ 'postnl', 'dhl' ], [ 'locker' ], 2000, 20 );
		self::assertSame(
			[
				[ 'country_code', 'NL' ],
				[ 'limit', '20' ],
				[ 'carrier_code', 'dhl' ],
				[ 'carrier_code', 'postnl' ],
				[ 'general_shop_type', 'locker' ],
				[ 'radius', '2000' ],
				[ 'address', 'Eindhoven' ],
			],
			V3Source::parameters( $query )
		);
	}

	public function test_v3_without_carriers_asks_for_those_of_the_integration(): void {
		$parameters = V3Source::parameters( SearchQuery::near_position( 'NL', new Coordinates( 51.438, 5.479 ) ) );
		self::assertContains( [ 'use_integration_carriers', 'true' ], $parameters );
		self::assertContains( [ 'latitude', '51.438000' ], $parameters );
		self::assertNotContains( 'carrier_code', array_column( $parameters, 0 ) );
		self::assertNotContains( 'address', array_column( $parameters, 0 ) );
	}

	public function test_a_box_excludes_a_radius(): void {
		$query = SearchQuery::in_box( 'NL', new Box( new Coordinates( 51.4, 5.4 ), new Coordinates( 51.5, 5.5 ) ) );
		foreach ( [ V3Source::parameters( $query ), V2Source::parameters( $query ) ] as $parameters ) {
			self::assertContains( [ 'sw_longitude', '5.400000' ], $parameters );
			self::assertContains( [ 'ne_latitude', '51.500000' ], $parameters );
			self::assertNotContains( 'radius', array_column( $parameters, 0 ) );
		}
	}

	public function test_v2_takes_a_comma_list_and_always_a_radius(): void {
		$parameters = V2Source::parameters( SearchQuery::near_address( 'NL', 'Eindhoven', [ 'postnl', 'dhl' ] ) );
		self::assertContains( [ 'carrier', 'dhl,postnl' ], $parameters );
		self::assertContains( [ 'radius', '15000' ], $parameters, 'Its own default was 100 metres once.' );
	}
}
