<?php
/**
 * A crowd that searches the same place at the same moment, each in a process of its own.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

use SendcloudServicePoints\Sendcloud\ServicePoints\CachedSource;

final class CrowdTest extends TestCase {

	use SandboxRequests;

	private const SHOPPERS = 5;

	private string $folder;

	/** No transaction: the other processes have to see what this one does, and each other. */
	protected function setUp(): void {
		parent::setUp();
		$GLOBALS['wpdb']->query( 'ROLLBACK' );
		$this->forget_answers();
		Clock::start();
		$this->reset_sandbox();
		$this->folder = get_temp_dir() . uniqid( 'crowd' );
		mkdir( $this->folder );
	}

	protected function tearDown(): void {
		array_map( 'unlink', (array) glob( $this->folder . '/*' ) );
		rmdir( $this->folder );
		$this->forget_answers();
		Clock::start();
		$this->reset_sandbox();
		$GLOBALS['wpdb']->query( 'START TRANSACTION' );
		parent::tearDown();
	}

	/**
	 * @group slow
	 * @dataProvider manners
	 * @param list<array<string, mixed>> $faults   How Sendcloud answers.
	 * @param list<string>               $expected Codes of answers: '' for points.
	 */
	public function test_sendcloud_is_asked_once( array $faults, array $expected ): void {
		array_walk( $faults, $this->fault( ... ) );
		$answers = $this->crowd();
		$codes   = array_count_values( array_column( $answers, 'code' ) );
		self::assertSame( [], array_diff( array_keys( $codes ), $expected ), (string) wp_json_encode( $answers ) );
		self::assertCount( 1, $this->requests() );
		foreach ( $answers as $answer ) {
			if ( 'sendcloud_service_points_busy' === $answer['code'] ) {
				self::assertSame( [ 503, '2' ], [ $answer['status'], $answer['retry_after'] ] );
				self::assertLessThan( CachedSource::PATIENCE + 1.5, $answer['seconds'], 'Nobody waits long.' );
			}
		}
		self::assertSame( in_array( 'sendcloud_service_points_busy', $expected, true ), isset( $codes['sendcloud_service_points_busy'] ) );
	}

	/** @return array<string, array{list<array<string, mixed>>, list<string>}> */
	public function manners(): array {
		$slow = static fn ( int $ms ): array => [
			'fault' => 'slow',
			'ms'    => $ms,
		];
		return [
			'soon'           => [ [ $slow( 200 ) ], [ '' ] ],
			'late'           => [ [ $slow( 4500 ) ], [ '', 'sendcloud_service_points_busy' ] ],
			'with a failure' => [ [ $slow( 500 ), [ 'fault' => 'server_error' ] ], [ 'sendcloud_service_points_unreachable' ] ],
		];
	}

	/** @return list<array{status: int, code: string, retry_after: string, seconds: float}> */
	private function crowd(): array {
		$processes = [];
		foreach ( range( 1, self::SHOPPERS ) as $name ) {
			$pipes       = [];
			$nowhere     = [ 'file', '/dev/null', 'w' ];
			$processes[] = proc_open( // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions
				[ PHP_BINARY, '-d', 'memory_limit=512M', __DIR__ . '/shopper.php', (string) $name, $this->folder ],
				[ [ 'file', '/dev/null', 'r' ], $nowhere, $nowhere ],
				$pipes
			);
		}
		$this->wait_for( 'ready' );
		touch( $this->folder . '/go' );
		$this->wait_for( 'json' );
		array_map( 'proc_close', $processes );
		return array_map( static fn ( string $file ): array => json_decode( (string) file_get_contents( $file ), true ), (array) glob( $this->folder . '/*.json' ) );
	}

	private function wait_for( string $kind ): void {
		for ( $patience = 1200; $patience > 0; --$patience ) {
			if ( self::SHOPPERS === count( (array) glob( "{$this->folder}/*.{$kind}" ) ) ) {
				return;
			}
			usleep( 50_000 );
		}
		self::fail( "Not every shopper is there: {$kind}." );
	}
}
