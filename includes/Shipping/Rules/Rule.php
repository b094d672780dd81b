<?php
/**
 * Which service points a package may go to by a rate: what the method's settings, its limits and the products leave over. Worked out
 * once per package and request, and carried whole to the browser, the search and the validator.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping\Rules;

use SendcloudServicePoints\Shipping\CarrierSetting;

/** @phpstan-type RuleShape array{carriers: list<string>, without_carriers: list<string>, without_shop_types: list<string>, hint: string, zones?: list<int>} */
final class Rule {

	public const LOCKER = 'locker';

	/**
	 * @param list<string> $carriers           Codes of the carriers to search; empty for all.
	 * @param list<string> $without_carriers   Codes of carriers whose limit the parcel exceeds.
	 * @param list<string> $without_shop_types Kinds of points that the parcel may not go to.
	 * @param string       $hint               For the shopper: what was left out, and why.
	 * @param bool         $is_impossible      Whether no point is left.
	 * @param list<int>    $zones              Shipping zones that the points must lie in, since the rate is priced there; empty for all.
	 */
	public function __construct(
		public readonly array $carriers = [],
		public readonly array $without_carriers = [],
		public readonly array $without_shop_types = [],
		public readonly string $hint = '',
		public readonly bool $is_impossible = false,
		public readonly array $zones = [],
	) {}

	/** @param string $hint Why no point may take the package. */
	public static function impossible( string $hint ): self {
		return new self( hint: $hint, is_impossible: true );
	}

	/** @param list<string> $answers_for Codes of carriers to which Sendcloud counts the point too, whatever its own carrier is called. */
	public function allows_carrier( string $code, array $answers_for = [] ): bool {
		return CarrierSetting::allows( $this->carriers, $code )
			|| ( [] !== $answers_for && [] === array_diff( $answers_for, $this->carriers ) );
	}

	public function is_too_much_for( string $carrier_code ): bool {
		return [] !== $this->without_carriers && CarrierSetting::allows( $this->without_carriers, $carrier_code );
	}

	public function allows_shop_type( string $shop_type ): bool {
		return ! in_array( $shop_type, $this->without_shop_types, true );
	}

	/** @return RuleShape As docs/data-contract.md has it. */
	public function to_array(): array {
		return [
			'carriers'           => $this->carriers,
			'without_carriers'   => $this->without_carriers,
			'without_shop_types' => $this->without_shop_types,
			'hint'               => $this->hint,
		] + ( [] === $this->zones ? [] : [ 'zones' => $this->zones ] );
	}
}
