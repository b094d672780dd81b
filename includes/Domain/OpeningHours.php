<?php
/**
 * A point's week, in the point's local time.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

/**
 * @phpstan-type Interval array{start_time: string, end_time: string}
 */
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

	/** @param array<string, list<Interval>> $days All seven, by name. */
	private function __construct( private readonly array $days ) {}

	/**
	 * @param mixed $data Weekday name => intervals. Null when it names no weekday: unknown hours are not closed hours.
	 */
	public static function from_array( mixed $data ): ?self {
		$fields = Fields::of( $data );
		if ( [] === array_intersect_key( $fields->data, array_flip( self::WEEKDAYS ) ) ) {
			return null;
		}
		$days = [];
		foreach ( self::WEEKDAYS as $name ) {
			$intervals     = array_map( self::interval( ... ), $fields->list( $name ) );
			$days[ $name ] = array_values( array_filter( $intervals ) );
		}
		return new self( $days );
	}

	/**
	 * @param int $iso_weekday 1 (Monday) to 7 (Sunday), as date( 'N' ) answers.
	 * @return list<Interval> Empty when closed.
	 */
	public function on( int $iso_weekday ): array {
		return $this->days[ self::WEEKDAYS[ $iso_weekday ] ?? '' ] ?? [];
	}

	/** @return array<string, list<Interval>> */
	public function to_array(): array {
		return $this->days;
	}

	/** @return Interval|null */
	private static function interval( mixed $data ): ?array {
		$fields = Fields::of( $data );
		$start  = self::time( $fields->string( 'start_time' ) );
		$end    = self::time( $fields->string( 'end_time' ) );
		if ( null === $start || null === $end ) {
			return null;
		}
		// A day that ends at midnight ends today: carriers write 00:00 or 24:00, and neither sorts after the start.
		return [
			'start_time' => '24:00' === $start ? '00:00' : $start,
			'end_time'   => in_array( $end, [ '00:00', '24:00' ], true ) ? '23:59' : $end,
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
