<?php
/**
 * Sendcloud calls several routes at nearly the same time, and what each call says is kept.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Official;

use SendcloudServicePoints\SendcloudPlugins\Connection\Connection;
use SendcloudServicePoints\Tests\Integration\TestCase;

final class ConnectionTest extends TestCase {

	private const SCRIPT = 'https://embed.example.com/spp.js';

	private Connection $connection;

	protected function setUp(): void {
		parent::setUp();
		$this->connection = new Connection();
	}

	/** @return array<string, array{string, string}> */
	public function pairs(): array {
		$names = [ 'connected', 'off', 'asking', 'zone' ];
		$pairs = [];
		foreach ( $names as $slow ) {
			foreach ( array_diff( $names, [ $slow ] ) as $quick ) {
				$pairs[ "$quick, while $slow is being written" ] = [ $slow, $quick ];
			}
		}
		return $pairs;
	}

	/** @dataProvider pairs */
	public function test_two_calls_at_once_lose_nothing( string $slow, string $quick ): void {
		$this->connection->switch_on( self::SCRIPT );
		// The slow one has read what there is, and is about to write.
		$meanwhile = function ( string $query ) use ( &$meanwhile, $quick ): string {
			if ( 1 === preg_match( '/^\s*(INSERT|UPDATE).*sendcloud_service_points_/s', $query ) ) {
				remove_filter( 'query', $meanwhile );
				$this->tell( $quick );
			}
			return $query;
		};
		add_filter( 'query', $meanwhile );
		$this->tell( $slow );

		wp_cache_flush();
		self::assertTrue( $this->is_known( $slow ), $slow );
		self::assertTrue( $this->is_known( $quick ), $quick );
	}

	public function test_service_points_switched_off_by_another_request_can_be_switched_on_by_this_one(): void {
		$this->connection->switch_on( self::SCRIPT );
		$this->another_request( fn () => $this->connection->switch_off() );

		$this->connection->switch_on( self::SCRIPT );

		wp_cache_flush();
		self::assertFalse( $this->connection->is_off() );
	}

	public function test_zones_served_by_another_request_are_still_known(): void {
		$this->connection->mark_zone_served( 4 );
		$this->another_request( fn () => $this->connection->mark_zone_served( 5 ) );

		$this->connection->mark_zone_served( 6 );

		wp_cache_flush();
		self::assertSame( [ 4, 5, 6 ], $this->connection->zones_served() );
	}

	public function test_what_a_shop_knows_from_before_stays_known(): void {
		update_option(
			'sendcloud_service_points_connection',
			[
				'integration_id' => '7',
				'service_points' => 'off',
				'script_url'     => '',
				'asks'           => true,
				'zones'          => [ 3 ],
			]
		);
		self::assertTrue( $this->connection->is_off() );

		$this->connection->switch_on( self::SCRIPT );
		self::assertFalse( $this->connection->is_off() );
		self::assertSame( '7', $this->connection->integration_id() );
		self::assertTrue( $this->connection->is_asking() );
		self::assertSame( [ 3 ], $this->connection->zones_served() );

		$this->connection->mark_zone_served( 5 );
		$this->connection->set_asking( false );
		$this->connection->disconnect();
		self::assertSame( '', $this->connection->integration_id() );
		self::assertFalse( $this->connection->is_asking() );
		self::assertSame( [ 3, 5 ], $this->connection->zones_served() );
	}

	private function tell( string $what ): void {
		match ( $what ) {
			'connected' => $this->connection->connect( '7' ),
			'off'       => $this->connection->switch_off(),
			'asking'    => $this->connection->set_asking( true ),
			'zone'      => $this->connection->mark_zone_served( 5 ),
		};
	}

	private function is_known( string $what ): bool {
		return match ( $what ) {
			'connected' => '7' === $this->connection->integration_id(),
			'off'       => $this->connection->is_off(),
			'asking'    => $this->connection->is_asking(),
			'zone'      => [ 5 ] === $this->connection->zones_served(),
		};
	}

	/** Does it while this request remembers what it read at its beginning. */
	private function another_request( callable $what ): void {
		$remembered = wp_load_alloptions();
		$what();
		wp_cache_flush();
		wp_cache_set( 'alloptions', $remembered, 'options' );
	}
}
