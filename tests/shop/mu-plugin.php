<?php
/**
 * Plugin Name: Test shop
 * Description: Lets a shop reach the sandbox on this machine, keeps its mail, and runs its queue on demand.
 */

declare( strict_types=1 );

// The plugin's folders are links: WordPress has to know which addresses their files have.
foreach ( glob( WP_PLUGIN_DIR . '/sendcloud-service-points/*', GLOB_ONLYDIR ) as $shop_folder ) {
	$GLOBALS['wp_plugin_paths'][ $shop_folder ] = realpath( $shop_folder ); // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited -- Its own function knows files only.
}

// Nobody answers when WordPress asks for updates.
add_action(
	'admin_init',
	static function () {
		foreach ( [ 'core', 'plugins', 'themes' ] as $shop_updates ) {
			remove_action( 'admin_init', "_maybe_update_{$shop_updates}" );
		}
	},
	0
);

// WordPress' safe requests refuse this machine and uncommon ports: right for a real shop, wrong for a sandbox.
add_filter(
	'http_request_host_is_external',
	static fn ( $external, $host ) => $external || in_array( $host, [ '127.0.0.1', 'localhost' ], true ),
	10,
	2
);
add_filter(
	'http_allowed_safe_ports',
	static fn ( $ports, $host ) => in_array( $host, [ '127.0.0.1', 'localhost' ], true )
		? [ ...$ports, (int) wp_parse_url( SHOP_SANDBOX, PHP_URL_PORT ) ]
		: $ports,
	10,
	2
);

// One seeded database serves every sandbox, so the map's address is not in it.
add_filter(
	'default_option_sendcloud_service_points_map_style_url',
	static fn () => SHOP_SANDBOX . '/map/style.json'
);

// Two of WooCommerce's queries SQLite cannot run, and a failed query would also end a test's transaction: a limit beyond its signed
// integers, and deleting from a join.
add_filter(
	'query',
	static fn ( $query ) => preg_replace(
		[ '/\b18446744073709551615\b/', '/^DELETE (\w+) FROM (\w+) as \1 INNER JOIN (\w+) as items WHERE \1\.(\w+) = items\.\4 and /i' ],
		[ (string) PHP_INT_MAX, 'DELETE FROM $2 WHERE $4 IN ( SELECT $4 FROM $3 AS items WHERE ' ],
		$query,
		-1,
		$shop_rewritten
	) . ( $shop_rewritten > 0 && str_starts_with( $query, 'DELETE' ) ? ' )' : '' )
);

// All browsers of a suite are one visitor of one account, in minutes that hold a day's work.
if ( 'cli' !== PHP_SAPI ) {
	add_filter( 'sendcloud_service_points_visitor_limit', static fn () => 0, 5 );
	add_filter( 'sendcloud_service_points_request_limits', static fn () => array_fill_keys( [ 'reads', 'writes' ], 100_000 ), 5 );
}

// No mail leaves: each becomes a line of JSON that tests and people can read.
add_filter(
	'pre_wp_mail',
	static function ( $sent, $mail ) {
		file_put_contents( WP_CONTENT_DIR . '/mail.jsonl', wp_json_encode( $mail ) . "\n", FILE_APPEND | LOCK_EX ); // phpcs:ignore WordPress.WP.AlternativeFunctions.file_system_read_file_put_contents
		return true;
	},
	10,
	2
);

// WordPress reads a person's list of sessions and writes it back: of two tests that sign in at the same moment, one would be signed out.
add_action(
	'login_init',
	static function () {
		global $shop_sign_in; // Held until the request ends.
		$shop_sign_in = fopen( WP_CONTENT_DIR . '/sign-in.lock', 'c' ); // phpcs:ignore WordPress.WP.AlternativeFunctions.file_system_read_fopen
		flock( $shop_sign_in, LOCK_EX );
	}
);

// `/?run-queue` runs what Action Scheduler has due, since nothing spawns WordPress' cron here.
add_action(
	'wp_loaded',
	static function () {
		if ( isset( $_GET['run-queue'] ) && class_exists( 'ActionScheduler' ) ) { // phpcs:ignore WordPress.Security.NonceVerification.Recommended
			wp_send_json( [ 'ran' => ActionScheduler::runner()->run() ] );
		}
	},
	100
);
