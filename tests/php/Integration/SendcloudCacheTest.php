<?php
/**
 * How often Sendcloud is asked, and what is kept of its answers.
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
use SendcloudServicePoints\Support\Cache;
use SendcloudServicePoints\Support\Counter;
use SendcloudServicePoints\Support\Lock;

final class SendcloudCacheTest extends SendcloudTestCase {

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
		// Not the carriers' pictures, which are no cache.
		$rows   = fn (): array => array_map( $this->rows( ... ), [ 'cache', 'count', 'lock' ] );
		$before = $rows();
		$this->source->search( $this->query() );
		$this->source->search( $this->query() );
		self::assertCount( 1, $this->requests() );
		self::assertSame( $before, $rows() );
	}

	/** @return array<string, array{bool}> */
	public function stores(): array {
		return [
			'rows of a table' => [ false ],
			'an object cache' => [ true ],
		];
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
}
