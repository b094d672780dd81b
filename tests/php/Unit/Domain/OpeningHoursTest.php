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
		self::assertSame( [], OpeningHours::from_array( [ 'sunday' => null ] )?->on( 1 ) );
	}

	/**
	 * @param array<string, mixed> $days
	 * @return array<string, mixed>
	 */
	private static function whole( array $days ): array {
		return array_replace( array_fill_keys( OpeningHours::WEEKDAYS, [] ), $days );
	}
}
