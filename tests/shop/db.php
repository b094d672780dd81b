<?php
/**
 * Drop-in: WordPress on SQLite, unless a database server is named in the environment.
 */

declare( strict_types=1 );

if ( false === getenv( 'DB_HOST' ) ) {
	define( 'SQLITE_DB_DROPIN_VERSION', '1.8.0' );
	define( 'DATABASE_TYPE', 'sqlite' );
	define( 'DB_ENGINE', 'sqlite' );
	require_once __DIR__ . '/sqlite/wp-includes/sqlite/db.php';
}
