<?php
/**
 * What Sendcloud is asked, how often, and what a shopper gets when it fails.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

use SendcloudServicePoints\Domain\Coordinates;
use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Sendcloud\Problem;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Sendcloud\ServicePoints\CachedSource;
use SendcloudServicePoints\Sendcloud\ServicePoints\CircuitBreaker;
use SendcloudServicePoints\Sendcloud\ServicePoints\FallbackSource;
use SendcloudServicePoints\Sendcloud\ServicePoints\ServicePointSource;
use SendcloudServicePoints\Sendcloud\ServicePoints\V2Source;
use SendcloudServicePoints\Sendcloud\ServicePoints\V3Source;
use SendcloudServicePoints\Sendcloud\Transport;
use SendcloudServicePoints\Settings\Settings;
use SendcloudServicePoints\Support\Cache;
use SendcloudServicePoints\Support\Counter;
use SendcloudServicePoints\Support\Lock;
use SendcloudServicePoints\Support\Logger;

final class SendcloudTest extends TestCase {

	use SandboxRequests;

	private const EINDHOVEN   = 1000001;
	private const UNAVAILABLE = 1000015;
	private const MISSING     = 1999999;

	private Settings $settings;

	private ServicePointSource $source;

	protected function setUp(): void {
		parent::setUp();
		$this->forget_answers();
		$this->reset_sandbox();
		$this->settings = new Settings();
		$transport      = new Transport( $this->settings, new Logger() );
		$memory         = new Cache( 'sendcloud', 10 );
		$sendcloud      = new FallbackSource( new V3Source( $transport, $this->settings ), new V2Source( $transport, $this->settings ), $memory, $this->settings );
		$this->source   = new CachedSource( new CircuitBreaker( $sendcloud, $memory, $this->settings ), new Cache( 'answers', 2000, Settings::ACCOUNT ), $this->settings );
	}

	protected function tearDown(): void {
		$this->reset_sandbox();
		Clock::start();
		wp_using_ext_object_cache( false );
		parent::tearDown();
	}

	public function test_the_same_search_is_asked_once(): void {
		$first  = $this->source->search( $this->query() );
		$second = $this->source->search( SearchQuery::near_address( 'nl', ' eindhoven  STATION ' ) );
		self::assertNotSame( [], $first->service_points );
		self::assertEquals( $first, $second );
		self::assertCount( 1, $this->requests() );
	}

	public function test_after_a_quarter_of_an_hour_it_is_asked_again(): void {
		$this->source->search( $this->query() );
		Clock::advance( 15 * 60 + 1 );
		$this->source->search( $this->query() );
		self::assertCount( 2, $this->requests() );
	}

	public function test_other_keys_are_another_account(): void {
		$this->source->search( $this->query() );
		update_option( 'sendcloud_service_points_api_version', 'v2' );
		$this->source->search( $this->query() );
		self::assertCount( 2, $this->requests() );
	}

	public function test_an_object_cache_is_used_where_there_is_one(): void {
		wp_using_ext_object_cache( true );
		$before = $this->rows();
		$this->source->search( $this->query() );
		$this->source->search( $this->query() );
		self::assertCount( 1, $this->requests() );
		self::assertSame( $before, $this->rows() );
	}

	/** @dataProvider stores */
	public function test_any_number_of_searches_takes_a_limited_place_and_the_oldest_go_first( bool $object_cache ): void {
		wp_using_ext_object_cache( $object_cache );
		$cache = new Cache( 'few', 10 );
		foreach ( range( 1, 50 ) as $number ) {
			$cache->set( "search {$number}", "answer {$number}", 600 );
			self::assertSame( "answer {$number}", $cache->get( "search {$number}" ) );
			Clock::advance( 1 );
		}
		$kept = array_filter( range( 1, 50 ), static fn ( int $number ): bool => null !== $cache->get( "search {$number}" ) );
		self::assertLessThanOrEqual( 10, count( $kept ) );
		self::assertSame( range( 51 - count( $kept ), 50 ), array_values( $kept ) );
		self::assertLessThanOrEqual( 10, $this->rows( 'cache_few' ) );
	}

	/** @dataProvider stores */
	public function test_two_hundred_searches_are_remembered_beside_each_other( bool $object_cache ): void {
		wp_using_ext_object_cache( $object_cache );
		foreach ( [ 'cold', 'warm' ] as $round ) {
			foreach ( range( 1, 200 ) as $number ) {
				$this->source->search( SearchQuery::near_position( 'NL', new Coordinates( 51 + $number / 100, 5 ), limit: 1 ) );
			}
			self::assertCount( 200, $this->requests(), "Round: {$round}" );
		}
	}

	/** @dataProvider stores */
	public function test_what_is_kept_is_small_whatever_bytes_it_is_of( bool $object_cache ): void {
		wp_using_ext_object_cache( $object_cache );
		$bytes = implode( '', array_map( 'chr', range( 0, 255 ) ) );
		$cache = new Cache( 'bytes', 5 );
		$cache->set( 'all', $bytes, 60 );
		self::assertSame( $bytes, $cache->get( 'all' ) );
		Clock::advance( $object_cache ? 0 : 61 );
		$cache->set( 'large', str_repeat( 'x', 256 * 1024 + 1 ), 60 );
		self::assertNull( $cache->get( 'large' ) );
		if ( ! $object_cache ) {
			self::assertNull( $cache->get( 'all' ), 'Its time is over.' );
		}
	}

	public function test_fifty_points_take_less_than_five_kilobytes_of_the_table(): void {
		global $wpdb;
		$found = $this->source->search( SearchQuery::near_address( 'NL', 'Eindhoven' ) );
		self::assertCount( 50, $found->service_points );
		self::assertLessThan( 5 * 1024, (int) $wpdb->get_var( "SELECT MAX( LENGTH( option_value ) ) FROM {$wpdb->options} WHERE option_name LIKE 'sendcloud_service_points_cache_answers_%'" ) );
	}

	/** @return array<string, array{bool}> */
	public function stores(): array {
		return [
			'rows of a table' => [ false ],
			'an object cache' => [ true ],
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

	/** @dataProvider lasting_faults */
	public function test_an_old_answer_does_not_hide_what_the_merchant_must_mend( string $fault, Problem $expected ): void {
		$this->source->search( $this->query() );
		Clock::advance( 16 * 60 );
		$this->fault( [ 'fault' => $fault ] );
		self::assertSame( $expected, $this->failed_search()->problem );
	}

	/** @return array<string, array{string, Problem}> */
	public function lasting_faults(): array {
		return [
			'credentials' => [ 'unauthorized', Problem::InvalidCredentials ],
			'not enabled' => [ 'not_enabled', Problem::NotEnabled ],
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

	public function test_a_refusal_is_remembered_for_a_moment(): void {
		foreach ( [ 0, 10, 31 ] as $seconds ) {
			Clock::advance( $seconds );
			try {
				$this->source->find( self::MISSING );
				self::fail( 'It was found.' );
			} catch ( SendcloudException $exception ) {
				self::assertSame( Problem::NotFound, $exception->problem );
			}
		}
		self::assertCount( 2, $this->requests() );
		self::assertSame( Problem::RejectedRequest, $this->failed_search( 'Nowhere', 'XX' )->problem );
	}

	public function test_a_point_is_remembered_for_five_minutes(): void {
		$this->source->find( self::EINDHOVEN );
		self::assertSame( 'Stadhuisplein Parcel Shop', $this->source->find( self::EINDHOVEN )->name );
		self::assertCount( 1, $this->requests() );
		Clock::advance( 301 );
		$this->source->find( self::EINDHOVEN );
		self::assertCount( 2, $this->requests() );
	}

	public function test_availability_is_never_remembered(): void {
		$point = $this->source->find( self::EINDHOVEN );
		self::assertTrue( $this->source->is_available( $point ) );
		self::assertTrue( $this->source->is_available( $point ) );
		self::assertFalse( $this->source->is_available( $this->source->find( self::UNAVAILABLE ) ) );
		self::assertCount( 3, $this->requests( 'check-availability' ) );
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
		self::assertSame( $v3, $v2 );
	}

	public function test_who_asks_while_another_does_gets_the_old_answer_at_once(): void {
		$old = $this->source->search( $this->query() );
		Clock::advance( 16 * 60 );
		$this->lock_query();
		self::assertEquals( $old, $this->source->search( $this->query() ) );
		self::assertCount( 1, $this->requests() );
	}

	public function test_who_asks_while_another_does_and_there_is_no_old_answer_is_told_to_come_back(): void {
		$this->lock_query();
		$start     = microtime( true );
		$exception = $this->failed_search();
		self::assertSame( [ Problem::Busy, 2 ], [ $exception->problem, $exception->retry_after() ] );
		self::assertSame( [], $this->requests(), 'Nobody asks without the lock.' );
		self::assertGreaterThanOrEqual( CachedSource::PATIENCE, microtime( true ) - $start );

		Clock::advance( 13 );
		self::assertNotSame( [], $this->source->search( $this->query() )->service_points, 'The other one has died.' );
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
		self::assertCount( 1, $this->requests() );

		Clock::advance( 31 );
		$this->failed_search();
		self::assertCount( 2, $this->requests() );
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
			Clock::advance( 6 );
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

	/** @dataProvider stores */
	public function test_a_lock_is_its_holders_and_ends_by_itself( bool $object_cache ): void {
		wp_using_ext_object_cache( $object_cache );
		$first = Lock::acquire( 'question', 5 );
		self::assertNotNull( $first );
		self::assertNull( Lock::acquire( 'question', 5 ) );
		self::assertNotNull( Lock::acquire( 'another question', 5 ), 'Only the same question waits.' );

		Clock::advance( 6 );
		if ( $object_cache ) {
			// WordPress' own forgets nothing within a request.
			wp_cache_flush();
		}
		$second = Lock::acquire( 'question', 60 );
		self::assertNotNull( $second, 'Its holder has died.' );
		$first->release();
		self::assertNull( Lock::acquire( 'question', 5 ), 'Or has not, and comes back late.' );
		$second->release();
		self::assertNotNull( Lock::acquire( 'question', 5 ) );
	}

	/** @dataProvider stores */
	public function test_counts_are_of_one_minute_and_do_not_pile_up( bool $object_cache ): void {
		wp_using_ext_object_cache( $object_cache );
		$counter = new Counter( 'test' );
		Clock::advance( Counter::seconds_left() );
		self::assertSame( [ 1, 2, 1, 3 ], [ $counter->increment( 'a' ), $counter->increment( 'a' ), $counter->increment( 'b' ), $counter->increment( 'a' ) ] );
		self::assertSame( $object_cache ? 0 : 2, $this->rows( 'count_test' ) );
		Clock::advance( Counter::seconds_left() );
		self::assertSame( 1, $counter->increment( 'a' ) );
		self::assertSame( $object_cache ? 0 : 1, $this->rows( 'count_test' ) );
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

	private function query(): SearchQuery {
		return SearchQuery::near_address( 'NL', 'Eindhoven Station' );
	}

	/** Another process asks the query right now. */
	private function lock_query(): void {
		self::assertNotNull( Lock::acquire( 'search|' . $this->query()->key(), 12 ) );
	}

	private function failed_search( string $address = 'Eindhoven Station', string $country = 'NL' ): SendcloudException {
		try {
			$this->source->search( SearchQuery::near_address( $country, $address ) );
		} catch ( SendcloudException $exception ) {
			return $exception;
		}
		self::fail( 'There was an answer.' );
	}

	/** How many rows of ours the options table has. */
	private function rows( string $name = '' ): int {
		global $wpdb;
		return (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM {$wpdb->options} WHERE option_name LIKE %s", $wpdb->esc_like( "sendcloud_service_points_{$name}" ) . '%' ) );
	}
}
