<?php
/**
 * The JSON shape of a point and of a selection, and reading what is not one.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Unit\Domain;

use PHPUnit\Framework\TestCase;
use SendcloudServicePoints\Domain\PostNumber;
use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Tests\Unit\Fixtures;

final class ServicePointTest extends TestCase {

	use Fixtures;

	public function test_a_point_is_written_as_it_was_read(): void {
		$json = self::json( 'rest/service-point.json' );
		self::assertSame( $json, ServicePoint::from_array( $json )?->to_array() );
	}

	public function test_the_fixture_is_the_example_of_the_data_contract(): void {
		$contract = (string) file_get_contents( dirname( __DIR__, 4 ) . '/docs/data-contract.md' );
		preg_match( '/```json\n(.+?)```/s', $contract, $example );
		self::assertSame( json_decode( $example[1], true ), self::json( 'rest/service-point.json' ) );
	}

	/**
	 * @testWith ["FR", "12 bis", "12 bis Rue Voltaire"]
	 *           ["DE", "40", "Rue Voltaire 40"]
	 *           ["FR", "", "Rue Voltaire"]
	 */
	public function test_a_house_number_stands_where_its_country_writes_it( string $country, string $number, string $line ): void {
		$address = [
			'street'       => 'Rue Voltaire',
			'house_number' => $number,
			'country_code' => $country,
		];
		self::assertSame(
			$line,
			ServicePoint::from_array(
				[
					'id'      => 1,
					'address' => $address,
				]
			)?->street_line()
		);
	}

	/** @dataProvider no_points */
	public function test_what_is_no_point_is_null( mixed $data ): void {
		self::assertNull( ServicePoint::from_array( $data ) );
	}

	/** @return array<string, array{mixed}> */
	public function no_points(): array {
		return [
			'null'             => [ null ],
			'text'             => [ '{"id":1}' ],
			'empty'            => [ [] ],
			'zero'             => [ [ 'id' => 0 ] ],
			'negative'         => [ [ 'id' => -5 ] ],
			'a word for an id' => [ [ 'id' => 'abc' ] ],
			'a list for an id' => [ [ 'id' => [ 1 ] ] ],
			'infinite'         => [ [ 'id' => INF ] ],
		];
	}

	public function test_wrong_types_become_empty_and_never_an_error(): void {
		$point = ServicePoint::from_array(
			[
				'id'            => '12',
				'name'          => [ 'no name' ],
				'carrier'       => 'dhl',
				'address'       => [
					'house_number' => 7,
					'country_code' => 'nl',
				],
				'position'      => null,
				'opening_times' => 'always',
				'opening_week'  => 'this one',
				'next_open_at'  => '09:00',
				'is_expired'    => 'perhaps',
				'distance'      => '85.4',
			]
		);
		self::assertNotNull( $point );
		self::assertSame( [ 12, '', '', '7', 'NL', 0.0, 85 ], [ $point->id, $point->name, $point->carrier_code, $point->house_number, $point->country_code, $point->latitude, $point->distance ] );
		self::assertNull( $point->opening_hours );
		self::assertSame( [ null, null ], [ $point->opening_week, $point->next_open_at ] );
		self::assertFalse( $point->is_expired );
	}

	/**
	 * Orders of earlier versions, and API v2, say the opposite word.
	 *
	 * @testWith [{"id": 1, "is_active": false}, true]
	 *           [{"id": 1, "is_active": true}, false]
	 *           [{"id": 1, "is_expired": true, "is_active": true}, true]
	 *           [{"id": 1}, false]
	 * @param array<string, mixed> $data
	 */
	public function test_freshness_under_its_older_name_is_still_read( array $data, bool $is_expired ): void {
		self::assertSame( $is_expired, ServicePoint::from_array( $data )?->is_expired );
	}

	/** @dataProvider post_numbers */
	public function test_who_needs_a_post_number( string $carrier, string $country, string $shop_type, string $carrier_shop_type, PostNumber $expected ): void {
		$point = ServicePoint::from_array(
			[
				'id'                => 1,
				'carrier'           => [ 'code' => $carrier ],
				'address'           => [ 'country_code' => $country ],
				'shop_type'         => $shop_type,
				'carrier_shop_type' => $carrier_shop_type,
			]
		);
		self::assertSame( $expected, $point?->post_number() );
	}

	/** @return array<string, array{string, string, string, string, PostNumber}> */
	public function post_numbers(): array {
		return [
			'Packstation'                  => [ 'dhl', 'DE', 'locker', 'packStation', PostNumber::Required ],
			'Packstation by its own word'  => [ 'dhl_de', 'DE', '', 'packStation', PostNumber::Required ],
			'locker of an unknown word'    => [ 'DHL', 'DE', 'locker', '', PostNumber::Required ],
			'Postfiliale'                  => [ 'dhl', 'DE', 'post_office', 'postfiliale', PostNumber::Optional ],
			'Paketshop'                    => [ 'dhl', 'DE', 'servicepoint', 'paketshop', PostNumber::Optional ],
			'DHL locker elsewhere'         => [ 'dhl', 'NL', 'locker', 'packStation', PostNumber::None ],
			'locker in Luxembourg'         => [ 'post_lu', 'LU', 'locker', 'packup', PostNumber::None ],
			'locker of another in Germany' => [ 'gls', 'DE', 'locker', '', PostNumber::None ],
		];
	}

	/** @dataProvider typed_post_numbers */
	public function test_a_typed_post_number( string $typed, string $normalised, bool $is_valid ): void {
		self::assertSame( $normalised, PostNumber::normalise( $typed ) );
		self::assertSame( $is_valid, PostNumber::is_valid( $normalised ) );
	}

	/** @return array<string, array{string, string, bool}> Those of the fixture, which the browser has to read in the same way. */
	public function typed_post_numbers(): array {
		$cases = [ 'no UTF-8' => [ "\xff1234567", '', false ] ];
		foreach ( self::json( 'post-numbers.json' ) as $case ) {
			$cases[ $case['what'] ] = [ $case['typed'], $case['normalised'], $case['is_valid'] ];
		}
		return $cases;
	}

	public function test_a_selection_is_written_as_it_was_read(): void {
		$json = [
			'service_point' => self::json( 'rest/service-point.json' ),
			'post_number'   => '12345678',
		];
		self::assertSame( $json, Selection::from_array( $json )?->to_array() );
		self::assertNull( Selection::from_array( [ 'post_number' => '12345678' ] ) );
		self::assertNull( Selection::from_array( 'gone' ) );
	}
}
