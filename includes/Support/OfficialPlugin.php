<?php
/**
 * Which of Sendcloud's own plugins run on this shop.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Support;

final class OfficialPlugin {

	private const CONNECTED        = '#(^|/)sendcloud-connected-shipping\.php$#';
	private const FIRST_GENERATION = '#(^|/)sendcloud-?shipping\.php$#';

	/** Offers delivery methods, a map and order meta of its own, and connects nothing. */
	private const DYNAMIC_CHECKOUT = '#^sendcloud-dynamic-checkout/#';

	/** Whether one connects the shop. */
	public function is_active(): bool {
		return [] !== ActivePlugins::matching( self::CONNECTED ) || $this->is_first_generation_active();
	}

	public function is_first_generation_active(): bool {
		return [] !== ActivePlugins::matching( self::FIRST_GENERATION );
	}

	public function is_dynamic_checkout_active(): bool {
		return [] !== ActivePlugins::matching( self::DYNAMIC_CHECKOUT );
	}

	/** @return list<string> Main files of all that run, relative to the folder of plugins. */
	public function files(): array {
		return [
			...ActivePlugins::matching( self::CONNECTED ),
			...ActivePlugins::matching( self::FIRST_GENERATION ),
			...ActivePlugins::matching( self::DYNAMIC_CHECKOUT ),
		];
	}
}
