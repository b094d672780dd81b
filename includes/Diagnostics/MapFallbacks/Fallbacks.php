<?php
/**
 * How many shoppers had no map: by day, by reason, and by family of browser. Nothing about who.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\MapFallbacks;

use SendcloudServicePoints\Settings\Settings;

final class Fallbacks {

	public const REASONS = [ 'no_webgl', 'tiles', 'worker', 'script' ];

	/** Family => what only its user agent says, once those before it are ruled out. */
	private const BROWSERS = [
		'Edge'            => 'Edg',
		'Opera'           => 'OPR/',
		'Samsung'         => 'SamsungBrowser',
		'Firefox'         => 'Firefox/',
		'Firefox iOS'     => 'FxiOS',
		'Chrome'          => 'Chrome/',
		'Chrome iOS'      => 'CriOS',
		'Safari'          => 'Safari/',
		'Another browser' => '',
	];

	private const OPTION = Settings::PREFIX . 'fallbacks';
	private const DAYS   = 30;

	/** A day's count ends here, so that nobody keeps the database busy. */
	private const MAX = 1000;

	/** Two at the same time may count as one: that does not matter here. */
	public function count( string $reason, string $user_agent ): void {
		$days  = $this->days();
		$today = gmdate( 'Y-m-d' );
		if ( ( $days[ $today ][ $reason ] ?? 0 ) < self::MAX ) {
			foreach ( [ $reason, self::browser( $user_agent ) ] as $key ) {
				$days[ $today ][ $key ] = ( $days[ $today ][ $key ] ?? 0 ) + 1;
			}
			update_option( self::OPTION, array_filter( $days, static fn ( string $day ): bool => $day > self::first( self::DAYS ), ARRAY_FILTER_USE_KEY ), false );
		}
	}

	/** @return array<string, int> Reason => how often, most often first. */
	public function since( int $days ): array {
		return array_intersect_key( $this->sums( $days ), array_flip( self::REASONS ) );
	}

	/** @return array<string, int> Family of browser => how often, most often first. */
	public function browsers_since( int $days ): array {
		return array_intersect_key( $this->sums( $days ), self::BROWSERS );
	}

	private static function browser( string $user_agent ): string {
		return (string) array_key_first( array_filter( self::BROWSERS, static fn ( string $sign ): bool => str_contains( $user_agent, $sign ) ) );
	}

	/** @return array<string, int> */
	private function sums( int $days ): array {
		$sums = [];
		foreach ( $this->days() as $day => $counts ) {
			foreach ( $day > self::first( $days ) ? $counts : [] as $reason => $count ) {
				$sums[ $reason ] = ( $sums[ $reason ] ?? 0 ) + $count;
			}
		}
		arsort( $sums );
		return $sums;
	}

	/** @return array<string, array<string, int>> Day => reason or browser => count. */
	private function days(): array {
		$stored = get_option( self::OPTION );
		$days   = [];
		foreach ( is_array( $stored ) ? $stored : [] as $day => $counts ) {
			$days[ (string) $day ] = array_filter(
				array_intersect_key( is_array( $counts ) ? $counts : [], array_flip( self::REASONS ) + self::BROWSERS ),
				'is_int'
			);
		}
		return array_filter( $days );
	}

	/** The last day that no longer counts. */
	private static function first( int $days ): string {
		return gmdate( 'Y-m-d', time() - $days * DAY_IN_SECONDS );
	}
}
