<?php
/**
 * Checks run as the diagnostics page runs them: over REST, by a shop manager.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Diagnostics;

use SendcloudServicePoints\Tests\Integration\Clock;
use SendcloudServicePoints\Tests\Integration\SandboxRequests;
use SendcloudServicePoints\Tests\Integration\TestCase;

abstract class DiagnosticsTestCase extends TestCase {

	use SandboxRequests {
		forget_answers as protected;
		reset_sandbox as protected;
		fault as protected;
		requests as protected;
	}

	protected const ROUTE = '/sendcloud-service-points/v1/diagnostics';

	protected function setUp(): void {
		parent::setUp();
		$this->forget_answers();
		$this->reset_sandbox();
		wp_set_current_user( 1 );
	}

	protected function tearDown(): void {
		$this->reset_sandbox();
		Clock::start();
		parent::tearDown();
	}

	/**
	 * A check's result in a fresh request, held against the route's own schema.
	 *
	 * @return array<string, mixed>
	 */
	protected function diagnose( string $id ): array {
		return $this->answer( 'POST', "/{$id}" );
	}

	/** @return array<string, mixed> */
	protected function fix( string $id ): array {
		return $this->answer( 'POST', "/{$id}/fix" );
	}

	/** @return array<string, mixed> */
	protected function answer( string $method, string $path = '' ): array {
		unset( $GLOBALS['wp_rest_server'] );
		$response = $this->rest( $method, self::ROUTE . $path );
		$data     = json_decode( (string) wp_json_encode( $response->get_data() ), true );
		self::assertSame( 200, $response->get_status(), (string) wp_json_encode( $data ) );
		self::assertSame( 'no-store', $response->get_headers()['Cache-Control'] );
		self::assertStringNotContainsString( 'sandbox-secret', (string) wp_json_encode( $data ) );
		return $data;
	}

	/** @param array<string, mixed> $result */
	protected static function assert_found( string $status, string $words, array $result ): void {
		$text = implode( "\n", [ $result['summary'], $result['fix'], ...$result['details'] ] );
		self::assertSame( $status, $result['status'], $text );
		self::assertStringContainsString( $words, $text );
		if ( in_array( $status, [ 'critical', 'recommended' ], true ) ) {
			self::assertNotSame( '', $result['fix'], 'A problem comes with its solution.' );
		}
	}
}
