<?php
/**
 * How far a check that a merchant asked for has got.
 *
 * Several runners may count at the same time, so each count is a row that the database itself adds to. The rows are options that only this
 * class knows, past the options API, which reads, adds and writes back.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Availability;

/** @phpstan-type Counts array{total: int, ok: int, missing: int, closed: int, none: int, unknown: int, is_waiting: bool} */
final class CheckProgress {

	private const PREFIX = 'sendcloud_service_points_check_';

	/** Seconds; a merchant who comes back later sees the result in the list itself. */
	private const KEPT = 86_400;

	private const COUNTS = [ 'total', 'ok', 'missing', 'closed', 'none', 'unknown', 'is_waiting' ];

	/** @return string Names the run; letters and digits. */
	public function start( int $total ): string {
		global $wpdb;
		$this->delete_old();
		$run  = self::stamp( time() ) . strtolower( wp_generate_password( 5, false ) );
		$rows = [];
		foreach ( self::COUNTS as $count ) {
			$rows[] = $wpdb->prepare( "(%s, %s, 'off')", self::row( $run, $count ), 'total' === $count ? $total : 0 );
		}
		// phpcs:ignore WordPress.DB -- Prepared above.
		$wpdb->query( "INSERT INTO {$wpdb->options} (option_name, option_value, autoload) VALUES " . implode( ', ', $rows ) );
		return $run;
	}

	/**
	 * @param string $run     Empty where nobody watches.
	 * @param string $outcome A PointStatus, `none` where the order goes to no point, or `unknown` where Sendcloud gave no answer.
	 */
	public function add( string $run, string $outcome, int $orders = 1 ): void {
		global $wpdb;
		if ( '' === $run ) {
			return;
		}
		// Where somebody counts, nobody waits.
		[ $count, $waits ] = [ self::row( $run, $outcome ), self::row( $run, 'is_waiting' ) ];
		// phpcs:disable WordPress.DB.DirectDatabaseQuery -- See above.
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->options} SET option_value = CASE option_name WHEN %s THEN option_value + %d ELSE 0 END WHERE option_name IN (%s, %s)",
				$count,
				$orders,
				$count,
				$waits
			)
		);
		// phpcs:enable
	}

	/** Sendcloud does not answer; the rest is tried again later. */
	public function wait( string $run ): void {
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- See above.
		$wpdb->update( $wpdb->options, [ 'option_value' => 1 ], [ 'option_name' => self::row( $run, 'is_waiting' ) ] );
	}

	/** @return Counts|null Null where there is no such run. */
	public function get( string $run ): ?array {
		global $wpdb;
		if ( 1 !== preg_match( '/^[a-z0-9]{12}$/D', $run ) ) {
			return null;
		}
		$names = array_map( static fn ( string $count ): string => self::row( $run, $count ), self::COUNTS );
		$query = "SELECT option_name, option_value FROM {$wpdb->options} WHERE option_name IN (" . implode( ', ', array_fill( 0, count( $names ), '%s' ) ) . ')';
		// phpcs:ignore WordPress.DB -- See above; prepared here.
		$values = array_column( (array) $wpdb->get_results( $wpdb->prepare( $query, $names ), ARRAY_A ), 'option_value', 'option_name' );
		$count  = static fn ( string $count ): int => is_numeric( $values[ self::row( $run, $count ) ] ?? null ) ? (int) $values[ self::row( $run, $count ) ] : 0;
		return [] === $values ? null : [
			'total'      => $count( 'total' ),
			'ok'         => $count( 'ok' ),
			'missing'    => $count( 'missing' ),
			'closed'     => $count( 'closed' ),
			'none'       => $count( 'none' ),
			'unknown'    => $count( 'unknown' ),
			'is_waiting' => $count( 'is_waiting' ) > 0,
		];
	}

	/** @param Counts $counts What get() answered. */
	public static function done( array $counts ): int {
		return $counts['ok'] + $counts['missing'] + $counts['closed'] + $counts['none'] + $counts['unknown'];
	}

	/** A run's name begins with its time, so the old ones come first. */
	private function delete_old(): void {
		global $wpdb;
		// phpcs:disable WordPress.DB.DirectDatabaseQuery -- See above.
		$wpdb->query(
			$wpdb->prepare(
				"DELETE FROM {$wpdb->options} WHERE option_name LIKE %s AND option_name < %s",
				$wpdb->esc_like( self::PREFIX ) . '%',
				self::PREFIX . self::stamp( time() - self::KEPT )
			)
		);
		// phpcs:enable
	}

	/** Seven letters and digits that sort by time. */
	private static function stamp( int $time ): string {
		return str_pad( base_convert( (string) $time, 10, 36 ), 7, '0', STR_PAD_LEFT );
	}

	private static function row( string $run, string $count ): string {
		return self::PREFIX . "{$run}_$count";
	}
}
