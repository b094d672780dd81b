<?php
/**
 * Takes away what the plugin stored for itself. Orders keep their service points: they belong to the shop's books.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

( static function (): void {
	global $wpdb;

	// Options, transients, their timeouts and locks all begin with the same name.
	foreach ( [ '', '_transient_', '_transient_timeout_' ] as $prefix ) {
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- There is no function that finds options by prefix.
		$names = $wpdb->get_col(
			$wpdb->prepare(
				"SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE %s",
				$wpdb->esc_like( $prefix . 'sendcloud_service_points_' ) . '%'
			)
		);
		array_map( 'delete_option', $names );
	}
} )();
