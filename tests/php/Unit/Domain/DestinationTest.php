<?php
/**
 * Where a parcel goes, of whatever WooCommerce and other plugins put into an address.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Unit\Domain;

use PHPUnit\Framework\TestCase;
use SendcloudServicePoints\Domain\Destination;

final class DestinationTest extends TestCase {

	/** @return array<string, array{mixed, string, string}> */
	public function addresses(): array {
		$whole = [
			'country'   => 'FR',
			'state'     => '',
			'address_1' => ' 10 rue de la Paix ',
			'address_2' => 'Code 1234',
			'postcode'  => '75002',
			'city'      => 'Paris',
		];
		return [
			'whole'              => [ $whole, 'FR', '10 rue de la Paix, 75002 Paris' ],
			'without a street'   => [ [ 'address_1' => '' ] + $whole, 'FR', '75002 Paris' ],
			'without a postcode' => [ [ 'postcode' => null ] + $whole, 'FR', '10 rue de la Paix, Paris' ],
			'a country only'     => [ [ 'country' => 'BE' ], 'BE', '' ],
			'lists for words'    => [ array_map( static fn ( string $word ): array => [ $word ], $whole ), '', '' ],
			'no address at all'  => [ null, '', '' ],
		];
	}

	/** @dataProvider addresses */
	public function test_a_point_is_searched_near( mixed $address, string $country, string $place ): void {
		$destination = Destination::from_address( $address );
		self::assertSame( [ $country, $place ], [ $destination->country, $destination->address ] );
	}

	/**
	 * @testWith ["75010", "Paris", "75010"]
	 *           [" 5611 em", "Eindhoven", "5611em"]
	 *           ["", "Saint-Étienne", "saintÉtienne"]
	 *           ["", "", ""]
	 */
	public function test_the_same_town_is_the_same_place( string $postcode, string $city, string $place ): void {
		$address = [
			'country'  => 'FR',
			'postcode' => $postcode,
			'city'     => $city,
		];
		self::assertSame( $place, Destination::from_address( $address )->place );
	}
}
