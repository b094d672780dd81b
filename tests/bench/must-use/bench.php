<?php
/**
 * Plugin Name: Benchmark
 * Description: Counts what a request costs, and lets a request choose its plugin. The request's headers say what is wanted.
 */

declare( strict_types=1 );

// phpcs:disable WordPress.Security.ValidatedSanitizedInput -- The benchmark's own requests, in a shop that nobody else reaches.

const BENCH_PLUGINS = [
	'ours'     => 'sendcloud-service-points/sendcloud-service-points.php',
	'official' => 'sendcloud-connected-shipping/sendcloud-connected-shipping.php',
];

// The same database, the same second, another plugin active or none of them: the fairest of all baselines.
if ( isset( $_SERVER['HTTP_X_BENCH_PLUGIN'] ) ) {
	add_filter(
		'option_active_plugins',
		static fn ( $plugins ) => array_values( array_diff( $plugins, array_diff_key( BENCH_PLUGINS, [ $_SERVER['HTTP_X_BENCH_PLUGIN'] => true ] ) ) )
	);
}

require_once __DIR__ . '/bench-checkout.inc';
if ( isset( $_SERVER['HTTP_X_BENCH'] ) ) {
	require_once __DIR__ . '/bench-meter.inc';
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
