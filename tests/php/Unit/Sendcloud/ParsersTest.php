<?php
/**
 * Sendcloud's answers, as its specifications show them, become service points.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Unit\Sendcloud;

use PHPUnit\Framework\TestCase;
use SendcloudServicePoints\Domain\OpeningHours;
use SendcloudServicePoints\Domain\PostNumber;
use SendcloudServicePoints\Domain\SearchResult;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Sendcloud\Problem;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Sendcloud\ServicePoints\V2Parser;
use SendcloudServicePoints\Sendcloud\ServicePoints\V3Parser;
use SendcloudServicePoints\Tests\Unit\Fixtures;

final class ParsersTest extends TestCase {

	use Fixtures;

	private const NINE_TO_FIVE = [
		[
			'start_time' => '09:00',
			'end_time'   => '17:00',
		],
	];

	public function test_v3_list(): void {
		$result = V3Parser::search_result( self::json( 'sendcloud/v3/list.json' ) );
		self::assertSame( [ 1000001, 1000002 ], self::ids( $result ) );
		self::assertSame( 'house_number', $result->geocoding?->precision );

		[ $shop, $locker ] = $result->service_points;
		self::assertSame( self::NINE_TO_FIVE, $shop->opening_hours?->on( 1 ) );
		self::assertCount( 2, $shop->opening_hours->on( 6 ) );
		self::assertSame( [], $shop->opening_hours->on( 7 ) );
		self::assertSame( [ 'PBA', 'locker', 919 ], [ $locker->carrier_shop_type, $locker->shop_type, $locker->distance ] );
		self::assertSame(
			[
				[
					'start_time' => '00:00',
					'end_time'   => '23:59',
				],
			],
			$locker->opening_hours?->on( 7 )
		);
	}

	/** @dataProvider geocodings */
	public function test_v3_says_how_well_it_understood_the_address( string $file, string $status, ?string $precision, int $points ): void {
		$result = V3Parser::search_result( self::json( "sendcloud/v3/{$file}.json" ) );
		self::assertSame( [ $status, $precision, $points ], [ $result->geocoding?->status, $result->geocoding?->precision, count( $result->service_points ) ] );
	}

	/** @return array<string, array{string, string, ?string, int}> */
	public function geocodings(): array {
		return [
			'no points nearby'  => [ 'no-points-nearby', 'matched', 'street', 0 ],
			'partially matched' => [ 'partially-matched', 'partially_matched', 'postal_code', 1 ],
			'not found'         => [ 'address-not-found', 'not_found', null, 0 ],
		];
	}

	public function test_v3_point_that_was_not_confirmed_lately(): void {
		$point = V3Parser::answered_point( self::json( 'sendcloud/v3/expired-point.json' ) );
		self::assertTrue( $point->is_expired );
		self::assertNull( $point->distance );
		self::assertSame( '2026-03-11T09:00:00+01:00', $point->next_open_at );
		self::assertSame( OpeningHours::week( time() ), $point->opening_week );
	}

	public function test_v2_does_not_say_when_a_point_opens_next(): void {
		$point = V2Parser::answered_point( self::json( 'sendcloud/v2/point.json' ) );
		self::assertNull( $point->next_open_at );
		self::assertSame( OpeningHours::week( time() ), $point->opening_week );
	}

	/** @dataProvider weeks_without_hours */
	public function test_a_week_without_any_hours_is_unknown( mixed $v3, mixed $v2 ): void {
		$point = [
			'id'       => 1,
			'name'     => 'Shop',
			'position' => [
				'latitude'  => 52.1,
				'longitude' => 5.1,
			],
		];
		foreach ( [ V3Parser::answered_point( [ 'data' => $point + [ 'opening_times' => $v3 ] ] ), V2Parser::answered_point( $point['position'] + $point + [ 'formatted_opening_times' => $v2 ] ) ] as $read ) {
			self::assertNull( $read->opening_hours );
			self::assertNull( $read->opening_week );
		}
	}

	/** @return array<string, array{mixed, mixed}> */
	public function weeks_without_hours(): array {
		return [
			'nothing'    => [ null, [] ],
			'all null'   => [ array_fill_keys( OpeningHours::WEEKDAYS, null ), array_fill( 0, 7, [] ) ],
			'unreadable' => [ [ 'monday' => 'closed for works' ], [ [ 'closed for works' ] ] ],
		];
	}

	public function test_v3_odd_points(): void {
		$result = V3Parser::search_result( self::json( 'sendcloud/v3/odd-points.json' ) );
		self::assertSame( [ 1000003, 1000004, 1000005 ], self::ids( $result ), 'A point without id, name or place cannot be offered.' );
		self::assertNull( $result->geocoding );

		[ $nulls, $hours, $unknown ] = $result->service_points;
		self::assertSame( 'L\'Épicerie "Chez Zoé" & fils', $nulls->name );
		self::assertSame( [ 'DHL', '', '', '', 'DE' ], [ $nulls->carrier_name, $nulls->shop_type, $nulls->carrier_shop_type, $nulls->house_number, $nulls->country_code ] );
		self::assertNull( $nulls->opening_hours );
		self::assertNull( $unknown->opening_hours, 'Hours that name no day are unknown, not closed.' );
		self::assertSame( 'drone_port', $hours->shop_type, 'The list of shop types may grow.' );
		self::assertSame(
			[
				[
					'start_time' => '08:30',
					'end_time'   => '12:00',
				],
				[
					'start_time' => '18:00',
					'end_time'   => '23:59',
				],
			],
			$hours->opening_hours?->on( 5 )
		);
	}

	/** @dataProvider impossible_places */
	public function test_a_point_that_is_nowhere_on_earth_is_left_out( mixed $latitude, mixed $longitude ): void {
		$point = [
			'id'       => 1,
			'name'     => 'Shop',
			'position' => [
				'latitude'  => $latitude,
				'longitude' => $longitude,
			],
		];
		self::assertSame( [], V3Parser::search_result( [ 'data' => [ 'results' => [ $point ] ] ] )->service_points );
		self::assertSame( [], V2Parser::search_result( [ $point['position'] + $point ] )->service_points );
	}

	/** @return array<string, array{mixed, mixed}> */
	public function impossible_places(): array {
		return [
			'beyond the pole'       => [ 91.0, 5.0 ],
			'beyond the date line'  => [ '52.1', '181' ],
			'where nobody measured' => [ 0, 0 ],
			'half a place'          => [ 52.1, null ],
		];
	}

	public function test_v3_availability(): void {
		self::assertTrue( V3Parser::availability( self::json( 'sendcloud/v3/available.json' ) ) );
		self::assertFalse( V3Parser::availability( self::json( 'sendcloud/v3/unavailable.json' ) ) );
	}

	public function test_v2_list(): void {
		$result = V2Parser::search_result( self::json( 'sendcloud/v2/list.json' ) );
		self::assertSame( [ 10875349, 26, 20948712 ], self::ids( $result ) );
		self::assertNull( $result->geocoding );

		[ $shop, $split, $packstation ] = $result->service_points;
		self::assertSame( [ '217165', 'postnl', 'PostNL', 51.441444, 381 ], [ $shop->carrier_service_point_id, $shop->carrier_code, $shop->carrier_name, $shop->latitude, $shop->distance ] );
		self::assertSame( '18:00', $shop->opening_hours?->on( 6 )[0]['end_time'], 'Day 5 is Saturday.' );
		self::assertSame( [], $shop->opening_hours->on( 7 ) );
		self::assertSame( '', $split->shop_type, '"undefined" says nothing.' );
		self::assertTrue( $split->is_expired );
		self::assertSame( [ 0, 2 ], [ count( $split->opening_hours?->on( 1 ) ?? [] ), count( $split->opening_hours?->on( 2 ) ?? [] ) ] );
		self::assertSame( PostNumber::Required, $packstation->post_number() );
	}

	public function test_v2_odd_points(): void {
		$result = V2Parser::search_result( self::json( 'sendcloud/v2/odd-points.json' ) );
		self::assertSame( [ 1 ], self::ids( $result ) );
		self::assertNull( $result->service_points[0]->opening_hours );
	}

	public function test_v2_point_and_availability(): void {
		self::assertSame( 'Packstation 142', V2Parser::answered_point( self::json( 'sendcloud/v2/point.json' ) )->name );
		self::assertTrue( V2Parser::availability( true ) );
		self::assertFalse( V2Parser::availability( false ) );
	}

	/**
	 * @dataProvider other_answers
	 * @param callable( mixed ): mixed $read
	 */
	public function test_json_of_another_kind_is_no_answer( callable $read, mixed $json ): void {
		try {
			$read( $json );
			self::fail( 'It was taken for an answer.' );
		} catch ( SendcloudException $exception ) {
			self::assertSame( Problem::MalformedResponse, $exception->problem );
		}
	}

	/** @return array<string, array{callable( mixed ): mixed, mixed}> */
	public function other_answers(): array {
		return [
			'v3 list: a v2 list'       => [ V3Parser::search_result( ... ), [] ],
			'v3 list: a word'          => [ V3Parser::search_result( ... ), 'ok' ],
			'v3 point: a list'         => [ V3Parser::answered_point( ... ), [ 'data' => [ 'results' => [] ] ] ],
			'v3 availability: a word'  => [ V3Parser::availability( ... ), [ 'data' => [ 'is_available' => 'yes' ] ] ],
			'v2 list: an object'       => [ V2Parser::search_result( ... ), [ 'error' => [] ] ],
			'v2 point: an empty list'  => [ V2Parser::answered_point( ... ), [] ],
			'v2 availability: a number' => [ V2Parser::availability( ... ), 1 ],
		];
	}

	/** @return list<int> */
	private static function ids( SearchResult $result ): array {
		return array_map( static fn ( ServicePoint $point ): int => $point->id, $result->service_points );
	}
}
