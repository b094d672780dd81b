<?php
/**
 * Loads this plugin's classes: PSR-4, so that the released plugin carries no vendor folder.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints;

final class Autoloader {

	public static function register( string $prefix, string $folder ): void {
		spl_autoload_register(
			static function ( string $class_name ) use ( $prefix, $folder ): void {
				if ( ! str_starts_with( $class_name, $prefix ) ) {
					return;
				}
				$file = $folder . str_replace( '\\', '/', substr( $class_name, strlen( $prefix ) ) ) . '.php';
				if ( is_file( $file ) ) {
					require $file;
				}
			}
		);
	}
}
