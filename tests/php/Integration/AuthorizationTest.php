<?php
/**
 * How the shop proves to Sendcloud who it is: keys, or a token where an integration takes nothing else.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Features\Settings as SettingsFeature;
use SendcloudServicePoints\Sendcloud\Problem;
use SendcloudServicePoints\Services;

final class AuthorizationTest extends SendcloudTestCase {

	private const OPTION = 'sendcloud_service_points_authentication';
	private const TOKEN  = '/oauth2/token';

	/** @var list<string> What was sent to the API as `Authorization`. */
	private array $sent = [];

	/** @var list<string> Tokens that were given. */
	private array $tokens = [];

	protected function setUp(): void {
		parent::setUp();
		add_filter(
			'http_response',
			function ( array $response, array $arguments, string $url ): array {
				if ( str_contains( $url, self::TOKEN ) ) {
					$this->tokens[] = (string) ( json_decode( $response['body'], true )['access_token'] ?? '' );
				} elseif ( str_contains( $url, '/api/' ) ) {
					$this->sent[] = $arguments['headers']['Authorization'];
				}
				return $response;
			},
			10,
			3
		);
	}

	public function test_keys_that_are_accepted_ask_for_no_token(): void {
		$this->search( 'Eindhoven' );
		self::assertSame( [], $this->requests( self::TOKEN ) );
		self::assertStringStartsWith( 'Basic ', $this->sent[0] );
	}

	public function test_an_integration_that_takes_tokens_alone_gets_one_which_is_kept(): void {
		$this->fault( [ 'fault' => 'oauth_only' ] );
		$this->search( 'Eindhoven' );
		$this->another_request();
		$this->search( 'Breda' );
		self::assertCount( 1, $this->requests( self::TOKEN ) );
		self::assertSame( [ 'Basic', 'Bearer', 'Bearer' ], $this->schemes() );

		Clock::advance( 3600 );
		$this->sandbox( 'DELETE', '/_requests' );
		$this->another_request();
		$this->search( 'Tilburg' );
		self::assertCount( 1, $this->requests( self::TOKEN ), 'Its hour is over.' );
		self::assertCount( 1, $this->requests( '/service-points' ), 'And the keys need not be refused again.' );
	}

	public function test_a_token_is_renewed_before_it_ends_by_one_process(): void {
		update_option( self::OPTION, 'oauth' );
		$this->search( 'Eindhoven' );
		Clock::advance( 3600 - 299 );
		$this->search( 'Breda' );
		$this->search( 'Tilburg' );
		self::assertCount( 2, $this->requests( self::TOKEN ) );
		self::assertSame( array_map( fn ( int $index ): string => "Bearer {$this->tokens[ $index ]}", [ 0, 1, 1 ] ), $this->sent );
	}

	public function test_a_refused_token_is_replaced_once(): void {
		update_option( self::OPTION, 'oauth' );
		$this->search( 'Eindhoven' );
		$this->fault(
			[
				'fault' => 'token_revoked',
				'times' => 1,
			]
		);
		$this->search( 'Breda' );
		self::assertCount( 2, $this->requests( self::TOKEN ) );

		$this->fault( [ 'fault' => 'token_revoked' ] );
		$this->sandbox( 'DELETE', '/_requests' );
		self::assertSame( Problem::InvalidCredentials, $this->failed_search( 'Tilburg' )->problem );
		self::assertCount( 2, $this->requests( '/service-points' ), 'Once, not for ever.' );
	}

	public function test_an_order_is_sent_once_though_its_token_was_refused(): void {
		update_option( self::OPTION, 'oauth' );
		$services = new Services( __FILE__ );
		$point    = $services->source()->find( self::EINDHOVEN );
		$this->fault(
			[
				'fault' => 'token_revoked',
				'times' => 1,
			]
		);
		self::assertTrue( $services->source()->is_available( $point ) );
		self::assertSame( [ 401, 200 ], array_column( $this->requests( 'check-availability' ), 'status' ) );
	}

	public function test_keys_that_get_neither_answer_nor_token_are_not_tried_over_and_over(): void {
		$this->fault( [ 'fault' => 'unauthorized' ] );
		foreach ( [ 'Eindhoven', 'Breda', 'Tilburg' ] as $place ) {
			$failure = $this->failed_search( $place );
			self::assertSame( [ Problem::InvalidCredentials, 'Sendcloud refused the keys (HTTP 401).' ], [ $failure->problem, $failure->getMessage() ] );
		}
		self::assertCount( 1, $this->requests( self::TOKEN ) );
		Clock::advance( 61 );
		$this->failed_search( 'Utrecht' );
		self::assertCount( 2, $this->requests( self::TOKEN ) );
	}

	public function test_with_keys_alone_no_token_is_tried(): void {
		update_option( self::OPTION, 'basic' );
		$this->fault( [ 'fault' => 'oauth_only' ] );
		self::assertSame( Problem::InvalidCredentials, $this->failed_search()->problem );
		self::assertSame( [], $this->requests( self::TOKEN ) );
	}

	/** @return array<string, array{array<string, mixed>, Problem}> */
	public function token_troubles(): array {
		return [
			'refused keys' => [ [ 'fault' => 'unauthorized' ], Problem::InvalidCredentials ],
			'an error'     => [ [ 'fault' => 'server_error' ], Problem::Unreachable ],
			'the limit'    => [ [ 'fault' => 'rate_limited' ], Problem::RateLimited ],
			'a page'       => [ [ 'fault' => 'html' ], Problem::MalformedResponse ],
			'a cut'        => [ [ 'fault' => 'cut' ], Problem::Unreachable ],
		];
	}

	/**
	 * @dataProvider token_troubles
	 * @param array<string, mixed> $fault
	 */
	public function test_what_goes_wrong_with_a_token_is_told( array $fault, Problem $expected ): void {
		update_option( self::OPTION, 'oauth' );
		$this->fault( $fault + [ 'path' => self::TOKEN ] );
		self::assertSame( $expected, $this->failed_search()->problem );
		self::assertSame( [], $this->requests( '/service-points' ) );
	}

	public function test_an_integration_that_takes_keys_again_is_asked_with_them_again(): void {
		$this->fault( [ 'fault' => 'oauth_only' ] );
		$this->search( 'Eindhoven' );
		$this->sandbox( 'DELETE', '/_faults' );
		$this->fault( [ 'fault' => 'token_revoked' ] );
		$this->failed_search( 'Breda' );
		$this->search( 'Tilburg' );
		self::assertSame( [ 'Basic', 'Bearer', 'Bearer', 'Bearer', 'Basic' ], $this->schemes() );
	}

	/**
	 * @testWith [false]
	 *           [true]
	 */
	public function test_nobody_who_reads_what_is_kept_can_use_the_token( bool $object_cache ): void {
		wp_using_ext_object_cache( $object_cache );
		update_option( self::OPTION, 'oauth' );
		$this->search( 'Eindhoven' );
		[ $token ] = $this->tokens;
		self::assertNotSame( '', $token );
		self::assertStringNotContainsString( $token, print_r( $GLOBALS['wp_object_cache'], true ) ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
		global $wpdb;
		$rows = $wpdb->get_results( "SELECT option_value, autoload FROM {$wpdb->options} WHERE option_name LIKE 'sendcloud_service_points_cache_sendcloud_%'", ARRAY_A );
		foreach ( $rows as [ 'option_value' => $value, 'autoload' => $autoload ] ) {
			self::assertSame( 'off', $autoload );
			self::assertStringNotContainsString( $token, $value . base64_decode( explode( ' ', $value )[1] ?? '' ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_decode
		}
		self::assertSame( $object_cache, [] === $rows );
	}

	public function test_other_keys_do_not_use_the_token_of_the_old_ones(): void {
		update_option( self::OPTION, 'oauth' );
		$this->search( 'Eindhoven' );
		update_option( 'sendcloud_service_points_secret_key', 'another' );
		$this->failed_search( 'Breda' );
		self::assertCount( 1, $this->sent, 'The sandbox gives the other keys none.' );
	}

	public function test_saving_other_keys_takes_the_token_away(): void {
		update_option( self::OPTION, 'oauth' );
		$this->search( 'Eindhoven' );
		$kept = $this->rows( 'cache_sendcloud' );
		( new SettingsFeature( new Services( __FILE__ ) ) )->register_admin();
		update_option( 'sendcloud_service_points_secret_key', 'another' );
		self::assertSame( $kept - 1, $this->rows( 'cache_sendcloud' ) );
	}

	/**
	 * @testWith ["auto", true, "OAuth 2.0"]
	 *           ["auto", false, "API keys"]
	 *           ["oauth", false, "OAuth 2.0"]
	 *           ["basic", false, "API keys"]
	 */
	public function test_the_connection_test_says_what_worked( string $setting, bool $is_enforced, string $expected ): void {
		wp_set_current_user( 1 );
		update_option( self::OPTION, $setting );
		if ( $is_enforced ) {
			$this->fault( [ 'fault' => 'oauth_only' ] );
		}
		$answer = $this->rest( 'POST', '/sendcloud-service-points/v1/connection-test' )->get_data();
		self::assertSame( 'ok', $answer['code'] );
		self::assertStringContainsString( "Connected with {$expected}.", $answer['message'] );
		foreach ( $this->tokens as $token ) {
			self::assertStringNotContainsString( $token, (string) wp_json_encode( $answer ) );
		}
	}

	public function test_the_log_holds_neither_token_nor_keys(): void {
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
		update_option( self::OPTION, 'oauth' );
		$this->search( 'Eindhoven' );
		$this->fault( [ 'fault' => 'token_revoked' ] );
		$this->failed_search( 'Breda' );
		$this->fault( [ 'fault' => 'unauthorized' ] );
		$this->failed_search( 'Tilburg' );
		self::assertStringContainsString( 'gave no token', $lines );
		foreach ( [ 'sandbox-', 'c2FuZGJveC1wdWJsaWM', 'Bearer', ...array_filter( $this->tokens ) ] as $secret ) {
			self::assertStringNotContainsString( $secret, $lines );
		}
	}

	private function search( string $place ): void {
		self::assertNotSame( [], $this->source->search( SearchQuery::near_address( 'NL', $place ) )->service_points );
	}

	private function another_request(): void {
		$services     = new Services( __FILE__ );
		$this->source = $services->cached( $services->sendcloud() );
	}

	/** @return list<string> */
	private function schemes(): array {
		return array_map( static fn ( string $header ): string => explode( ' ', $header )[0], $this->sent );
	}
}
