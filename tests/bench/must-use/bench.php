<?php
/**
 * Plugin Name: Benchmark
 * Description: Counts what a request costs, and lets a request do without the plugin. The request's headers say what is wanted.
 */

declare( strict_types=1 );

// phpcs:disable WordPress.Security.ValidatedSanitizedInput -- The benchmark's own requests, in a shop that nobody else reaches.

// The same database, the same second, the plugin not active: the fairest of all baselines.
if ( isset( $_SERVER['HTTP_X_BENCH_WITHOUT'] ) ) {
	add_filter( 'option_active_plugins', static fn ( $plugins ) => array_values( array_diff( $plugins, [ 'sendcloud-service-points/sendcloud-service-points.php' ] ) ) );
}

if ( isset( $_SERVER['HTTP_X_BENCH'] ) ) {
	// Remembering each query takes time of its own: only where asked for.
	defined( 'SAVEQUERIES' ) || define( 'SAVEQUERIES', isset( $_SERVER['HTTP_X_BENCH_QUERIES'] ) );

	$bench_asked = 0;
	add_action(
		'http_api_debug',
		static function ( $response, $context, $transport, $arguments, $url ) use ( &$bench_asked ) {
			$bench_asked += str_starts_with( $url, SHOP_SANDBOX ) ? 1 : 0;
		},
		10,
		5
	);
	add_action(
		'shutdown',
		static function () use ( &$bench_asked ) {
			// After everything else that ends with the request.
			register_shutdown_function(
				static function () use ( &$bench_asked ) {
					global $wpdb;
					$queries = array_map( static fn ( $query ) => [ $query[0], $query[2] ], isset( $_SERVER['HTTP_X_BENCH_QUERIES'] ) ? $wpdb->queries : [] );
					$result  = [
						'queries' => $wpdb->num_queries,
						'ours'    => array_values( array_filter( $queries, static fn ( $query ) => str_contains( $query[1], 'SendcloudServicePoints' ) ) ),
						'checked' => did_action( 'sendcloud_service_points_check_batch' ) + did_action( 'sendcloud_service_points_daily_check' ),
						'asked'   => $bench_asked,
					];
					file_put_contents( WP_CONTENT_DIR . '/bench-' . basename( $_SERVER['HTTP_X_BENCH'] ) . '.json', wp_json_encode( $result ) );
				}
			);
		},
		PHP_INT_MAX
	);
}

// The next batch of the check now, without the pause that spares Sendcloud: the queue is never idle.
add_action(
	'wp_loaded',
	static function () {
		if ( isset( $_SERVER['HTTP_X_BENCH_WORK'] ) ) {
			require_once __DIR__ . '/bench-queue.inc';
			bench_hurry();
		}
	},
	50
);
