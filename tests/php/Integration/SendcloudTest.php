<?php
/**
 * What Sendcloud is asked, and what a shopper gets when it fails.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

use SendcloudServicePoints\Domain\Coordinates;
use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Sendcloud\Problem;

final class SendcloudTest extends SendcloudTestCase {

	/** @return array<string, array{array<string, mixed>}> */
	public function passing_faults(): array {
		return [
			'error'         => [ [ 'fault' => 'server_error' ] ],
			'cut'           => [ [ 'fault' => 'cut' ] ],
			'rate limited'  => [ [ 'fault' => 'rate_limited' ] ],
			'HTML'          => [ [ 'fault' => 'html' ] ],
			'geocoder down' => [ [ 'fault' => 'geocoder_down' ] ],
		];
	}

	/** @dataProvider passing_faults */
	public function test_an_old_answer_is_better_than_none( array $fault ): void {
		$fresh = $this->source->search( $this->query() );
		Clock::advance( 23 * 3600 );
		$this->fault( $fault );
		self::assertEquals( $fresh, $this->source->search( $this->query() ) );
		self::assertCount( 2, $this->requests(), 'Sendcloud was asked first.' );
	}

	/** @return array<string, array{string, Problem}> */
	public function lasting_faults(): array {
		return [
			'credentials' => [ 'unauthorized', Problem::InvalidCredentials ],
			'not enabled' => [ 'not_enabled', Problem::NotEnabled ],
		];
	}

	/** @dataProvider lasting_faults */
	public function test_an_old_answer_does_not_hide_what_the_merchant_must_mend( string $fault, Problem $expected ): void {
		$this->source->search( $this->query() );
		Clock::advance( 16 * 60 );
		$this->fault( [ 'fault' => $fault ] );
		self::assertSame( $expected, $this->failed_search()->problem );
	}

	/** @return array<string, array{array<string, mixed>, Problem}> */
	public function faults(): array {
		return [
			'credentials'  => [ [ 'fault' => 'unauthorized' ], Problem::InvalidCredentials ],
			'not enabled'  => [ [ 'fault' => 'not_enabled' ], Problem::NotEnabled ],
			'rate limited' => [ [ 'fault' => 'rate_limited' ], Problem::RateLimited ],
			'error'        => [ [ 'fault' => 'server_error' ], Problem::Unreachable ],
			'cut'          => [ [ 'fault' => 'cut' ], Problem::Unreachable ],
			'HTML'         => [ [ 'fault' => 'html' ], Problem::MalformedResponse ],
			'geocoder'     => [ [ 'fault' => 'geocoder_down' ], Problem::GeocoderUnavailable ],
			'timeout'      => [
				[
					'fault' => 'slow',
					'ms'    => 7000,
				],
				Problem::Unreachable,
			],
		];
	}

	/**
	 * @dataProvider faults
	 * @param array<string, mixed> $fault
	 */
	public function test_fault( array $fault, Problem $expected ): void {
		$this->fault( $fault );
		self::assertSame( $expected, $this->failed_search()->problem );
	}

	public function test_a_position_still_works_without_the_geocoder(): void {
		$this->fault( [ 'fault' => 'geocoder_down' ] );
		$result = $this->source->search( SearchQuery::near_position( 'NL', new Coordinates( 51.438, 5.479 ) ) );
		self::assertNotSame( [], $result->service_points );
	}

	public function test_without_keys_nothing_is_asked(): void {
		update_option( 'sendcloud_service_points_secret_key', '' );
		self::assertSame( Problem::NotConfigured, $this->failed_search()->problem );
		self::assertSame( [], $this->requests() );
	}

	public function test_after_five_failures_sendcloud_is_left_alone_for_half_a_minute(): void {
		$this->fault( [ 'fault' => 'server_error' ] );
		foreach ( range( 1, 8 ) as $number ) {
			$this->failed_search( "Failure {$number}" );
		}
		self::assertCount( 5, $this->requests() );

		$this->reset_sandbox();
		self::assertGreaterThan( 0, $this->failed_search( 'Still resting' )->retry_after() );
		Clock::advance( 31 );
		self::assertNotSame( [], $this->source->search( $this->query() )->service_points );
	}

	public function test_a_word_of_sendcloud_when_to_come_back_is_kept(): void {
		$this->fault(
			[
				'fault'       => 'rate_limited',
				'retry_after' => 90,
			]
		);
		self::assertSame( 90, $this->failed_search( 'One' )->retry_after() );
		$this->failed_search( 'Two' );
		self::assertCount( 1, $this->requests() );
	}

	public function test_an_account_without_v3_is_asked_in_v2_and_this_is_remembered(): void {
		$this->fault( [ 'fault' => 'v3_missing' ] );
		$this->source->search( $this->query() );
		$this->source->find( self::EINDHOVEN );
		self::assertCount( 1, $this->requests( '/api/v3/' ) );
		self::assertCount( 2, $this->requests( '/api/v2/' ) );
	}

	public function test_an_outage_of_v3_is_not_taken_for_its_absence(): void {
		$this->fault( [ 'fault' => 'server_error' ] );
		$this->failed_search( 'Eindhoven' );
		self::assertSame( [], $this->requests( '/api/v2/' ) );
	}

	public function test_both_versions_tell_the_same_of_a_point(): void {
		$v3 = $this->source->find( self::EINDHOVEN )->to_array();
		update_option( 'sendcloud_service_points_api_version', 'v2' );
		$v2 = $this->source->find( self::EINDHOVEN )->to_array();
		self::assertCount( 1, $this->requests( '/api/v2/' ) );
		// v2 writes these two without spaces and in capitals.
		unset( $v3['address'], $v2['address'] );
		self::assertIsString( $v3['next_open_at'] );
		self::assertNull( $v2['next_open_at'], 'v2 does not say.' );
		unset( $v3['next_open_at'], $v2['next_open_at'] );
		self::assertSame( $v3, $v2 );
	}

	/**
	 * @dataProvider faults
	 * @param array<string, mixed> $fault
	 */
	public function test_who_asks_after_a_failure_is_told_the_same_for_a_moment( array $fault, Problem $expected ): void {
		$this->fault( $fault );
		$first = $this->failed_search();
		$next  = $this->failed_search();
		self::assertSame( [ $expected, $first->retry_after(), $first->getMessage() ], [ $next->problem, $next->retry_after(), $next->getMessage() ] );
		self::assertCount( 1, $this->requests( '/service-points' ) );

		Clock::advance( 31 );
		$this->failed_search();
		self::assertCount( 2, $this->requests( '/service-points' ) );
	}

	public function test_nor_is_sendcloud_asked_for_a_moment_where_an_old_answer_stood_in(): void {
		$old = $this->source->search( $this->query() );
		Clock::advance( 16 * 60 );
		$this->fault( [ 'fault' => 'server_error' ] );
		foreach ( range( 1, 3 ) as $visitor ) {
			self::assertEquals( $old, $this->source->search( $this->query() ), "Visitor {$visitor}" );
		}
		self::assertCount( 2, $this->requests() );

		Clock::advance( 6 );
		$this->reset_sandbox();
		$this->source->search( $this->query() );
		self::assertCount( 1, $this->requests() );
	}

	public function test_one_question_that_sendcloud_stumbles_over_does_not_stop_the_others(): void {
		$this->fault(
			[
				'fault' => 'server_error',
				'path'  => 'Helmond',
			]
		);
		foreach ( range( 1, 6 ) as $attempt ) {
			$this->failed_search( 'Helmond' );
			Clock::advance( 31 );
		}
		self::assertCount( 6, $this->requests() );
		self::assertNotSame( [], $this->source->search( $this->query() )->service_points );
	}

	public function test_a_refusal_is_an_answer_too_and_ends_the_row_of_failures(): void {
		foreach ( [ 1, 2 ] as $round ) {
			$this->fault( [ 'fault' => 'server_error' ] );
			foreach ( range( 1, 4 ) as $number ) {
				$this->failed_search( "Failure {$round} {$number}" );
			}
			$this->sandbox( 'DELETE', '/_faults' );
			self::assertSame( Problem::RejectedRequest, $this->failed_search( "Nowhere {$round}", 'XX' )->problem );
		}
		self::assertCount( 10, $this->requests() );
	}

	public function test_the_log_holds_neither_keys_nor_addresses(): void {
		$lines = '';
		add_filter(
			'woocommerce_logger_log_message',
			static function ( $message, $level, $context ) use ( &$lines ) {
				$lines .= $message . wp_json_encode( $context );
				return $message;
			},
			10,
			3
		);
		foreach ( [ 'unauthorized', 'server_error', 'html', 'cut' ] as $fault ) {
			$this->reset_sandbox();
			$this->fault( [ 'fault' => $fault ] );
			$this->failed_search( "Secret Lane 5, {$fault}" );
		}
		self::assertGreaterThanOrEqual( 4, substr_count( $lines, 'sendcloud-service-points' ) );
		self::assertStringNotContainsString( 'Secret', $lines );
		self::assertStringNotContainsString( 'sandbox-', $lines );
		// The keys of HTTP Basic authentication begin so.
		self::assertStringNotContainsString( 'c2FuZGJveC1wdWJsaWM', $lines );
	}
}
