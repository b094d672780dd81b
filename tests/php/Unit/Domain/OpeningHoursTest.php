<?php
/**
 * A week as carriers send it, as it is on the wire, and as people tell it. Days that a week does not name are closed.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Unit\Domain;

use PHPUnit\Framework\TestCase;
use SendcloudServicePoints\Domain\OpeningHours;
use SendcloudServicePoints\Tests\Unit\Fixtures;

final class OpeningHoursTest extends TestCase {

	use Fixtures;

	/**
	 * @dataProvider weeks
	 * @param array{name: string, sent: array<string, mixed>, times: array<string, mixed>, told: array<string, mixed>} $week
	 */
	public function test_a_week( array $week ): void {
		$hours = OpeningHours::from_array( $week['sent'] );
		self::assertNotNull( $hours );
		self::assertSame( self::whole( $week['times'] ), $hours->to_array() );
		self::assertSame( $hours->to_array(), OpeningHours::from_array( $hours->to_array() )?->to_array(), 'Read again it is the same.' );

		$told = [];
		foreach ( OpeningHours::WEEKDAYS as $weekday => $name ) {
			$told[ $name ] = $hours->told_on( $weekday );
		}
		self::assertSame( self::whole( $week['told'] ), $told );
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public function weeks(): iterable {
		foreach ( self::json( 'hours/weeks.json' ) as $week ) {
			yield $week['name'] => [ $week ];
		}
	}

	public function test_unknown_hours_are_not_closed_hours(): void {
		self::assertNull( OpeningHours::from_array( [] ) );
		self::assertNull( OpeningHours::from_array( 'always' ) );
		self::assertNull( OpeningHours::from_array( array_fill_keys( OpeningHours::WEEKDAYS, null ) ), 'All null: on holiday, or never told.' );
		self::assertNull(
			OpeningHours::from_array(
				[
					'monday' => [
						[
							'start_time' => 'soon',
							'end_time' => 'late',
						],
					],
				]
			),
			'Unreadable.'
		);
	}

	public function test_a_day_that_is_null_is_closed_where_others_are_not(): void {
		$hours = OpeningHours::from_array(
			[
				'monday' => null,
				'tuesday' => [
					[
						'start_time' => '09:00',
						'end_time'   => '18:00',
					],
				],
			]
		);
		self::assertSame( [], $hours?->on( 1 ) );
		self::assertCount( 1, $hours->on( 2 ) );
	}

	/**
	 * @testWith ["2026-03-15T22:30:00Z", "2026-03-16T09:00:00+01:00", "2026-03-09"]
	 *           ["2026-03-15T22:30:00Z", "2026-03-16T09:00:00+02:00", "2026-03-16"]
	 *           ["2026-03-15T23:30:00Z", "", "2026-03-16"]
	 *           ["2026-03-15T23:30:00Z", "soon", "2026-03-16"]
	 *           ["2026-03-09T12:00:00Z", "2026-03-10T09:00:00Z", "2026-03-09"]
	 */
	public function test_the_week_is_that_of_the_points_own_clock( string $now, string $next, string $monday ): void {
		self::assertSame( $monday, OpeningHours::week( (int) strtotime( $now ), $next ) );
	}

	/**
	 * @param array<string, mixed> $days
	 * @return array<string, mixed>
	 */
	private static function whole( array $days ): array {
		return array_replace( array_fill_keys( OpeningHours::WEEKDAYS, [] ), $days );
	}
}
