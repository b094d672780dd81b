<?php
/**
 * Names the database of a shop: php database.php SHOP_FOLDER.
 */

declare( strict_types=1 );

require __DIR__ . '/shop.php';

bench_say( defined( 'DB_ENGINE' ) && 'sqlite' === DB_ENGINE ? 'SQLite ' . SQLite3::version()['versionString'] : preg_replace( '/^([\d.]+)-MariaDB.*/', 'MariaDB $1', (string) $wpdb->get_var( 'SELECT VERSION()' ) ) ); // phpcs:ignore WordPress.DB
