<?php
/**
 * Opening hours as people read them: a week in few lines, days with the same hours together.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use DateTimeZone;
use SendcloudServicePoints\Domain\OpeningHours;
use WP_Locale;

final class HoursFormatter {

	/** @return array<string, string> Days => hours, e.g. "Monday – Friday" => "09:00–18:00". Neither is escaped. */
	public function lines( OpeningHours $hours ): array {
		$lines = [];
		$from  = 1;

		foreach ( range( 1, 7 ) as $day ) {
			$text = $this->day( $hours, $day );

			if ( 7 === $day || $this->day( $hours, $day + 1 ) !== $text ) {
				$lines[ $this->weekdays( $from, $day ) ] = $text;

				$from = $day + 1;
			}
		}

		return $lines;
	}

	private function day( OpeningHours $hours, int $day ): string {
		$intervals = array_map(
			fn ( array $interval ): string => $this->time( $interval['start_time'] ) . '–' . $this->time( $interval['end_time'] ),
			$hours->told_on( $day )
		);

		return [] === $intervals ? __( 'Closed', 'sendcloud-service-points' ) : implode( ', ', $intervals );
	}

	/** @param string $day `2026-03-09`, as the shop writes dates. */
	public function date( string $day ): string {
		$moment = strtotime( "$day UTC" );

		return false === $moment ? $day : (string) wp_date( wc_date_format(), $moment, new DateTimeZone( 'UTC' ) );
	}

	/**
	 * In the shop's own time format; the point's local time is no moment of any zone, so it is formatted as UTC.
	 */
	private function time( string $time ): string {
		$moment = strtotime( "1970-01-01 $time UTC" );

		return false === $moment ? $time : (string) wp_date( wc_time_format(), $moment, new DateTimeZone( 'UTC' ) );
	}

	/**
	 * @param int $from 1 (Monday) to 7.
	 * @param int $to   The same or a later day.
	 */
	private function weekdays( int $from, int $to ): string {
		global $wp_locale;

		if ( ! $wp_locale instanceof WP_Locale ) {
			return '';
		}
		$names = array_map( static fn ( int $day ): string => $wp_locale->get_weekday( $day % 7 ), array_unique( [ $from, $to ] ) );
		return implode( ' – ', $names );
	}
}
