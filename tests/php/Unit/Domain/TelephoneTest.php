<?php
/**
 * Which points need a telephone number, and what counts as one.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Unit\Domain;

use PHPUnit\Framework\TestCase;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Domain\Telephone;

final class TelephoneTest extends TestCase {

	/**
	 * @testWith ["chronopost", "FR", "servicepoint", true]
	 *           ["mondial_relay", "FR", "locker", true]
	 *           ["mondial_relay", "FR", "servicepoint", false]
	 *           ["inpost_it", "IT", "locker", true]
	 *           ["inpost", "PL", "locker", true]
	 *           ["inpost_es", "ES", "locker", false]
	 *           ["ups", "NL", "servicepoint", true]
	 *           ["gls_es", "ES", "servicepoint", true]
	 *           ["gls", "NL", "servicepoint", false]
	 *           ["dhl", "DE", "locker", false]
	 *           ["postnl", "NL", "servicepoint", false]
	 */
	public function test_whose_points_need_one( string $carrier, string $country, string $shop_type, bool $expected ): void {
		$point = ServicePoint::from_array(
			[
				'id'        => 1,
				'carrier'   => [ 'code' => $carrier ],
				'address'   => [ 'country_code' => $country ],
				'shop_type' => $shop_type,
			]
		);
		self::assertNotNull( $point );
		self::assertSame( $expected, Telephone::is_needed_for( $point ) );
	}

	public function test_a_shop_of_other_carriers_never_asks(): void {
		self::assertTrue( Telephone::may_be_needed_by( [ 'postnl', 'inpost_it' ] ) );
		self::assertFalse( Telephone::may_be_needed_by( [ 'postnl', 'dhl' ] ) );
	}

	/**
	 * @testWith ["+33 6 12 34 56 78", true]
	 *           ["0612-345", true]
	 *           ["-", false]
	 *           ["", false]
	 *           ["12345", false]
	 */
	public function test_what_can_be_a_number( string $typed, bool $expected ): void {
		self::assertSame( $expected, Telephone::is_number( $typed ) );
	}
}
