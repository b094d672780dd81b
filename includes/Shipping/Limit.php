<?php
/**
 * How heavy and how large a parcel may be, for a carrier's points, for lockers, or for all.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping;

final class Limit {

	public const ALL     = 'all';
	public const LOCKERS = 'lockers';

	/**
	 * @param string                            $scope  A carrier's code, `lockers` or `all`.
	 * @param float|null                        $weight Kilograms; null for no limit.
	 * @param array{float, float, float}|null   $size   Centimetres, longest side first; null for no limit.
	 */
	public function __construct(
		public readonly string $scope,
		public readonly ?float $weight,
		public readonly ?array $size,
	) {}
}
