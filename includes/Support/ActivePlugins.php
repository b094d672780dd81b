<?php
/**
 * The plugins that run on this site, a network's included. is_plugin_active() is there in wp-admin only.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Support;

final class ActivePlugins {

	/** @return list<string> Main files, relative to the folder of plugins. */
	public static function files(): array {
		$active = get_option( 'active_plugins' );
		$files  = is_array( $active ) ? array_filter( $active, 'is_string' ) : [];
		if ( is_multisite() ) {
			$network = get_site_option( 'active_sitewide_plugins' );
			$files   = [ ...$files, ...array_map( 'strval', array_keys( is_array( $network ) ? $network : [] ) ) ];
		}
		return array_values( array_unique( $files ) );
	}

	/**
	 * The merchant may have renamed a folder, so a pattern finds more than an exact name.
	 *
	 * @param string $pattern Regular expression for the main file with its folder.
	 * @return list<string>
	 */
	public static function matching( string $pattern ): array {
		return array_values( array_filter( self::files(), static fn ( string $file ): bool => 1 === preg_match( $pattern, $file ) ) );
	}

	public static function name( string $file ): string {
		$name = self::header( $file, 'Plugin Name' );
		return '' === $name ? $file : $name;
	}

	public static function version( string $file ): string {
		return self::header( $file, 'Version' );
	}

	private static function header( string $file, string $header ): string {
		$path = WP_PLUGIN_DIR . '/' . $file;
		return is_file( $path ) ? trim( get_file_data( $path, [ 'value' => $header ] )['value'] ) : '';
	}
}
