<?php
/**
 * Whether one of Sendcloud's own plugins runs on this shop.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Support;

final class OfficialPlugin {

	/** Main files; the folder is the merchant's. */
	private const FILES = [ 'sendcloud-connected-shipping.php', 'sendcloud-shipping.php', 'sendcloudshipping.php' ];

	private const DYNAMIC_CHECKOUT = 'sendcloud-dynamic-checkout/plugin.php';

	/** Whether one connects the shop. */
	public function is_active(): bool {
		return [] !== array_intersect( self::FILES, array_map( 'basename', self::active_plugins() ) );
	}

	/** Whether Sendcloud's other plugin runs the checkout: with delivery methods, a map and order meta of its own. */
	public function is_dynamic_checkout_active(): bool {
		return in_array( self::DYNAMIC_CHECKOUT, self::active_plugins(), true );
	}

	/** @return list<string> */
	private static function active_plugins(): array {
		$active = get_option( 'active_plugins' );
		$active = is_array( $active ) ? array_filter( $active, 'is_string' ) : [];
		if ( is_multisite() ) {
			$active = [ ...$active, ...array_map( 'strval', array_keys( (array) get_site_option( 'active_sitewide_plugins', [] ) ) ) ];
		}
		return array_values( $active );
	}
}
