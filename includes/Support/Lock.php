<?php
/**
 * The right to do something alone, among all processes of all web nodes. Who holds the object holds the lock.
 *
 * Each holder has a word of its own, as WP_Upgrader::create_lock() has not: who comes back after the time is over frees no one else's.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Support;

final class Lock {

	private const GROUP  = 'sendcloud_service_points';
	private const PREFIX = 'sendcloud_service_points_lock_';

	/**
	 * @param string $name Where it is kept.
	 * @param string $word Its end, then what only its holder knows.
	 */
	private function __construct(
		private readonly string $name,
		private readonly string $word,
		private readonly int $end,
	) {}

	/**
	 * Null when another process holds it.
	 *
	 * @param int $seconds After which it ends by itself, should its holder die.
	 */
	public static function acquire( string $key, int $seconds ): ?self {
		$end  = time() + $seconds;
		$lock = new self( self::PREFIX . md5( $key ), $end . ' ' . bin2hex( random_bytes( 8 ) ), $end );
		return $lock->take( $seconds ) ? $lock : null;
	}

	public function release(): void {
		global $wpdb;
		if ( ! wp_using_ext_object_cache() ) {
			// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- Written past the options API, deleted past it.
			$wpdb->delete(
				$wpdb->options,
				[
					'option_name'  => $this->name,
					'option_value' => $this->word,
				]
			);
		} elseif ( time() < $this->end && wp_cache_get( $this->name, self::GROUP, true ) === $this->word ) {
			wp_cache_delete( $this->name, self::GROUP );
		}
	}

	private function take( int $seconds ): bool {
		if ( wp_using_ext_object_cache() ) {
			return wp_cache_add( $this->name, $this->word, self::GROUP, $seconds );
		}
		global $wpdb;
		// The unique index on the name decides who is first; the options API asks before it writes, and two may hear "no".
		// phpcs:disable WordPress.DB.DirectDatabaseQuery, WordPress.DB.PreparedSQL
		$insert = "INSERT IGNORE INTO {$wpdb->options} (option_name, option_value, autoload) VALUES (%s, %s, 'off')";
		$renew  = "UPDATE {$wpdb->options} SET option_value = %s WHERE option_name = %s AND option_value < %s";
		return 1 === $wpdb->query( $wpdb->prepare( $insert, $this->name, $this->word ) )
			|| 1 === $wpdb->query( $wpdb->prepare( $renew, $this->word, $this->name, time() ) );
		// phpcs:enable
	}
}
