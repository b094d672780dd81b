<?php
/**
 * As much of a WordPress network as uninstall.php asks for: the names of the options of each site.
 */

declare( strict_types=1 );

// phpcs:disable WordPress.NamingConventions.PrefixAllGlobals, WordPress.WP.GlobalVariablesOverride

define( 'WP_UNINSTALL_PLUGIN', 'sendcloud-service-points/sendcloud-service-points.php' );
define( 'ABSPATH', __DIR__ . '/' );

$GLOBALS['network_site'] = 1;
$GLOBALS['wpdb']         = new class() {

	public string $prefix  = 'wp_';
	public string $options = 'wp_options';

	public function esc_like( string $text ): string {
		return $text;
	}

	public function prepare( string $query, string ...$values ): string {
		return str_replace( '%s', $values[0] ?? '', $query );
	}

	/** No site has WooCommerce any more. */
	public function get_var(): ?string {
		return null;
	}

	/** @return list<string> */
	public function get_col( string $query ): array {
		$is_options = 1 === preg_match( '/LIKE (sendcloud|_transient)(.*)$/', $query, $match );
		return $is_options
			? array_values( array_filter( $GLOBALS['network_options'][ $GLOBALS['network_site'] ], static fn ( string $name ): bool => fnmatch( str_replace( '%', '*', $match[1] . $match[2] ), $name ) ) )
			: [];
	}
};

function is_multisite(): bool {
	return true;
}

/** @return list<int> */
function get_sites(): array {
	return array_keys( $GLOBALS['network_options'] );
}

function switch_to_blog( int $site ): void {
	$GLOBALS['network_site'] = $site;
}

function restore_current_blog(): void {
	$GLOBALS['network_site'] = 1;
}

function delete_option( string $name ): void {
	$site                                = $GLOBALS['network_site'];
	$GLOBALS['network_options'][ $site ] = array_values( array_diff( $GLOBALS['network_options'][ $site ], [ $name ] ) );
}

/** @return array{basedir: string} */
function wp_get_upload_dir(): array {
	return [ 'basedir' => $GLOBALS['network_uploads'] . '/' . $GLOBALS['network_site'] ];
}

function wp_delete_file( string $file ): void {
	unlink( $file );
}
