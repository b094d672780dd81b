<?php
/**
 * What a room adds to the shop, by the kind of request that needs it. Here hooks get their listeners; what these do, their rooms say.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Features;

use SendcloudServicePoints\Services;

abstract class Feature {

	final public function __construct( protected readonly Services $services ) {}

	/** In every request. */
	public function register(): void {}

	/** When Action Scheduler begins to work, in whatever request. */
	public function register_background(): void {}

	/** In wp-admin, WP-CLI and cron. */
	public function register_admin(): void {}

	/** While WordPress collects its REST routes. */
	public function register_routes(): void {}

	/** In WP-CLI. */
	public function register_commands(): void {}

	public static function is_store_api_request(): bool {
		return function_exists( 'WC' ) && is_callable( [ WC(), 'is_store_api_request' ] ) && WC()->is_store_api_request();
	}
}
