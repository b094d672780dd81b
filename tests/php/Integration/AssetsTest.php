<?php
/**
 * What a page loads, and what it is told.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

use SendcloudServicePoints\Frontend\Assets;
use SendcloudServicePoints\Frontend\FrontendConfig;
use SendcloudServicePoints\Marks\CarrierMarks;
use SendcloudServicePoints\Settings\Settings;
use WP_Locale;

final class AssetsTest extends TestCase {

	/** A folder as webpack leaves it. */
	private string $folder;

	private Assets $assets;

	/** @var array<string, mixed> What other tests rely on. */
	private array $before = [];

	protected function setUp(): void {
		parent::setUp();
		foreach ( [ 'wp_scripts', 'wp_styles', 'wp_locale' ] as $name ) {
			$this->before[ $name ] = $GLOBALS[ $name ] ?? null;
		}
		$GLOBALS['wp_scripts'] = null; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
		$GLOBALS['wp_styles']  = null; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
		$GLOBALS['wp_locale']  = new WP_Locale(); // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
		$this->folder          = get_temp_dir() . 'scsp-' . wp_generate_password( 8, false );
		wp_mkdir_p( $this->folder . '/assets/build' );
		$this->built( 'picker.js' );
		$this->built( 'picker.asset.php', "<?php return [ 'dependencies' => [ 'react-jsx-runtime', 'wp-element', 'wp-i18n' ], 'version' => 'abc' ];" );
		$this->built( 'style-picker.css' );
		$this->built( 'checkout-classic.js' );
		$this->built( 'checkout-classic.asset.php', "<?php return [ 'dependencies' => [], 'version' => 'def' ];" );
		$this->built( 'locator-block.js' );
		$this->built( 'locator-block.asset.php', "<?php return [ 'dependencies' => [ 'wp-i18n' ], 'version' => 'ghi' ];" );
		$file         = $this->folder . '/plugin.php';
		$this->assets = new Assets( $file, static fn () => new FrontendConfig( $file, new Settings(), new CarrierMarks() ) );
		$this->assets->register_handles();
	}

	protected function tearDown(): void {
		array_map( 'unlink', (array) glob( $this->folder . '/assets/build/*' ) );
		rmdir( $this->folder . '/assets/build' );
		rmdir( $this->folder . '/assets' );
		rmdir( $this->folder );
		foreach ( $this->before as $name => $value ) {
			$GLOBALS[ $name ] = $value;
		}
		parent::tearDown();
	}

	public function test_the_picker_comes_after_all_it_depends_on_and_each_script_exists(): void {
		$scripts = $this->assets->frontend_config()['picker']['scripts'];
		$handles = array_column( $scripts, 'handle' );
		self::assertSame( array_unique( $handles ), $handles );
		self::assertSame( 'sendcloud-service-points-picker', end( $handles ) );
		foreach ( [ [ 'react', 'react-dom' ], [ 'react', 'react-jsx-runtime' ], [ 'react-dom', 'wp-element' ], [ 'wp-hooks', 'wp-i18n' ] ] as [ $earlier, $later ] ) {
			self::assertLessThan( array_search( $later, $handles, true ), array_search( $earlier, $handles, true ), "{$earlier} before {$later}" );
		}
		foreach ( array_slice( $scripts, 0, -1 ) as $script ) {
			self::assertStringStartsWith( site_url( '/wp-includes/' ), $script['src'] );
			self::assertStringContainsString( '?ver=', $script['src'] );
			self::assertFileExists( ABSPATH . ltrim( (string) wp_parse_url( $script['src'], PHP_URL_PATH ), '/' ) );
		}
	}

	public function test_the_configuration_is_printed_once_before_the_scripts_that_read_it(): void {
		$this->assets->enqueue( 'checkout-classic' );
		$this->assets->enqueue( 'locator-block' );
		$page = self::printed();
		self::assertSame( 1, substr_count( $page, 'window.sendcloudServicePointsConfig' ) );
		self::assertLessThan( strpos( $page, 'checkout-classic.js' ), strpos( $page, 'window.sendcloudServicePointsConfig' ) );
		self::assertStringNotContainsString( 'id="sendcloud-service-points-picker-js"', $page, 'The picker itself waits for the shopper.' );
		self::assertStringNotContainsString( 'sandbox-', $page );

		self::assertSame( 1, preg_match( '/sendcloudServicePointsConfig = (\{.+?\});\n/', $page, $config ) );
		self::assertStringContainsString( '"translations":{}', $config[1], 'An empty list would be no Jed data.' );
		$config = json_decode( $config[1], true );
		self::assertSame( rest_url( 'sendcloud-service-points/v1/' ), $config['restUrl'] );
		self::assertStringEndsWith( '/assets/build/', $config['buildUrl'] );
		self::assertTrue( $config['openOnChoice'] );
	}

	public function test_a_page_without_our_scripts_gets_nothing(): void {
		wp_enqueue_script( 'wp-i18n' );
		self::assertStringNotContainsString( 'sendcloud', self::printed() );
	}

	public function test_an_entry_that_translates_nothing_does_not_load_the_translator(): void {
		$this->assets->enqueue( 'checkout-classic' );
		self::assertStringNotContainsString( 'id="wp-i18n-js"', self::printed() );
	}

	public function test_right_to_left_languages_get_their_own_style(): void {
		self::assertStringContainsString( '/style-picker.css', $this->assets->frontend_config()['picker']['styles'][0] );
		$GLOBALS['wp_locale']->text_direction = 'rtl';
		self::assertStringContainsString( '/style-picker-rtl.css', $this->assets->frontend_config()['picker']['styles'][0] );
	}

	/** @dataProvider locales */
	public function test_the_locale_is_one_that_intl_understands( string $locale, string $expected ): void {
		add_filter( 'pre_determine_locale', static fn (): string => $locale );
		self::assertSame( $expected, $this->assets->frontend_config()['locale'] );
	}

	/** @return list<array{string, string}> */
	public function locales(): array {
		return [ [ 'fr_FR', 'fr-FR' ], [ 'de_DE_formal', 'de-DE' ], [ 'nl_BE', 'nl-BE' ], [ 'el', 'el' ], [ 'pt_PT_ao90', 'pt-PT' ] ];
	}

	public function test_a_cdn_may_move_the_scripts(): void {
		add_filter( 'script_loader_src', static fn ( string $src ): string => str_replace( site_url(), 'https://cdn.example', $src ) );
		self::assertStringStartsWith( 'https://cdn.example/', $this->assets->frontend_config()['picker']['scripts'][0]['src'] );
	}

	private function built( string $name, string $content = '' ): void {
		file_put_contents( "{$this->folder}/assets/build/{$name}", $content );
	}

	/** The page's scripts. */
	private static function printed(): string {
		ob_start();
		do_action( 'wp_print_footer_scripts' );
		return (string) ob_get_clean();
	}
}
