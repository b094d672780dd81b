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
use SendcloudServicePoints\Support\Logger;
use SendcloudServicePoints\Support\SharedCache;

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
		$sendcloud      = new FallbackSource( new V3Source( $transport, $this->settings ), new V2Source( $transport, $this->settings ), $this->settings );
		$this->source   = new CachedSource(
			new CircuitBreaker( $sendcloud, new SharedCache( 'outage', 1 ), $this->settings ),
			$this->answers(),
			$this->settings
		);
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
		$before = $this->transients();
		$this->source->search( $this->query() );
		$this->source->search( $this->query() );
		self::assertCount( 1, $this->requests() );
		self::assertSame( $before, $this->transients() );
	}

	public function test_without_one_any_number_of_searches_takes_a_fixed_number_of_rows(): void {
		$cache = new SharedCache( 'few', 4 );
		foreach ( range( 1, 50 ) as $number ) {
			$cache->set( "search {$number}", [ $number ], 600 );
			self::assertSame( [ $number ], $cache->get( "search {$number}" ) );
		}
		self::assertLessThanOrEqual( 4, $this->transients( 'few' ) );
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
		self::assertTrue( $this->answers()->lock( $this->key( $this->query() ), 60 ) );
		self::assertEquals( $old, $this->source->search( $this->query() ) );
		self::assertCount( 1, $this->requests() );
	}

	public function test_a_lock_whose_holder_died_ends_by_itself(): void {
		$cache = $this->answers();
		self::assertTrue( $cache->lock( 'question', 5 ) );
		self::assertFalse( $cache->lock( 'question', 5 ) );
		Clock::advance( 6 );
		self::assertTrue( $cache->lock( 'question', 5 ) );
		$cache->unlock( 'question' );
		self::assertTrue( $cache->lock( 'question', 5 ) );
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
			$this->failed_search( 'Secret Lane 5' );
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

	private function answers(): SharedCache {
		return new SharedCache( 'answers', 256 );
	}

	private function key( SearchQuery $query ): string {
		return $this->settings->fingerprint() . '|search|' . $query->key();
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
	private function transients( string $name = '' ): int {
		global $wpdb;
		return (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM {$wpdb->options} WHERE option_name LIKE %s", $wpdb->esc_like( "_transient_sendcloud_service_points_{$name}" ) . '%' ) );
	}
}
