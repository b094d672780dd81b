<?php
/**
 * How far a check that a merchant asked for has got.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Availability;

/**
 * @phpstan-type Counts array{total: int, ok: int, missing: int, closed: int, none: int, unknown: int, is_waiting: bool}
 */
final class CheckProgress {

	private const PREFIX = 'sendcloud_service_points_check_';

	/** Seconds; a merchant who comes back later sees the result in the list itself. */
	private const KEPT = 86_400;

	private const NOTHING = [
		'total'      => 0,
		'ok'         => 0,
		'missing'    => 0,
		'closed'     => 0,
		'none'       => 0,
		'unknown'    => 0,
		'is_waiting' => false,
	];

	/** @return string Names the run; letters and digits. */
	public function start( int $total ): string {
		$run = strtolower( wp_generate_password( 12, false ) );

		set_transient( self::PREFIX . $run, array_replace( self::NOTHING, [ 'total' => $total ] ), self::KEPT );

		return $run;
	}

	/**
	 * @param string $outcome A PointStatus, `none` where the order goes to no point, or `unknown` where Sendcloud gave no answer.
	 */
	public function add( string $run, string $outcome, int $orders = 1 ): void {
		$counts = $this->get( $run );

		if ( null !== $counts && isset( $counts[ $outcome ] ) && is_int( $counts[ $outcome ] ) ) {
			$counts[ $outcome ]  += $orders;
			$counts['is_waiting'] = false;

			set_transient( self::PREFIX . $run, $counts, self::KEPT );
		}
	}

	/** Sendcloud does not answer; the rest is tried again later. */
	public function wait( string $run ): void {
		$counts = $this->get( $run );

		if ( null !== $counts ) {
			set_transient( self::PREFIX . $run, array_replace( $counts, [ 'is_waiting' => true ] ), self::KEPT );
		}
	}

	/**
	 * @return Counts|null Null where there is no such run.
	 */
	public function get( string $run ): ?array {
		$stored = 1 === preg_match( '/^[a-z0-9]{12}$/D', $run ) ? get_transient( self::PREFIX . $run ) : false;

		if ( ! is_array( $stored ) ) {
			return null;
		}
		$count = static fn( string $key ): int => is_int( $stored[ $key ] ?? null ) ? $stored[ $key ] : 0;

		return [
			'total'      => $count( 'total' ),
			'ok'         => $count( 'ok' ),
			'missing'    => $count( 'missing' ),
			'closed'     => $count( 'closed' ),
			'none'       => $count( 'none' ),
			'unknown'    => $count( 'unknown' ),
			'is_waiting' => true === ( $stored['is_waiting'] ?? false ),
		];
	}

	/**
	 * @param Counts $counts What get() answered.
	 */
	public static function done( array $counts ): int {
		return $counts['ok'] + $counts['missing'] + $counts['closed'] + $counts['none'] + $counts['unknown'];
	}
}
