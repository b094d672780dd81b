<?php
/**
 * Counts what happens in the running minute, on all web nodes together, and may remember the minutes before.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Support;

final class Counter {

	private const GROUP  = 'sendcloud_service_points';
	private const PREFIX = 'sendcloud_service_points_count_';

	/**
	 * @param string $name    What it counts.
	 * @param int    $minutes How many are remembered, the running one included.
	 */
	public function __construct( private readonly string $name, private readonly int $minutes = 1 ) {}

	/** @return int From 1, for each key and minute. */
	public function increment( string $key = '' ): int {
		$name = $this->name( self::minute(), $key );
		if ( ! wp_using_ext_object_cache() ) {
			return $this->increment_row( self::PREFIX . $name );
		}
		wp_cache_add( $name, 0, self::GROUP, ( $this->minutes + 1 ) * MINUTE_IN_SECONDS );
		return (int) wp_cache_incr( $name, 1, self::GROUP );
	}

	/** @return int In the running minute; 0 before the first. */
	public function count( string $key = '' ): int {
		return $this->history( $key, 1 )[0];
	}

	/** @return non-empty-list<int> By minute, the running one first. */
	public function history( string $key = '', ?int $minutes = null ): array {
		$now   = self::minute();
		$names = array_map( fn ( int $minute ): string => $this->name( $minute, $key ), range( $now, $now + 1 - ( $minutes ?? $this->minutes ) ) );
		$found = wp_using_ext_object_cache() ? wp_cache_get_multiple( $names, self::GROUP, true ) : self::rows( $names );
		return array_map( static fn ( string $name ): int => is_numeric( $found[ $name ] ?? null ) ? (int) $found[ $name ] : 0, $names );
	}

	/** Until all counts begin at 1 again. */
	public static function seconds_left(): int {
		return MINUTE_IN_SECONDS - time() % MINUTE_IN_SECONDS;
	}

	private static function minute(): int {
		return intdiv( time(), MINUTE_IN_SECONDS );
	}

	private function name( int $minute, string $key ): string {
		return $this->name . '_' . $minute . '_' . md5( $key );
	}

	/**
	 * @param list<string> $names
	 * @return array<array-key, mixed>
	 */
	private static function rows( array $names ): array {
		global $wpdb;
		$rows = array_map( static fn ( string $name ): string => self::PREFIX . $name, $names );
		$list = implode( ', ', array_fill( 0, count( $rows ), '%s' ) );
		// phpcs:disable WordPress.DB -- Other processes write them, past the options API.
		$found = $wpdb->get_results( $wpdb->prepare( "SELECT option_name, option_value FROM {$wpdb->options} WHERE option_name IN ( $list )", $rows ), ARRAY_A );
		// phpcs:enable
		$counts = array_column( is_array( $found ) ? $found : [], 'option_value', 'option_name' );
		return array_combine( $names, array_map( static fn ( string $row ): mixed => $counts[ $row ] ?? 0, $rows ) );
	}

	private function increment_row( string $row ): int {
		global $wpdb;
		// phpcs:disable WordPress.DB.DirectDatabaseQuery
		if ( 1 !== $wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->options} SET option_value = option_value + 1 WHERE option_name = %s", $row ) ) ) {
			// The first of its minute clears away the minutes that nobody asks for any more.
			$ours   = $wpdb->esc_like( self::PREFIX . $this->name . '_' ) . '%';
			$oldest = self::PREFIX . $this->name . '_' . ( self::minute() + 1 - $this->minutes );
			$wpdb->query( $wpdb->prepare( "DELETE FROM {$wpdb->options} WHERE option_name LIKE %s AND option_name < %s", $ours, $oldest ) );
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
