<?php
/**
 * Whether one of Sendcloud's own plugins connects this shop.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Support;

final class OfficialPlugin {

	/** Main files; the folder is the merchant's. */
	private const FILES = [ 'sendcloud-connected-shipping.php', 'sendcloud-shipping.php', 'sendcloudshipping.php' ];

	public function is_active(): bool {
		$active = get_option( 'active_plugins' );
		$active = is_array( $active ) ? array_filter( $active, 'is_string' ) : [];
		if ( is_multisite() ) {
			$active = [ ...$active, ...array_keys( (array) get_site_option( 'active_sitewide_plugins', [] ) ) ];
		}
		return [] !== array_intersect( self::FILES, array_map( 'basename', array_map( 'strval', $active ) ) );
	}
}
