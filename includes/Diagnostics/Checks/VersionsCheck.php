<?php
/**
 * Are PHP, WordPress and WooCommerce new enough?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;

final class VersionsCheck extends Check {

	public const ID    = 'versions';
	public const GROUP = Group::Server;

	public function title(): string {
		return __( 'Versions', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$versions = [
			'PHP'         => [ PHP_VERSION, '8.1' ],
			'WordPress'   => [ get_bloginfo( 'version' ), '6.7' ],
			'WooCommerce' => [ WC()->version, '9.9' ],
		];
		$old      = [];
		foreach ( $versions as $name => [ $is, $needs ] ) {
			if ( version_compare( $is, $needs, '<' ) ) {
				/* translators: 1: program, 2: its version, 3: version needed. */
				$old[] = sprintf( __( '%1$s %2$s, at least %3$s is needed', 'sendcloud-service-points' ), $name, $is, $needs );
			}
		}
		return [] === $old
			? Finding::good( sprintf( 'PHP %s, WordPress %s, WooCommerce %s', PHP_VERSION, get_bloginfo( 'version' ), WC()->version ) )
			: Finding::critical( __( 'A program is too old for this plugin.', 'sendcloud-service-points' ), __( 'Update it.', 'sendcloud-service-points' ) )
				->with( $old )
				->link( __( 'Updates', 'sendcloud-service-points' ), Screens::wordpress( 'update-core.php' ) );
	}
}
