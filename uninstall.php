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

	// Action Scheduler keeps what was done or cancelled for a month. It comes with WooCommerce, which may be gone by now.
	$actions = $wpdb->prefix . 'actionscheduler_actions';
	$groups  = $wpdb->prefix . 'actionscheduler_groups';
	// phpcs:disable WordPress.DB -- Its tables, of which no caller gives us a name.
	if ( $wpdb->get_var( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $groups ) ) ) === $groups ) {
		$ours = "SELECT group_id FROM $groups WHERE slug IN ( 'sendcloud-service-points', 'sendcloud-service-points-checks' )";
		$wpdb->query( "DELETE FROM {$wpdb->prefix}actionscheduler_logs WHERE action_id IN ( SELECT action_id FROM $actions WHERE group_id IN ( $ours ) )" );
		$wpdb->query( "DELETE FROM $actions WHERE group_id IN ( $ours )" );
	}
	// phpcs:enable
} )();
