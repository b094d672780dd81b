<?php
/**
 * `wp sendcloud doctor`: what scripts and supporters get of it. WP-CLI itself is not here: what it is told is recorded.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Diagnostics;

use SendcloudServicePoints\Diagnostics\Checkup;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Live\LiveReport;
use SendcloudServicePoints\Diagnostics\Surfaces\DoctorCommand;
use SendcloudServicePoints\Services;
use SendcloudServicePoints\Support\Logger;
use WP_CLI;

require_once __DIR__ . '/wp-cli.php';

final class DoctorCommandTest extends DiagnosticsTestCase {

	public function test_all_is_well(): void {
		self::assertSame( 0, $this->doctor( [ 'a' => Finding::good( 'Fine.' ), 'b' => Finding::info( 'Told.' ) ], [], [ 'strict' => true ] ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
		self::assertSame( [ 'table', [ 'id', 'status', 'summary', 'fix' ] ], [ WP_CLI::$format, WP_CLI::$fields ] );
		self::assertSame( [ 'a', 'b' ], array_column( WP_CLI::$items, 'id' ) );
	}

	public function test_the_exit_code_tells_how_bad_it_is(): void {
		$findings = [ 'a' => Finding::recommended( 'Soon.', 'Do it.' ) ];
		self::assertSame( 0, $this->doctor( $findings ) );
		self::assertSame( 1, $this->doctor( $findings, [], [ 'strict' => true ] ) );
		self::assertSame( 1, $this->doctor( $findings + [ 'b' => Finding::critical( 'Now.', 'Do it.' ) ] ) );
	}

	public function test_some_checks_and_only_problems(): void {
		$findings = [
			'a' => Finding::good( 'A.' ),
			'b' => Finding::critical( 'B.', 'Do it.' )->with( [ 'here', 'there' ] ),
		];
		self::assertSame( 0, $this->doctor( $findings, [ 'a' ] ) );
		$this->doctor( $findings, [], [ 'problems' => true ] );
		self::assertSame( [ 'b' ], array_column( WP_CLI::$items, 'id' ) );
		self::assertSame( "here\nthere", WP_CLI::$items[0]['details'] );
		$this->doctor( $findings, [ 'b' ], [ 'format' => 'json' ] );
		self::assertSame( [ 'here', 'there' ], WP_CLI::$items[0]['details'], 'JSON keeps lists.' );
		$this->expectExceptionMessage( 'No such check: c. There are: a, b.' );
		$this->doctor( $findings, [ 'c' ] );
	}

	public function test_repairs_on_request_only(): void {
		$findings = [ 'a' => Finding::critical( 'Broken.', 'Repair it.' )->fixable( 'Repair' ) ];
		self::assertSame( 1, $this->doctor( $findings ) );
		self::assertSame( 0, $this->doctor( $findings, [], [ 'fix' => true ] ) );
		self::assertSame( 'Repaired.', WP_CLI::$items[0]['summary'] );
	}

	/**
	 * @param array{a: Finding, b?: Finding} $findings By id.
	 * @param list<string>                   $ids
	 * @param array<string, mixed>           $options
	 * @return int The exit code.
	 */
	private function doctor( array $findings, array $ids = [], array $options = [] ): int {
		delete_option( StubCheck::REPAIRED );
		$checks  = array_map( self::check( ... ), array_keys( $findings ), $findings );
		$command = new DoctorCommand( new Checkup( static fn (): array => $checks, new Logger() ), self::live() );
		// The shop's own checks have tests of their own.
		add_filter( 'sendcloud_service_points_checks', static fn (): array => $checks, 20 );
		$command( $ids, $options );
		return WP_CLI::$exit;
	}

	private static function live(): LiveReport {
		$services = new Services( '' );
		return new LiveReport( $services->transport(), $services->settings() );
	}

	/** @param 'a'|'b' $id A class has one id. */
	private static function check( string $id, Finding $finding ): StubCheck {
		if ( 'a' === $id ) {
			return new class( $finding ) extends StubCheck {

				public const ID = 'a';
			};
		}
		return new class( $finding ) extends StubCheck {

			public const ID = 'b';
		};
	}
}
