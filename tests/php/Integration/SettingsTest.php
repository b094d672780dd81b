<?php
/**
 * The settings section, the connection test, and what of them a browser may see.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

use SendcloudServicePoints\Sendcloud\Carriers;
use SendcloudServicePoints\Settings\Settings;
use WC_Admin_Settings;

final class SettingsTest extends TestCase {

	use SandboxRequests;

	private const TEST = '/sendcloud-service-points/v1/connection-test';

	protected function setUp(): void {
		parent::setUp();
		$this->forget_answers();
		$this->reset_sandbox();
	}

	protected function tearDown(): void {
		$this->reset_sandbox();
		Clock::start();
		parent::tearDown();
	}

	public function test_the_section_stands_under_shipping(): void {
		self::assertArrayHasKey( 'sendcloud-service-points', apply_filters( 'woocommerce_get_sections_shipping', [] ) );
		self::assertSame( [], apply_filters( 'woocommerce_get_settings_shipping', [], 'options' ) );
	}

	public function test_the_page_shows_the_public_key_and_never_the_secret_one(): void {
		$page = $this->page();
		self::assertStringContainsString( 'value="sandbox-public"', $page );
		self::assertStringNotContainsString( 'sandbox-secret', $page );
		self::assertMatchesRegularExpression( '/type="password"[^>]*value=""[^>]*placeholder="Saved/s', $page );
	}

	public function test_an_empty_secret_key_keeps_the_saved_one(): void {
		$this->save( [ Settings::SECRET_KEY => '' ] );
		self::assertSame( 'sandbox-secret', ( new Settings() )->secret_key() );
		$this->save( [ Settings::SECRET_KEY => ' new%20<secret> ' ] );
		self::assertSame( 'new%20<secret>', ( new Settings() )->secret_key() );
	}

	public function test_what_is_saved_is_read(): void {
		$this->save(
			[
				Settings::PUBLIC_KEY    => ' public ',
				Settings::API_VERSION   => 'v2',
				Settings::MAP_PROVIDER  => 'style',
				Settings::MAP_STYLE_URL => 'https://tiles.example/style.json?key=a&b=c',
			]
		);
		$settings = new Settings();
		self::assertSame(
			[ 'public', 'v2', false, 'style', 'https://tiles.example/style.json?key=a&b=c' ],
			[ $settings->public_key(), $settings->api_version(), $settings->open_on_choice(), $settings->map_provider(), $settings->map_style_url() ]
		);
	}

	public function test_nonsense_falls_back_to_the_defaults(): void {
		foreach ( [ Settings::API_VERSION, Settings::MAP_PROVIDER, Settings::OPEN_ON_CHOICE ] as $option ) {
			update_option( $option, [ 'nonsense' ] );
		}
		$settings = new Settings();
		self::assertSame(
			[ 'auto', 'openfreemap', true, 'https://tiles.openfreemap.org/styles/liberty' ],
			[ $settings->api_version(), $settings->map_provider(), $settings->open_on_choice(), $settings->map_style_url() ]
		);

		$this->save( [ Settings::MAP_STYLE_URL => 'javascript:alert(1)' ] );
		self::assertSame( '', get_option( Settings::MAP_STYLE_URL ) );
	}

	/**
	 * @runInSeparateProcess
	 * @preserveGlobalState disabled
	 */
	public function test_constants_win_and_disable_their_fields(): void {
		define( 'SENDCLOUD_PUBLIC_KEY', 'constant-public' );
		define( 'SENDCLOUD_SECRET_KEY', 'constant-secret' );
		$settings = new Settings();
		self::assertSame( [ 'constant-public', 'constant-secret' ], [ $settings->public_key(), $settings->secret_key() ] );

		$page = $this->page();
		self::assertSame( 2, preg_match_all( '/<input[^>]*disabled="disabled"/s', $page ) );
		self::assertStringContainsString( 'SENDCLOUD_SECRET_KEY', $page );
		self::assertStringNotContainsString( 'constant-', $page );

		// A browser leaves disabled fields out.
		$this->save( [] );
		self::assertSame( 'sandbox-secret', get_option( Settings::SECRET_KEY ) );
		self::assertSame( 'sandbox-public', get_option( Settings::PUBLIC_KEY ) );
	}

	public function test_only_a_shop_manager_tests_the_connection(): void {
		self::assertSame( 401, $this->rest( 'POST', self::TEST )->get_status() );
		wp_set_current_user( self::user( 'customer' ) );
		self::assertSame( 403, $this->rest( 'POST', self::TEST )->get_status() );
		self::assertSame( [], $this->requests() );
	}

	public function test_a_good_connection_names_the_carriers_and_offers_them_to_the_methods(): void {
		delete_option( 'sendcloud_service_points_carrier_codes' );
		self::assertArrayHasKey( 'relais_colis', Carriers::labels(), 'Before a test: the well-known ones.' );
		$answer = $this->test_connection();
		self::assertSame( 'ok', $answer['code'] );
		self::assertStringContainsString( 'Mondial Relay', $answer['message'] );
		self::assertSame( 'DHL', Carriers::labels()['dhl'] );
		self::assertArrayNotHasKey( 'relais_colis', Carriers::labels(), 'After it: those of the integration.' );
	}

	/** @dataProvider faults */
	public function test_a_bad_connection_says_what_to_do( string $fault, string $code, string $hint ): void {
		$this->fault( [ 'fault' => $fault ] );
		$answer = $this->test_connection();
		self::assertSame( "sendcloud_service_points_{$code}", $answer['code'] );
		self::assertStringContainsString( $hint, $answer['message'] );
		self::assertNotSame( '', $answer['detail'] );
		self::assertStringNotContainsString( 'sandbox-', (string) wp_json_encode( $answer ) );
	}

	/** @return array<string, array{string, string, string}> */
	public function faults(): array {
		return [
			'credentials'  => [ 'unauthorized', 'invalid_credentials', 'Copy both again' ],
			'switched off' => [ 'integration_off', 'not_enabled', 'switch on' ],
			'rate limited' => [ 'rate_limited', 'rate_limited', 'limit' ],
			'error'        => [ 'server_error', 'unreachable', 'host' ],
			'HTML'         => [ 'html', 'malformed_response', 'firewall' ],
			'no such API'  => [ 'v3_missing', 'malformed_response', 'Automatic' ],
		];
	}

	public function test_without_keys_the_test_asks_for_them(): void {
		update_option( Settings::SECRET_KEY, '' );
		self::assertSame( 'sendcloud_service_points_not_configured', $this->test_connection()['code'] );
	}

	/** @return array{code: string, message: string, detail: string} */
	private function test_connection(): array {
		wp_set_current_user( self::user( 'administrator' ) );
		$response = $this->rest( 'POST', self::TEST );
		self::assertSame( 200, $response->get_status() );
		return $response->get_data();
	}

	/** @return list<array<string, mixed>> */
	private static function fields(): array {
		return apply_filters( 'woocommerce_get_settings_shipping', [], 'sendcloud-service-points' );
	}

	private function page(): string {
		ob_start();
		WC_Admin_Settings::output_fields( self::fields() );
		return (string) ob_get_clean();
	}

	/** @param array<string, string> $typed */
	private function save( array $typed ): void {
		WC_Admin_Settings::save_fields( self::fields(), wp_slash( $typed + [ 'save' => 'Save changes' ] ) );
	}

	private static function user( string $role ): int {
		$id = wp_insert_user(
			[
				'user_login' => "test-{$role}",
				'user_pass'  => 'password',
				'role'       => $role,
			]
		);
		self::assertIsInt( $id );
		return $id;
	}
}
