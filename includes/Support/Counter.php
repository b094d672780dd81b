<?php
/**
 * Counts what happens in the running minute, on all web nodes together.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Support;

final class Counter {

	private const GROUP  = 'sendcloud_service_points';
	private const PREFIX = 'sendcloud_service_points_count_';

	/** @param string $name What it counts. */
	public function __construct( private readonly string $name ) {}

	/** @return int From 1, for each key and minute. */
	public function increment( string $key = '' ): int {
		$minute = $this->name . '_' . intdiv( time(), MINUTE_IN_SECONDS );
		$name   = $minute . '_' . md5( $key );
		if ( ! wp_using_ext_object_cache() ) {
			return $this->increment_row( self::PREFIX . $name, self::PREFIX . $minute );
		}
		wp_cache_add( $name, 0, self::GROUP, 2 * MINUTE_IN_SECONDS );
		return (int) wp_cache_incr( $name, 1, self::GROUP );
	}

	/** Until all counts begin at 1 again. */
	public static function seconds_left(): int {
		return MINUTE_IN_SECONDS - time() % MINUTE_IN_SECONDS;
	}

	private function increment_row( string $row, string $minute ): int {
		global $wpdb;
		// phpcs:disable WordPress.DB.DirectDatabaseQuery
		if ( 1 !== $wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->options} SET option_value = option_value + 1 WHERE option_name = %s", $row ) ) ) {
			// The first of its minute clears away the minutes before.
			$ours = $wpdb->esc_like( self::PREFIX . $this->name . '_' ) . '%';
			$wpdb->query( $wpdb->prepare( "DELETE FROM {$wpdb->options} WHERE option_name LIKE %s AND option_name < %s", $ours, $minute ) );
			$wpdb->query(
				$wpdb->prepare(
					"INSERT INTO {$wpdb->options} (option_name, option_value, autoload) VALUES (%s, '1', 'off')
					ON DUPLICATE KEY UPDATE option_value = option_value + 1",
					$row
				)
			);
		}
		return (int) $wpdb->get_var( $wpdb->prepare( "SELECT option_value FROM {$wpdb->options} WHERE option_name = %s", $row ) );
		// phpcs:enable
	}
}
