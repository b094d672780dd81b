<?php
/**
 * A shipping zone, as far as service points go.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping\Zones;

use SendcloudServicePoints\Domain\Coverage;

final class Zone {

	/**
	 * @param int               $id        0 is the rest of the world.
	 * @param list<string>      $countries Those the shop ships to.
	 * @param list<RelayMethod> $relays
	 * @param list<string>      $excluded  Titles of the methods that the merchant has set to need no point.
	 * @param bool              $is_used   Offers any delivery at all.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $name,
		public readonly array $countries,
		public readonly array $relays,
		public readonly array $excluded,
		public readonly bool $is_used,
	) {}

	/** @return list<string> Its countries where there are service points. */
	public function covered(): array {
		return Coverage::among( $this->countries );
	}

	/** @return list<RelayMethod> What shoppers can choose. */
	public function enabled(): array {
		return array_values( array_filter( $this->relays, static fn ( RelayMethod $method ): bool => $method->is_enabled ) );
	}

	/** There is a method, and none of them is enabled. */
	public function is_switched_off(): bool {
		return [] !== $this->relays && [] === $this->enabled();
	}
}
