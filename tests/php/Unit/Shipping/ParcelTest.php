<?php
/**
 * Whether a parcel is more than a limit allows: arithmetic, without a shop.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Unit\Shipping;

use PHPUnit\Framework\TestCase;
use SendcloudServicePoints\Shipping\Limit;
use SendcloudServicePoints\Shipping\Rules\Parcel;

final class ParcelTest extends TestCase {

	/** @return array<string, array{?float, ?array{float, float, float}, bool}> */
	public function limits(): array {
		return [
			'no limit'                       => [ null, null, false ],
			'lighter than allowed'           => [ 7.0, null, false ],
			'as heavy as allowed'            => [ 6.0, null, false ],
			'a rounding heavier'             => [ 5.9995, null, false ],
			'heavier'                        => [ 5.9, null, true ],
			'each item fits, and all do'     => [ null, [ 40.0, 30.0, 20.0 ], false ],
			'one item is too long'           => [ null, [ 29.0, 29.0, 29.0 ], true ],
			'each item fits, not all of it'  => [ null, [ 30.0, 20.0, 15.0 ], true ],
			'light enough, but too large'    => [ 7.0, [ 29.0, 29.0, 29.0 ], true ],
			'small enough, but too heavy'    => [ 5.0, [ 40.0, 30.0, 20.0 ], true ],
		];
	}

	/**
	 * Two boxes of 3 kg, 30 × 20 × 10 cm.
	 *
	 * @dataProvider limits
	 * @param array{float, float, float}|null $size
	 */
	public function test_two_boxes( ?float $weight, ?array $size, bool $is_too_much ): void {
		$parcel = new Parcel( 6.0, [ [ 30.0, 20.0, 10.0 ] ], 12_000.0, [], [] );

		self::assertSame( $is_too_much, $parcel->exceeds( new Limit( 'dhl', $weight, $size ) ) );
	}

	public function test_items_of_unknown_size_fit_anywhere(): void {
		self::assertFalse( ( new Parcel( 0.0, [], 0.0, [], [] ) )->exceeds( new Limit( 'dhl', 1.0, [ 1.0, 1.0, 1.0 ] ) ) );
	}
}
