<?php
/**
 * Takes away what the plugin stored for itself, on every site. Orders keep their service points: they belong to the shop's books.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

( static function (): void {
	require_once ABSPATH . 'wp-admin/includes/plugin.php';

	// Sendcloud's own plugin, active or not, has its methods under the same names.
	$sendclouds  = [ 'sendcloud-connected-shipping.php', 'sendcloud-shipping.php', 'sendcloudshipping.php' ];
	$has_methods = [] === array_intersect( $sendclouds, array_map( 'basename', array_keys( get_plugins() ) ) );

	$delete_options = static function ( string $prefix, string $suffix = '' ): void {
		global $wpdb;
		$pattern = $wpdb->esc_like( $prefix ) . '%' . $wpdb->esc_like( $suffix );
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- There is no function that finds options by their names' parts.
		$names = $wpdb->get_col( $wpdb->prepare( "SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE %s", $pattern ) );
		array_map( 'delete_option', $names );
	};

	// WooCommerce may be gone by now, and its tables with it.
	$has_table = static function ( string $name ): bool {
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- There is no function that asks for a table.
		return $wpdb->get_var( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $name ) ) ) === $name;
	};

	// The carriers' pictures: files of ours alone, in a folder of ours alone.
	$delete_marks = static function (): void {
		$folder = wp_get_upload_dir()['basedir'] . '/sendcloud-service-points';
		if ( is_dir( $folder ) && ! is_link( $folder ) ) {
			foreach ( (array) scandir( $folder ) as $file ) {
				if ( 1 === preg_match( '/^(\.htaccess|[\w-]+\.(svg|png|jpg|webp))$/D', (string) $file ) ) {
					wp_delete_file( "$folder/$file" );
				}
			}
			// Somebody else's file keeps it.
			@rmdir( $folder ); // phpcs:ignore WordPress.PHP.NoSilencedErrors, WordPress.WP.AlternativeFunctions
		}
	};

	$clear_site = static function () use ( $delete_options, $delete_marks, $has_table, $has_methods ): void {
		global $wpdb;
		$delete_marks();
		// Options, transients, their timeouts and locks all begin with the same name.
		foreach ( [ '', '_transient_', '_transient_timeout_' ] as $prefix ) {
			$delete_options( $prefix . 'sendcloud_service_points_' );
		}
		delete_option( 'woocommerce_sendcloud_service_point_closed_settings' );

		// phpcs:disable WordPress.DB -- WooCommerce's tables, of which no caller gives us a name.
		$methods = $wpdb->prefix . 'woocommerce_shipping_zone_methods';
		if ( $has_methods ) {
			$delete_options( 'sendcloudshipping_v2_service_point_v2_shipping_method_', '_settings' );
			if ( $has_table( $methods ) ) {
				$wpdb->query( "DELETE FROM $methods WHERE method_id = 'service_point_v2_shipping_method'" );
			}
		}

		// Action Scheduler keeps what was done or cancelled for a month.
		$actions = $wpdb->prefix . 'actionscheduler_actions';
		$groups  = $wpdb->prefix . 'actionscheduler_groups';
		if ( $has_table( $groups ) ) {
			$ours = "SELECT group_id FROM $groups WHERE slug IN ( 'sendcloud-service-points', 'sendcloud-service-points-checks', 'sendcloud-service-points-marks' )";
			$wpdb->query( "DELETE FROM {$wpdb->prefix}actionscheduler_logs WHERE action_id IN ( SELECT action_id FROM $actions WHERE group_id IN ( $ours ) )" );
			$wpdb->query( "DELETE FROM $actions WHERE group_id IN ( $ours )" );
		}
		// phpcs:enable
	};

	if ( ! is_multisite() ) {
		$clear_site();
		return;
	}
	$query = [
		'fields' => 'ids',
		'number' => 0,
	];
	foreach ( get_sites( $query ) as $site ) {
		switch_to_blog( $site );
		$clear_site();
		restore_current_blog();
	}
} )();
