<?php
/**
 * The account's requests: counted in one place, and left to the shoppers.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

use SendcloudServicePoints\Diagnostics\Checks\RequestsCheck;
use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Sendcloud\Budget;
use SendcloudServicePoints\Sendcloud\Problem;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Sendcloud\Urgency;
use SendcloudServicePoints\Services;
use SendcloudServicePoints\Support\Counter;

final class BudgetTest extends SendcloudTestCase {

	protected function setUp(): void {
		parent::setUp();
		Clock::advance( Counter::seconds_left() );
	}

	/** @return array<string, array{bool}> */
	public function stores(): array {
		return [
			'rows of a table' => [ false ],
			'an object cache' => [ true ],
		];
	}

	/** @dataProvider stores */
	public function test_who_asks_sendcloud_whatever_for_is_counted_by_kind( bool $object_cache ): void {
		wp_using_ext_object_cache( $object_cache );
		$services = new Services( __FILE__ );
		$point    = $services->source()->find( self::EINDHOVEN );
		$services->source()->find( self::EINDHOVEN );
		$services->integrations()->all();
		$services->background_source()->search( $this->query() );
		$services->source()->is_available( $point );
		self::assertSame(
			[
				Budget::READS   => 3,
				Budget::WRITES  => 1,
				Budget::REFUSED => 0,
			],
			( new Budget() )->last_hour()
		);
	}

	/** @dataProvider stores */
	public function test_background_work_waits_first_then_the_export_then_everybody( bool $object_cache ): void {
		wp_using_ext_object_cache( $object_cache );
		$this->spend( 50 );
		self::assertSame( [ 'background' ], $this->waiting() );
		// Those who did not wait have spent one each.
		$this->spend( 28 );
		self::assertSame( [ 'background', 'export' ], $this->waiting() );
		$this->spend( 19 );
		self::assertSame( [ 'background', 'export', 'person' ], $this->waiting() );
		self::assertNotSame( [], $this->source->search( $this->query() )->service_points, 'Searches have a budget of their own.' );
		Clock::advance( Counter::seconds_left() );
		self::assertSame( [], $this->waiting() );
	}

	public function test_a_person_who_has_to_wait_is_told_when_to_come_back_and_sendcloud_is_not_asked(): void {
		$this->spend( 100 );
		try {
			$this->source->is_available( $this->source->find( self::EINDHOVEN ) );
			self::fail( 'It was asked.' );
		} catch ( SendcloudException $exception ) {
			self::assertSame( [ Problem::Deferred, 60 ], [ $exception->problem, $exception->retry_after() ] );
		}
		self::assertSame( [], $this->requests( 'check-availability' ) );
	}

	public function test_once_sendcloud_says_that_the_limit_is_reached_only_persons_ask_on(): void {
		$this->fault(
			[
				'fault' => 'rate_limited',
				'path'  => '/check-availability',
				'times' => 1,
			]
		);
		$services = new Services( __FILE__ );
		$point    = $services->source()->find( self::EINDHOVEN );
		try {
			$services->source()->is_available( $point );
			self::fail( 'It was answered.' );
		} catch ( SendcloudException $exception ) {
			self::assertSame( Problem::RateLimited, $exception->problem );
		}
		self::assertSame( [ 'background', 'export' ], $this->waiting() );
		self::assertNotSame( [], $this->source->search( $this->query() )->service_points, 'Labels have used up the POSTs; shoppers search all the same.' );
		Clock::advance( Counter::seconds_left() );
		self::assertSame( [], $this->waiting() );
	}

	public function test_a_background_question_that_waits_says_nothing_of_sendcloud(): void {
		$services = new Services( __FILE__ );
		$this->spend( 500, 'GET' );
		foreach ( range( 1, 6 ) as $number ) {
			try {
				$services->background_source()->search( SearchQuery::near_address( 'NL', "Eindhoven {$number}" ) );
				self::fail( 'It was asked.' );
			} catch ( SendcloudException $exception ) {
				self::assertSame( Problem::Deferred, $exception->problem );
			}
		}
		self::assertNotSame( [], $this->source->search( SearchQuery::near_address( 'NL', 'Eindhoven 1' ) )->service_points );
	}

	public function test_the_doctor_shows_the_busiest_minute_and_the_refusals_of_the_last_hour(): void {
		$check = new RequestsCheck( new Budget() );
		$this->spend( 70 );
		Clock::advance( 300 );
		$this->spend( 3 );
		$found = $check->run();
		self::assertSame( 'good', $found->status->value );
		self::assertStringContainsString( '70 of 100', implode( $found->details ) );

		( new Budget() )->note_refusal();
		self::assertSame( 'recommended', $check->run()->status->value );
		self::assertStringContainsString( 'refused 1 request', $check->run()->summary );

		Clock::advance( 3600 );
		self::assertStringContainsString( '0 of 100', implode( $check->run()->details ) );
	}

	public function test_an_hour_of_counts_takes_little_room(): void {
		foreach ( range( 1, 100 ) as $minute ) {
			$this->spend( 1 );
			Clock::advance( 60 );
		}
		self::assertLessThanOrEqual( 60, $this->rows( 'count_budget' ) );
	}

	private function spend( int $times, string $method = 'POST' ): void {
		$budget = new Budget();
		for ( ; $times > 0; --$times ) {
			$budget->spend( $method, Urgency::Person );
		}
	}

	/** @return list<string> Those who cannot ask about availability now; the others do. */
	private function waiting(): array {
		$urgencies = [
			'background' => Urgency::Background,
			'export'     => Urgency::Export,
			'person'     => Urgency::Person,
		];
		$waiting   = [];
		foreach ( $urgencies as $name => $urgency ) {
			try {
				( new Budget() )->spend( 'POST', $urgency );
			} catch ( SendcloudException $exception ) {
				self::assertSame( Problem::Deferred, $exception->problem );
				$waiting[] = $name;
			}
		}
		return $waiting;
	}
}
