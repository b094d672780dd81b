<?php
/**
 * Does the object cache keep what it is given?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;

final class ObjectCacheCheck extends Check {

	public const ID    = 'object-cache';
	public const GROUP = Group::Server;

	private const CACHE_GROUP = 'sendcloud_service_points_diagnostics';

	public function title(): string {
		return __( 'Object cache', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		if ( ! wp_using_ext_object_cache() ) {
			return Finding::good( __( 'There is no object cache; answers of Sendcloud are kept in the database.', 'sendcloud-service-points' ) );
		}
		$token = wp_generate_uuid4();
		wp_cache_set( 'probe', $token, self::CACHE_GROUP, MINUTE_IN_SECONDS );
		$found = wp_cache_get( 'probe', self::CACHE_GROUP, true );
		wp_cache_delete( 'probe', self::CACHE_GROUP );
		return $token === $found
			? Finding::good( __( 'The object cache works; all servers of the shop share the answers of Sendcloud.', 'sendcloud-service-points' ) )
			: Finding::recommended(
				__( 'The object cache loses what it is given, so every search asks Sendcloud anew.', 'sendcloud-service-points' ),
				__( 'Check whether Redis or Memcached runs, or take the file wp-content/object-cache.php away.', 'sendcloud-service-points' )
			)->link( __( 'Site Health', 'sendcloud-service-points' ), Screens::wordpress( 'site-health.php' ) );
	}
}
