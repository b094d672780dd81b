<?php
/**
 * Loads a shop for a script of the benchmark, as cron would: $argv[1] is its folder.
 */

declare( strict_types=1 );

$_SERVER['HTTP_HOST']   = '127.0.0.1';
$_SERVER['REQUEST_URI'] = '/';
require $argv[1] . '/wp-load.php';

function bench_say( string $line ): void {
	fwrite( STDOUT, $line . "\n" ); // phpcs:ignore WordPress.WP.AlternativeFunctions
}
