<?php
/**
 * Before anything else of a request, php-fpm's auto_prepend_file: what the process has used of the processor so far.
 */

declare( strict_types=1 );

$bench_started = getrusage();

// As a shop that sells: debugging switches caches of WordPress off.
define( 'WP_DEBUG', false );
define( 'WP_ENVIRONMENT_TYPE', 'production' );
