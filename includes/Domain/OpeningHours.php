<?php
/**
 * A point's week, in the point's local time. One week: Sendcloud answers with the hours of the current one, its holidays applied.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

use DateTimeImmutable;
use DateTimeZone;

/** @phpstan-type Interval array{start_time: string, end_time: string} */
final class OpeningHours {

	/** ISO 8601 weekday => name on the wire. */
	public const WEEKDAYS = [
		1 => 'monday',
		2 => 'tuesday',
		3 => 'wednesday',
		4 => 'thursday',
		5 => 'friday',
		6 => 'saturday',
		7 => 'sunday',
	];

	/** A moment with the offset of the clock at the point, as Sendcloud says when it opens next. */
	public const MOMENT = '/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/D';

	/** Where no point says which clock it lives by: right but for an hour at the end of a Sunday in Sendcloud's other countries. */
	private const CLOCK = 'Europe/Brussels';

	/** The first and the last minute of a day. */
	private const MIDNIGHT    = '00:00';
	private const LAST_MINUTE = '23:59';

	/** @param array<string, list<Interval>> $days All seven, by name; each in order, and without overlaps. */
	private function __construct( private readonly array $days ) {}

	/**
	 * The week that hours answered now are of.
	 *
	 * @param int    $now          Unix time.
	 * @param string $next_open_at Of the same answer, '' where it does not say.
	 * @return string Its Monday at the point, `2026-03-09`.
	 */
	public static function week( int $now, string $next_open_at = '' ): string {
		$zone = 1 === preg_match( self::MOMENT, $next_open_at, $part ) ? $part[1] : self::CLOCK;
		return ( new DateTimeImmutable( "@$now" ) )->setTimezone( new DateTimeZone( $zone ) )->modify( 'monday this week' )->format( 'Y-m-d' );
	}

	/**
	 * @param mixed $data Weekday name => intervals. A day without any is closed; a week without any is unknown, for that is how Sendcloud
	 *                    writes both a shop on holiday and one whose hours nobody told it.
	 */
	public static function from_array( mixed $data ): ?self {
		$fields = Fields::from_data( $data );
		$days   = array_fill_keys( self::WEEKDAYS, [] );
		foreach ( self::WEEKDAYS as $weekday => $name ) {
			foreach ( $fields->items( $name ) as $interval ) {
				foreach ( self::intervals( $interval ) as $days_later => $part ) {
					$days[ self::WEEKDAYS[ ( $weekday - 1 + $days_later ) % 7 + 1 ] ][] = $part;
				}
			}
		}
		return [] === array_filter( $days ) ? null : new self( array_map( self::joined( ... ), $days ) );
	}

	/**
	 * @param int $iso_weekday 1 (Monday) to 7 (Sunday), as date( 'N' ) answers.
	 * @return list<Interval> Empty when closed.
	 */
	public function on( int $iso_weekday ): array {
		return $this->days[ self::WEEKDAYS[ $iso_weekday ] ?? '' ] ?? [];
	}

	/**
	 * As people tell it: a night is one, and belongs to the evening that it begins with.
	 *
	 * @param int $iso_weekday 1 to 7.
	 * @return list<Interval> The last may end the next day, before it begins. Empty when nothing begins that day.
	 */
	public function told_on( int $iso_weekday ): array {
		$today    = $this->on( $iso_weekday );
		$tomorrow = $this->on( $iso_weekday % 7 + 1 );
		$told     = self::go_on( $this->on( ( $iso_weekday + 5 ) % 7 + 1 ), $today ) ? array_slice( $today, 1 ) : $today;
		if ( [] !== $told && self::go_on( $today, $tomorrow ) ) {
			$told[] = [
				'start_time' => array_pop( $told )['start_time'],
				'end_time'   => $tomorrow[0]['end_time'],
			];
		}
		return $told;
	}

	/** @return array<string, list<Interval>> */
	public function to_array(): array {
		return $this->days;
	}

	/** @return list<Interval> Its part of the day itself, and of the next where it goes on past midnight. None when it cannot be read. */
	private static function intervals( mixed $data ): array {
		$fields = Fields::from_data( $data );
		$start  = self::time( $fields->string( 'start_time' ) );
		$end    = self::time( $fields->string( 'end_time' ) );
		if ( null === $start || null === $end ) {
			return [];
		}
		$start = '24:00' === $start ? self::MIDNIGHT : $start;
		// A day that ends at midnight ends today: carriers write 00:00 or 24:00, and neither sorts after the start.
		$end = in_array( $end, [ self::MIDNIGHT, '24:00' ], true ) ? self::LAST_MINUTE : $end;
		return $end < $start
			? [ self::interval( $start, self::LAST_MINUTE ), self::interval( self::MIDNIGHT, $end ) ]
			: [ self::interval( $start, $end ) ];
	}

	/**
	 * @param list<Interval> $intervals Of one day.
	 * @return list<Interval>
	 */
	private static function joined( array $intervals ): array {
		usort( $intervals, static fn ( array $a, array $b ): int => $a['start_time'] <=> $b['start_time'] );
		$open   = array_shift( $intervals );
		$joined = [];
		foreach ( $intervals as $next ) {
			if ( null !== $open && $next['start_time'] <= $open['end_time'] ) {
				$open['end_time'] = max( $open['end_time'], $next['end_time'] );
				continue;
			}
			$joined[] = $open;
			$open     = $next;
		}
		return array_values( array_filter( [ ...$joined, $open ] ) );
	}

	/**
	 * Whether the last hours of a day and the first of the next are one night. Not where either day is open without a break.
	 *
	 * @param list<Interval> $evening
	 * @param list<Interval> $morning
	 */
	private static function go_on( array $evening, array $morning ): bool {
		$last  = $evening[ array_key_last( $evening ) ?? 0 ] ?? null;
		$first = $morning[0] ?? null;
		return null !== $last && null !== $first
			&& self::LAST_MINUTE === $last['end_time'] && self::MIDNIGHT !== $last['start_time']
			&& self::MIDNIGHT === $first['start_time'] && self::LAST_MINUTE !== $first['end_time'];
	}

	/** @return Interval */
	private static function interval( string $start, string $end ): array {
		return [
			'start_time' => $start,
			'end_time'   => $end,
		];
	}

	private static function time( string $typed ): ?string {
		$is_time = preg_match( '/^(\d{1,2}):(\d{2})(?::\d{2})?$/D', $typed, $part );
		if ( 1 !== $is_time || (int) $part[2] > 59 || (int) $part[1] * 60 + (int) $part[2] > 1440 ) {
			return null;
		}
		return sprintf( '%02d:%02d', (int) $part[1], (int) $part[2] );
	}
}
