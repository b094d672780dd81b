<?php
/**
 * What the plugin uses of WordPress and WP-CLI that no package of stubs has. Read by PHPStan, never run.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

// phpcs:disable

namespace {

	define( 'ARRAY_A', 'ARRAY_A' );
	define( 'MINUTE_IN_SECONDS', 60 );
	define( 'DAY_IN_SECONDS', 86400 );
	define( 'WP_CONTENT_DIR', '/' );
	define( 'WP_PLUGIN_DIR', '/' );
	define( 'WPMU_PLUGIN_DIR', '/' );

	class WP_CLI {
		/** @param callable|object|class-string $command */
		public static function add_command( string $name, $command ): bool {}

		public static function log( string $message ): void {}

		/** @return never */
		public static function error( string $message ) {}

		/** @return never */
		public static function halt( int $code ) {}
	}
}

namespace WP_CLI\Utils {

	/**
	 * @param list<array<string, mixed>> $items
	 * @param list<string>               $fields
	 */
	function format_items( string $format, array $items, array $fields ): void {}
}
