<?php
/**
 * Provinces of postcodes.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Unit\Domain;

use PHPUnit\Framework\TestCase;
use SendcloudServicePoints\Domain\Provinces;

final class ProvincesTest extends TestCase {

	/**
	 * @testWith ["ES", "28013", ["M"]]
	 *           ["ES", "35001", ["GC"]]
	 *           ["ES", "38001", ["TF"]]
	 *           ["ES", "07012", ["PM"]]
	 *           ["ES", "51001", ["CE"]]
	 *           ["ES", "52001", ["ML"]]
	 *           ["ES", "53000", []]
	 *           ["ES", "00100", []]
	 *           ["IT", "00187", ["RM"]]
	 *           ["IT", "90133", ["PA"]]
	 *           ["IT", "98121", ["ME"]]
	 *           ["IT", "07100", ["SS"]]
	 *           ["IT", "09123", ["CA", "OR", "SU"]]
	 *           ["IT", "50123", ["FI", "PO"]]
	 *           ["IT", "70121", ["BA", "BT"]]
	 *           ["IT", "49000", []]
	 *           ["IT", "99999", []]
	 *           ["IT", "", []]
	 *           ["ES", "2801", []]
	 *           ["FR", "20000", []]
	 *           ["DE", "10178", []]
	 *
	 * @param list<string> $provinces
	 */
	public function test_what_a_postcode_says( string $country, string $postcode, array $provinces ): void {
		self::assertSame( $provinces, Provinces::of( $country, $postcode ) );
	}
}
