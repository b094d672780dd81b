<?php
/**
 * `wp sendcloud doctor --live`: what somebody with an account sends us.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Diagnostics;

use SendcloudServicePoints\Diagnostics\Checkup;
use SendcloudServicePoints\Diagnostics\Live\LiveReport;
use SendcloudServicePoints\Diagnostics\Surfaces\DoctorCommand;
use SendcloudServicePoints\Services;
use SendcloudServicePoints\Support\Logger;
use WP_CLI;

require_once __DIR__ . '/wp-cli.php';

final class LiveReportTest extends DiagnosticsTestCase {

	public function test_an_account_that_answers_as_documented(): void {
		// The sandbox knows points without hours, the document does not: tests/sandbox/contract/deviations.ts.
		$days = (string) wp_json_encode( array_fill_keys( [ 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday' ], null ) );
		add_filter( 'http_response', static fn ( array $answer ): array => [ 'body' => str_replace( '"opening_times":null', "\"opening_times\":$days", $answer['body'] ) ] + $answer );

		$exit    = $this->report();
		$details = array_column( WP_CLI::$items, 'details', 'meaning' );
		self::assertSame( [], array_values( array_filter( WP_CLI::$items, static fn ( array $row ): bool => 'differs' === $row['verdict'] ) ) );
		self::assertSame( 0, $exit );
		self::assertArrayHasKey( 'Availability is a boolean in "data.is_available".', $details );
		self::assertStringContainsString( 'chronopost: chronopost × ', $details['Carriers asked for, and those of the points'] );
		self::assertStringContainsString( 'postnl × 1', $details['Carriers without a point there'] );
		self::assertStringContainsString( 'locker × ', $details['Kinds of shop ("general_shop_type")'] );
	}

	public function test_it_asks_once_for_each_carrier_and_changes_nothing(): void {
		$this->report();
		$requests = $this->requests();
		$searches = array_column( $this->requests( '/service-points' ), 'query' );
		$posts    = array_filter( $requests, static fn ( array $request ): bool => 'GET' !== $request['method'] );

		self::assertCount( 1, array_filter( $searches, static fn ( string $query ): bool => str_contains( $query, 'carrier_code=chronopost&' ) || str_ends_with( $query, 'carrier_code=chronopost' ) ) );
		self::assertCount( 1, $posts );
		self::assertStringEndsWith( '/check-availability', array_values( $posts )[0]['path'] );
		self::assertCount( 1, $this->requests( '/integrations' ) );
	}

	public function test_it_names_no_secret_and_no_place(): void {
		$this->report( [ 'near' => '10 rue de la Paix, 75002 Paris' ] );
		$text = WP_CLI::$said . wp_json_encode( WP_CLI::$items );
		foreach ( [ 'sandbox-public', 'sandbox-secret', 'Paix', '75002', 'Paris' ] as $private ) {
			self::assertStringNotContainsString( $private, $text );
		}
		self::assertStringContainsString( 'searched in FR', WP_CLI::$said );
	}

	public function test_what_deviates_is_named_with_how_often(): void {
		$odd = static function ( array $answer, array $arguments, string $url ): array {
			$json = json_decode( $answer['body'], true );
			if ( str_contains( $url, 'carrier_code=chronopost' ) ) {
				$point                              = $json['data']['results'][0];
				$point['general_shop_type']         = 'kiosk';
				$point['carrier']['code']           = "chrono\e[31mnew";
				$point['position']['latitude']      = '48.8';
				$point['opening_times']['monday']   = [
					[
						'start_time' => '9.00',
						'end_time'   => '18.00',
					],
				];
				$point['opening_times']['holidays'] = [];
				$point['is_expired']                = true;
				$point['next_open_at']              = '2020-01-01 09:00';
				unset( $point['contact']['phone'] );
				$json['data']['results'] = [ $point ];
			}
			if ( str_contains( $url, 'check-availability' ) ) {
				$json = [ 'is_available' => true ];
			}
			return [ 'body' => (string) wp_json_encode( $json ) ] + $answer;
		};
		add_filter( 'http_response', $odd, 10, 3 );

		self::assertSame( 1, $this->report() );
		$differs = array_column( array_filter( WP_CLI::$items, static fn ( array $row ): bool => 'differs' === $row['verdict'] ), 'details', 'meaning' );
		$details = array_column( WP_CLI::$items, 'details', 'meaning' );
		self::assertStringStartsWith( 'kiosk × 1', $differs['Kinds of shop ("general_shop_type") is one that is documented.'] );
		self::assertStringContainsString( 'position.latitude is string × 1', $differs['A point has every field of the document, of its type.'] );
		self::assertStringContainsString( 'contact.phone is missing × 1', $differs['A point has every field of the document, of its type.'] );
		self::assertStringContainsString( '9.99 × 1', $differs['Hours are written HH:MM.'] );
		self::assertArrayHasKey( 'A search of an area answers no expired point.', $differs );
		self::assertStringStartsWith( '9999-99-99 99:99 × 1', $differs['The next opening is a time with the point\'s offset, and ahead.'] );
		self::assertStringStartsWith( 'null × 1', $differs['Availability is a boolean in "data.is_available".'] );
		self::assertSame( 'opening_times.holidays × 1', $details['Fields that the document does not have'] );
		self::assertStringContainsString( 'chronopost: chrono [31mnew', $details['Carriers asked for, and those of the points'] );
	}

	public function test_an_account_that_does_not_answer(): void {
		$this->fault( [ 'fault' => 'not_enabled' ] );
		self::assertSame( 1, $this->report() );
		$differs = array_column( array_filter( WP_CLI::$items, static fn ( array $row ): bool => 'differs' === $row['verdict'] ), 'details', 'meaning' );
		self::assertStringContainsString( 'switched off', $differs['API v3 answers /service-points.'] );
	}

	/**
	 * @param array<string, string> $options
	 * @return int The exit code.
	 */
	private function report( array $options = [] ): int {
		$services = new Services( '' );
		$command  = new DoctorCommand(
			new Checkup( static fn (): array => [], new Logger() ),
			new LiveReport( $services->transport(), $services->settings() )
		);
		$command(
			[],
			$options + [
				'live'    => true,
				'country' => 'fr',
				'near'    => '75010',
			]
		);
		return WP_CLI::$exit;
	}
}
