<?php
/**
 * Router of PHP's built-in server: files as they are, everything else through WordPress, so that pretty permalinks work.
 */

declare( strict_types=1 );

// phpcs:disable WordPress.Security.ValidatedSanitizedInput -- This is the web server, not WordPress.
$shop_root = $_SERVER['DOCUMENT_ROOT'];
$shop_path = rawurldecode( (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) ); // phpcs:ignore WordPress.WP.AlternativeFunctions.parse_url_parse_url -- WordPress is not loaded.
// phpcs:enable

if ( is_dir( $shop_root . $shop_path ) && is_file( $shop_root . rtrim( $shop_path, '/' ) . '/index.php' ) && '/' !== $shop_path ) {
	if ( ! str_ends_with( $shop_path, '/' ) ) {
		header( 'Location: ' . $shop_path . '/', true, 301 );
		return true;
	}
	$shop_path .= 'index.php';
}

if ( str_ends_with( $shop_path, '.php' ) && is_file( $shop_root . $shop_path ) ) {
	$_SERVER['SCRIPT_NAME']     = $shop_path;
	$_SERVER['PHP_SELF']        = $shop_path;
	$_SERVER['SCRIPT_FILENAME'] = $shop_root . $shop_path;
	chdir( dirname( $shop_root . $shop_path ) );
	require $shop_root . $shop_path;
	return true;
}

if ( is_file( $shop_root . $shop_path ) ) {
	return false;
}

$_SERVER['SCRIPT_NAME']     = '/index.php';
$_SERVER['PHP_SELF']        = '/index.php';
$_SERVER['SCRIPT_FILENAME'] = $shop_root . '/index.php';
require $shop_root . '/index.php';
return true;
