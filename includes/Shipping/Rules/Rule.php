<?php
/**
 * Which service points a rate may deliver a package to.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping\Rules;

use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Shipping\CarrierSetting;

/**
 * What the method's settings, its limits and the products leave over.
 */
final class Rule {

	/**
	 * @param list<string> $carriers  Codes of the carriers to search; empty for all.
	 * @param list<string> $too_small Codes of carriers whose limit the parcel exceeds.
	 * @param bool         $lockers   Whether lockers are among them.
	 * @param list<string> $reasons   Sentences for the shopper: what was left out, and why.
	 * @param bool         $is_empty  Whether no point is left.
	 */
	public function __construct(
		public readonly array $carriers = [],
		public readonly array $too_small = [],
		public readonly bool $lockers = true,
		public readonly array $reasons = [],
		public readonly bool $is_empty = false,
	) {}

	/**
	 * What a search for points has to ask for.
	 *
	 * @return list<string> Empty for all.
	 */
	public function shop_types(): array {
		return $this->lockers ? [] : array_values( array_diff( ServicePoint::SHOP_TYPES, [ 'locker' ] ) );
	}

	public function reason(): string {
		return implode( ' ', $this->reasons );
	}

	public function is_too_small( string $carrier_code ): bool {
		return [] !== $this->too_small && CarrierSetting::allows( $this->too_small, $carrier_code );
	}
}
