<?php
/**
 * Are permalinks pretty?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;

final class PermalinksCheck extends Check {

	public const ID    = 'permalinks';
	public const GROUP = Group::Shop;

	public function title(): string {
		return __( 'Permalinks', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		return '' === get_option( 'permalink_structure' )
			? Finding::recommended(
				__( 'Permalinks are set to "Plain". Sendcloud cannot connect to such a shop, since its REST API has no address of its own.', 'sendcloud-service-points' ),
				__( 'Choose any other structure, such as "Post name". WordPress leads old addresses to the new ones.', 'sendcloud-service-points' )
			)->link( __( 'Permalinks', 'sendcloud-service-points' ), Screens::wordpress( 'options-permalink.php' ) )
			: Finding::good( __( 'Permalinks are on.', 'sendcloud-service-points' ) );
	}
}
