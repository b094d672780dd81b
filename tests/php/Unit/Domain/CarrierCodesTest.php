<?php
/**
 * Which codes mean the same carrier.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Unit\Domain;

use PHPUnit\Framework\TestCase;
use SendcloudServicePoints\Domain\CarrierCodes;

final class CarrierCodesTest extends TestCase {

	/**
	 * @testWith ["dhl", "dhl", true]
	 *           ["dhl", "dhl_de", true]
	 *           ["dhl_de", "dhl", true]
	 *           ["dhl_de", "dhl_nl", false]
	 *           ["dhl", "dpd", false]
	 *           ["dhl", "dhl_express", false]
	 */
	public function test_a_code_without_a_country_means_every_country( string $one, string $other, bool $matches ): void {
		self::assertSame( $matches, CarrierCodes::matches( $one, $other ) );
		self::assertSame( $matches, CarrierCodes::contains( [ 'ups', $one ], $other ) );
	}

	public function test_an_empty_list_contains_none(): void {
		self::assertFalse( CarrierCodes::contains( [], 'dhl' ) );
	}
}
