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

	private ?WebServer $server = null;

	/** @var list<string> */
	private array $folders = [];

	protected function setUp(): void {
		parent::setUp();
		$this->forget_answers();
		$this->reset_sandbox();
		wp_set_current_user( 1 );
	}

	protected function tearDown(): void {
		$this->reset_sandbox();
		Clock::start();
		$this->server?->stop();
		foreach ( $this->folders as $folder ) {
			self::delete( $folder );
		}
		parent::tearDown();
		wp_set_template_globals();
		WC()->payment_gateways()->init();
	}

	/**
	 * A check's result in a fresh request.
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

	/**
	 * @param string               $words  In the finding.
	 * @param array<string, mixed> $result
	 */
	protected static function assert_found( string $status, string $words, array $result ): void {
		$text = implode( "\n", [ $result['summary'], $result['fix'], ...$result['details'] ] );
		self::assertSame( $status, $result['status'], $text );
		self::assertStringContainsString( $words, $text );
		if ( in_array( $status, [ 'critical', 'recommended' ], true ) ) {
			self::assertNotSame( '', $result['fix'], 'A problem comes with its solution.' );
		}
	}

	/** The shop's pages as a web server answers them: a whole and public page, until a test says otherwise. */
	protected function server(): WebServer {
		if ( null === $this->server ) {
			$server       = new WebServer();
			$this->server = $server;
			add_filter( 'option_home', static fn (): string => $server->url, 20 );
			add_filter( 'plugins_url', static fn ( string $url ): string => (string) preg_replace( '#^http://[^/]+#', $server->url, $url ) );
		}
		return $this->server;
	}

	/**
	 * A folder with files, gone after the test.
	 *
	 * @param array<string, string> $files Name => content.
	 */
	protected function make_folder( string $folder, array $files ): void {
		$this->folders[] = $folder;
		foreach ( $files as $name => $content ) {
			wp_mkdir_p( dirname( "{$folder}/{$name}" ) );
			file_put_contents( "{$folder}/{$name}", $content );
		}
	}

	/**
	 * A plugin that is installed and active; its file is not run.
	 *
	 * @param string $file Main file, relative to the folder of plugins.
	 */
	protected function activate( string $file, string $name = 'A plugin', string $version = '1.0' ): void {
		$this->make_folder( WP_PLUGIN_DIR . '/' . dirname( $file ), [ basename( $file ) => "<?php\n/**\n * Plugin Name: {$name}\n * Version: {$version}\n */\n" ] );
		update_option( 'active_plugins', [ ...get_option( 'active_plugins' ), $file ] );
	}

	/**
	 * The theme in use, made of these files.
	 *
	 * @param array<string, string> $files Name => content.
	 */
	protected function use_theme( array $files ): string {
		$folder = get_theme_root() . '/scsp-test';
		$this->make_folder( $folder, $files + [ 'style.css' => "/*\nTheme Name: Test\n*/", 'index.php' => '<?php' ] ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
		foreach ( [ 'stylesheet', 'template' ] as $filter ) {
			add_filter( $filter, static fn (): string => 'scsp-test' );
		}
		wp_set_template_globals();
		return $folder;
	}

	/** The block checkout's page becomes another one. */
	protected function set_checkout_content( string $content ): void {
		wp_update_post(
			[
				'ID'           => wc_get_page_id( 'checkout' ),
				'post_content' => $content,
			]
		);
	}

	/**
	 * What Sendcloud says of its integrations, changed: of all where service points are concerned, else of the one that fetches orders.
	 *
	 * @param array<string, mixed> $fields
	 */
	protected function change_integration( array $fields ): void {
		add_filter(
			'http_response',
			static function ( array $response, array $args, string $url ) use ( $fields ): array {
				if ( str_ends_with( $url, '/api/v3/integrations' ) ) {
					$json = json_decode( $response['body'], true );
					foreach ( $json['data'] as $index => $integration ) {
						if ( 'api' !== $integration['type'] || isset( $fields['service_point_carriers'] ) ) {
							$json['data'][ $index ] = $fields + $integration;
						}
					}
					$response['body'] = wp_json_encode( $json );
				}
				return $response;
			},
			10,
			3
		);
	}

	private static function delete( string $path ): void {
		if ( is_dir( $path ) ) {
			array_map( self::delete( ... ), array_merge( glob( "{$path}/*" ) ) );
			rmdir( $path ); // phpcs:ignore WordPress.WP.AlternativeFunctions
		} elseif ( is_file( $path ) ) {
			unlink( $path );
		}
	}
}
