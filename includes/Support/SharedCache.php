<?php
/**
 * A small cache that all web nodes share: the object cache where the shop has one, else transients.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Support;

/**
 * Every search has its own key, and a transient is two rows in the options table that only their next reader deletes. So without
 * an object cache the keys share a fixed number of rows: a key that meets another one's row replaces it.
 *
 * @phpstan-type Row array{key: string, value: array<array-key, mixed>}
 */
final class SharedCache {

	private const GROUP = 'sendcloud_service_points';

	/**
	 * @param string $name What it holds; part of each key.
	 * @param int    $rows How many transients at most.
	 */
	public function __construct( private readonly string $name, private readonly int $rows ) {}

	/**
	 * @param bool $anew Reads past what this request has read before, to see what another process wrote meanwhile.
	 * @return array<array-key, mixed>|null
	 */
	public function get( string $key, bool $anew = false ): ?array {
		if ( wp_using_ext_object_cache() ) {
			$value = wp_cache_get( $this->key( $key ), self::GROUP, $anew );
			return is_array( $value ) ? $value : null;
		}
		if ( $anew ) {
			wp_cache_delete( '_transient_' . $this->row( $key ), 'options' );
			wp_cache_delete( '_transient_timeout_' . $this->row( $key ), 'options' );
			wp_cache_delete( 'notoptions', 'options' );
		}
		$row = get_transient( $this->row( $key ) );
		return is_array( $row ) && ( $row['key'] ?? '' ) === $key && is_array( $row['value'] ?? null ) ? $row['value'] : null;
	}

	/** @param array<array-key, mixed> $value */
	public function set( string $key, array $value, int $seconds ): void {
		if ( wp_using_ext_object_cache() ) {
			wp_cache_set( $this->key( $key ), $value, self::GROUP, $seconds );
			return;
		}
		$row = [
			'key'   => $key,
			'value' => $value,
		];
		set_transient( $this->row( $key ), $row, $seconds );
	}

	public function delete( string $key ): void {
		if ( wp_using_ext_object_cache() ) {
			wp_cache_delete( $this->key( $key ), self::GROUP );
			return;
		}
		delete_transient( $this->row( $key ) );
	}

	/** Counts up from 1; a count that nobody touches ends after the given time. */
	public function increment( string $key, int $seconds ): int {
		if ( wp_using_ext_object_cache() ) {
			wp_cache_add( $this->key( $key ), 0, self::GROUP, $seconds );
			return (int) wp_cache_incr( $this->key( $key ), 1, self::GROUP );
		}
		$count = $this->get( $key )['count'] ?? 0;
		$count = is_int( $count ) ? $count + 1 : 1;
		$this->set( $key, [ 'count' => $count ], $seconds );
		return $count;
	}

	/** Answers false when another process holds the lock. It ends by itself, should its holder die. */
	public function lock( string $key, int $seconds ): bool {
		if ( wp_using_ext_object_cache() ) {
			return wp_cache_add( $this->key( $key ) . '_lock', 1, self::GROUP, $seconds );
		}
		global $wpdb;
		$name  = $this->row( $key ) . '_lock';
		$until = time() + $seconds;
		// The unique index on the name decides who is first; the options API asks before it writes, and two may hear "no".
		// phpcs:disable WordPress.DB.DirectDatabaseQuery
		return 1 === $wpdb->query( $wpdb->prepare( "INSERT IGNORE INTO {$wpdb->options} (option_name, option_value, autoload) VALUES (%s, %s, 'off')", $name, $until ) )
			|| 1 === $wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->options} SET option_value = %s WHERE option_name = %s AND option_value < %s", $until, $name, time() ) );
		// phpcs:enable
	}

	public function unlock( string $key ): void {
		if ( wp_using_ext_object_cache() ) {
			wp_cache_delete( $this->key( $key ) . '_lock', self::GROUP );
			return;
		}
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- Written past the options API, deleted past it.
		$wpdb->delete( $wpdb->options, [ 'option_name' => $this->row( $key ) . '_lock' ] );
	}

	private function key( string $key ): string {
		return $this->name . '_' . md5( $key );
	}

	private function row( string $key ): string {
		return sprintf( '%s_%s_%d', self::GROUP, $this->name, crc32( $key ) % $this->rows );
	}
}
