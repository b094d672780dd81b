<?php
/**
 * Which searches are valid, and which deserve the same answer.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Unit\Domain;

use PHPUnit\Framework\TestCase;
use SendcloudServicePoints\Domain\Box;
use SendcloudServicePoints\Domain\Coordinates;
use SendcloudServicePoints\Domain\InvalidSearch;
use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Domain\SearchResult;
use SendcloudServicePoints\Domain\ServicePoint;

final class SearchQueryTest extends TestCase {

	public function test_the_same_search_typed_differently_has_the_same_key(): void {
		self::assertSame(
			SearchQuery::near_address( 'NL', '5611 EM Eindhoven', [ 'dhl', 'postnl' ] )->key(),
			SearchQuery::near_address( 'nl', "  5611  em\tEindhoven ", [ 'PostNL', 'dhl', 'dhl' ] )->key()
		);
	}

	public function test_neighbours_share_an_answer_and_sendcloud_does_not_learn_the_door(): void {
		$one = SearchQuery::near_position( 'NL', new Coordinates( 51.43802, 5.47854 ) );
		$two = SearchQuery::near_position( 'NL', new Coordinates( 51.43821, 5.47863 ) );
		self::assertSame( $one->key(), $two->key() );
		self::assertSame( 51.438, $one->position?->latitude );
	}

	public function test_a_small_box_stays_as_it_is_drawn(): void {
		$box = new Box( new Coordinates( 51.4380, 5.4780 ), new Coordinates( 51.4384, 5.4784 ) );
		self::assertSame( $box, SearchQuery::in_box( 'NL', $box )->box );
	}

	/** @dataProvider different_searches */
	public function test_different_searches_have_different_keys( SearchQuery $other ): void {
		self::assertNotSame( SearchQuery::near_address( 'NL', 'Eindhoven' )->key(), $other->key() );
	}

	/** @return array<string, array{SearchQuery}> */
	public function different_searches(): array {
		return [
			'country'   => [ SearchQuery::near_address( 'BE', 'Eindhoven' ) ],
			'carrier'   => [ SearchQuery::near_address( 'NL', 'Eindhoven', [ 'dhl' ] ) ],
			'shop type' => [ SearchQuery::near_address( 'NL', 'Eindhoven', [], [ 'locker' ] ) ],
			'radius'    => [ SearchQuery::near_address( 'NL', 'Eindhoven', [], [], 500 ) ],
			'limit'     => [ SearchQuery::near_address( 'NL', 'Eindhoven', [], [], null, 10 ) ],
			'address'   => [ SearchQuery::near_address( 'NL', 'Helmond' ) ],
			'position'  => [ SearchQuery::near_position( 'NL', new Coordinates( 51.4, 5.4 ) ) ],
		];
	}

	/**
	 * @dataProvider invalid_searches
	 * @param callable(): mixed $search
	 */
	public function test_a_search_that_sendcloud_would_refuse_is_not_made( string $parameter, callable $search ): void {
		try {
			$search();
			self::fail( 'It was made.' );
		} catch ( InvalidSearch $exception ) {
			self::assertSame( $parameter, $exception->parameter );
		}
	}

	/** @return array<string, array{string, callable(): mixed}> */
	public function invalid_searches(): array {
		$address = static fn ( string $country, string $address, mixed ...$rest ): callable => static fn (): SearchQuery => SearchQuery::near_address( $country, $address, ...$rest );
		$box     = static fn ( float ...$edges ): callable => static fn (): Box => new Box( new Coordinates( $edges[0], $edges[1] ), new Coordinates( $edges[2], $edges[3] ) );
		return [
			'country name'         => [ 'country', $address( 'Nederland', 'Eindhoven' ) ],
			'no address'           => [ 'address', $address( 'NL', " \n" ) ],
			'long address'         => [ 'address', $address( 'NL', str_repeat( 'é', 201 ) ) ],
			'address not in UTF-8' => [ 'address', $address( 'NL', "\xff" ) ],
			'carrier'              => [ 'carriers', $address( 'NL', 'Eindhoven', [ 'dhl&limit=1' ] ) ],
			'shop type'            => [ 'shop_types', $address( 'NL', 'Eindhoven', [], [ 'pub & grill' ] ) ],
			'long shop type'       => [ 'shop_types', $address( 'NL', 'Eindhoven', [], [ str_repeat( 'a', 41 ) ] ) ],
			'left out carrier'     => [ 'without_carriers', static fn (): SearchQuery => SearchQuery::near_address( 'NL', 'Eindhoven' )->without( carriers: [ 'dhl,dpd' ] ) ],
			'left out shop type'   => [ 'without_shop_types', static fn (): SearchQuery => SearchQuery::near_address( 'NL', 'Eindhoven' )->without( shop_types: [ '' ] ) ],
			'small radius'         => [ 'radius', $address( 'NL', 'Eindhoven', [], [], 99 ) ],
			'large radius'         => [ 'radius', $address( 'NL', 'Eindhoven', [], [], 50001 ) ],
			'no results'           => [ 'limit', $address( 'NL', 'Eindhoven', [], [], null, 0 ) ],
			'many results'         => [ 'limit', $address( 'NL', 'Eindhoven', [], [], null, 201 ) ],
			'latitude'             => [ 'latitude', static fn (): Coordinates => new Coordinates( 90.1, 0 ) ],
			'longitude'            => [ 'longitude', static fn (): Coordinates => new Coordinates( 0, -180.1 ) ],
			'no number'            => [ 'latitude', static fn (): Coordinates => new Coordinates( NAN, 0 ) ],
			'upside down'          => [ 'north', $box( 51.5, 5.4, 51.4, 5.5 ) ],
			'mirrored'             => [ 'east', $box( 51.4, 5.5, 51.5, 5.4 ) ],
			'large box'            => [ 'north', $box( 51.0, 5.0, 51.5, 5.5 ) ],
		];
	}

	public function test_a_box_of_just_under_50_kilometres_is_searched(): void {
		$box = new Box( new Coordinates( 51.0, 5.0 ), new Coordinates( 51.35, 5.44 ) );
		self::assertEqualsWithDelta( 49_600, $box->diagonal(), 200 );
	}

	public function test_what_is_left_out_is_not_asked_but_taken_out_of_an_answer_that_is_long_enough(): void {
		$query = SearchQuery::near_address( 'NL', 'Eindhoven', [ 'dhl', 'dpd' ], [ 'locker', 'servicepoint' ], 5000, 2 );
		self::assertSame( $query, $query->question() );

		$narrow = $query->without( carriers: [ 'dhl' ] )->without( shop_types: [ 'locker' ] );
		self::assertSame( [ [ 'dhl' ], [ 'locker' ] ], [ $narrow->without_carriers, $narrow->without_shop_types ] );
		self::assertSame( [ $query->carriers, $query->shop_types, 5000, 2 ], [ $narrow->carriers, $narrow->shop_types, $narrow->radius, $narrow->limit ] );

		$question = $narrow->question();
		self::assertTrue( $question->is_question() );
		self::assertSame( [ [ 'dhl', 'dpd' ], [ 'locker', 'servicepoint' ], 200, 5000 ], [ $question->carriers, $question->shop_types, $question->limit, $question->radius ] );
		self::assertSame( $question->key(), $query->without( carriers: [ 'ups' ] )->key(), 'One answer serves both.' );
	}

	public function test_points_are_dropped_by_carrier_and_kind_and_the_rest_is_cut_to_the_limit(): void {
		$found = SearchResult::from_array(
			[
				'service_points' => [
					self::point( 1, carrier: 'dhl_nl' ),
					self::point( 2, shop_type: 'locker' ),
					self::point( 3, shop_type: '' ),
					self::point( 4, shop_type: 'drone_port' ),
					self::point( 5 ),
				],
			]
		);
		$query = SearchQuery::near_address( 'NL', 'Eindhoven' )->without( [ 'dhl' ], [ 'locker' ] );
		self::assertSame( [ 3, 4, 5 ], self::ids( $found->narrowed_to( $query ) ), 'Points of no kind and of a new kind stay.' );

		$two = SearchQuery::near_address( 'NL', 'Eindhoven', limit: 2 )->without( [ 'dhl' ] );
		self::assertSame( [ 2, 3 ], self::ids( $found->narrowed_to( $two ) ) );
	}

	public function test_a_kind_that_sendcloud_has_no_name_for_yet_is_looked_for_among_all(): void {
		$query = SearchQuery::near_address( 'NL', 'Eindhoven', [], [ 'drone_port', 'locker' ] );
		self::assertSame( [ [], 200 ], [ $query->question()->shop_types, $query->question()->limit ] );
		$found = SearchResult::from_array( [ 'service_points' => [ self::point( 1 ), self::point( 2, shop_type: 'drone_port' ), self::point( 3, shop_type: 'locker' ) ] ] );
		self::assertSame( [ 2, 3 ], self::ids( $found->narrowed_to( $query ) ) );
	}

	public function test_nearest_first(): void {
		$result = SearchResult::from_array(
			[
				'service_points' => [
					self::point( 1, 51.0, null ),
					self::point( 2, 51.2, 900 ),
					self::point( 3, 51.1, 80 ),
					'no point',
				],
			]
		);
		self::assertSame( [ 3, 2, 1 ], self::ids( $result->nearest_first() ) );
		self::assertSame( [ 1, 3, 2 ], self::ids( $result->nearest_first( new Coordinates( 51.0, 5.0 ) ) ) );
		self::assertSame( [ 1, 2 ], self::ids( $result->first( 2 ) ) );
	}

	/** @return array<string, mixed> */
	private static function point( int $id, float $latitude = 51.0, ?int $distance = null, string $carrier = 'postnl', string $shop_type = 'servicepoint' ): array {
		return [
			'id'        => $id,
			'carrier'   => [ 'code' => $carrier ],
			'shop_type' => $shop_type,
			'position'  => [
				'latitude'  => $latitude,
				'longitude' => 5.0,
			],
			'distance'  => $distance,
		];
	}

	/** @return list<int> */
	private static function ids( SearchResult $result ): array {
		return array_map( static fn ( ServicePoint $point ): int => $point->id, $result->service_points );
	}
}
