<?php
/**
 * Records what a command tells WP-CLI.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

// phpcs:disable

namespace {

	final class WP_CLI {

		public static int $exit = -1;
		public static string $format = '';
		public static array $items = [];
		public static array $fields = [];

		public static string $said = '';

		public static function log( string $message ): void {
			self::$said = $message;
		}

		public static function halt( int $code ): void {
			self::$exit = $code;
		}

		public static function error( string $message ): never {
			throw new \RuntimeException( $message );
		}
	}
}

namespace WP_CLI\Utils {

	function format_items( string $format, array $items, array $fields ): void {
		\WP_CLI::$format = $format;
		\WP_CLI::$items  = $items;
		\WP_CLI::$fields = $fields;
	}
}
