<?php
/**
 * A cache that all web nodes share, of a limited number of texts: the object cache where the shop has one, else rows of the options table.
 *
 * Not transients: one is two rows, which only their next reader deletes, and searches that nobody repeats have none.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Support;

final class Cache {

	private const GROUP  = 'sendcloud_service_points';
	private const PREFIX = 'sendcloud_service_points_cache_';

	/** Memcached takes no more than a megabyte, a row of a table should not. */
	private const MAX_BYTES = 256 * 1024;

	/**
	 * @param string       $name    What it holds; part of each key.
	 * @param int          $size    How many texts. Beyond them the oldest go.
	 * @param list<string> $options Options that whoever reads the cache needs as well: they come with the same query.
	 */
	public function __construct(
		private readonly string $name,
		private readonly int $size,
		private readonly array $options = [],
	) {}

	/** What any process wrote last; nothing is remembered of an earlier look. */
	public function get( string $key ): ?string {
		if ( wp_using_ext_object_cache() ) {
			$text = wp_cache_get( $this->item( $key ), self::GROUP, true );
			return is_string( $text ) ? $text : null;
		}
		$stored = explode( ' ', $this->read_row( $this->row( $key ) ), 2 );
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_decode -- See set().
		$text = (int) $stored[0] > time() ? base64_decode( $stored[1] ?? '', true ) : false;
		return is_string( $text ) ? $text : null;
	}

	/** @param string $text Bytes of any kind. What is too large is not kept. */
	public function set( string $key, string $text, int $seconds ): void {
		if ( strlen( $text ) > self::MAX_BYTES ) {
			return;
		}
		if ( ! wp_using_ext_object_cache() ) {
			// The column is UTF-8, and no place for bytes. The time goes first: rows are sorted by it.
			// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode
			$this->write_row( $this->row( $key ), sprintf( '%010d %s', time() + $seconds, base64_encode( $text ) ) );
			return;
		}
		if ( ! wp_cache_replace( $this->item( $key ), $text, self::GROUP, $seconds ) ) {
			$this->take_slot( $this->item( $key ) );
			wp_cache_set( $this->item( $key ), $text, self::GROUP, $seconds );
		}
	}

	public function delete( string $key ): void {
		if ( wp_using_ext_object_cache() ) {
			wp_cache_delete( $this->item( $key ), self::GROUP );
			return;
		}
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- Written past the options API, deleted past it.
		$wpdb->delete( $wpdb->options, [ 'option_name' => $this->row( $key ) ] );
	}

	/** Slots are numbered round and round; who takes one sends away whoever had it. */
	private function take_slot( string $item ): void {
		$next = $this->name . '_next';
		wp_cache_add( $next, 0, self::GROUP );
		$slot  = $this->name . '_slot_' . ( (int) wp_cache_incr( $next, 1, self::GROUP ) ) % $this->size;
		$owner = wp_cache_get( $slot, self::GROUP, true );
		if ( is_string( $owner ) && $owner !== $item ) {
			wp_cache_delete( $owner, self::GROUP );
		}
		wp_cache_set( $slot, $item, self::GROUP );
	}

	private function read_row( string $row ): string {
		wp_prime_option_caches( [ $row, ...$this->options ] );
		$value = wp_cache_get( $row, 'options' );
		// Other processes write it, and past the options API.
		wp_cache_delete( $row, 'options' );
		$missing = wp_cache_get( 'notoptions', 'options' );
		if ( is_array( $missing ) && isset( $missing[ $row ] ) ) {
			unset( $missing[ $row ] );
			wp_cache_set( 'notoptions', $missing, 'options' );
		}
		return is_string( $value ) ? $value : '';
	}

	/** Past the options API, which asks before it writes, tells every plugin, and remembers. */
	private function write_row( string $row, string $value ): void {
		global $wpdb;
		$ours = $wpdb->esc_like( self::PREFIX . $this->name . '_' ) . '%';
		// phpcs:disable WordPress.DB.DirectDatabaseQuery
		$wpdb->query(
			$wpdb->prepare(
				"INSERT INTO {$wpdb->options} (option_name, option_value, autoload) VALUES (%s, %s, 'off')
				ON DUPLICATE KEY UPDATE option_value = VALUES(option_value)",
				$row,
				$value
			)
		);
		$count = (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM {$wpdb->options} WHERE option_name LIKE %s", $ours ) );
		if ( $count > $this->size ) {
			// Some more than need be, so that not every answer has to. First those whose time is over.
			$surplus = $count - $this->size + intdiv( $this->size, 10 );
			$wpdb->query( $wpdb->prepare( "DELETE FROM {$wpdb->options} WHERE option_name LIKE %s ORDER BY option_value LIMIT %d", $ours, $surplus ) );
		}
		// phpcs:enable
	}

	private function item( string $key ): string {
		return $this->name . '_' . md5( $key );
	}

	private function row( string $key ): string {
		return self::PREFIX . $this->item( $key );
	}
}
