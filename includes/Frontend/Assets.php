<?php
/**
 * The webpack output: registers its scripts and styles, and hands the front end its configuration.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Frontend;

use Closure;
use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Info;

final class Assets {

	private const PREFIX = 'sendcloud-service-points-';
	private const FOLDER = 'assets/build/';

	/** A handle without a file: its inline script is the configuration, printed once however many entries need it. */
	private const CONFIG = self::PREFIX . 'config';

	/** Entries that open the picker, or test it. */
	private const WITH_PICKER = [ 'checkout-classic', 'checkout-block', 'locator-block', 'admin-order', 'self-test' ];

	private const IN_ADMIN = [ 'admin-order', 'checkout-block-editor', 'locator-block-editor', 'admin-settings', 'admin-diagnostics', 'admin-onboarding' ];

	private const ENTRIES = [ 'checkout-classic', 'checkout-block', 'locator-block', 'self-test', 'picker' ];

	/**
	 * @param string                    $file   The main plugin file.
	 * @param Closure(): FrontendConfig $config Asked where a script needs it.
	 */
	public function __construct(
		private readonly string $file,
		private readonly Closure $config,
	) {}

	public function register(): void {
		add_action( 'init', [ $this, 'register_block_metadata' ], 5 );
		add_action( 'enqueue_block_editor_assets', [ $this, 'register_admin_handles' ], 0 );
		// Before the scripts are printed: by then it is known which of ours others want, and whether any needs the configuration.
		add_action( 'wp_print_scripts', [ $this, 'maybe_register_handles' ], 0 );
		add_action( 'wp_print_footer_scripts', [ $this, 'maybe_register_handles' ], 0 );
		add_action( 'wp_print_scripts', [ $this, 'attach_config' ] );
		add_action( 'wp_print_footer_scripts', [ $this, 'attach_config' ], 1 );
		add_action( 'admin_print_footer_scripts', [ $this, 'attach_config' ], 1 );
	}

	/** @param string $entry Of webpack.config.js. */
	public function enqueue( string $entry ): void {
		$this->register_handles();
		wp_enqueue_script( self::PREFIX . $entry );
		wp_enqueue_style( self::PREFIX . $entry );
	}

	/** @param string $file Inside the webpack output. */
	public function path( string $file ): string {
		return plugin_dir_path( $this->file ) . self::FOLDER . $file;
	}

	/** @return array<string, mixed> FrontendConfig of src/types/domain.ts. */
	public function frontend_config(): array {
		return ( $this->config )()->to_array( self::PREFIX . 'picker', $this->url( '' ) );
	}

	/** The blocks' block.json as PHP, which OPcache keeps: WordPress would read and decode the files in every request. */
	public function register_block_metadata(): void {
		$manifest = $this->path( 'blocks-manifest.php' );
		if ( is_file( $manifest ) ) {
			wp_register_block_metadata_collection( untrailingslashit( $this->path( '' ) ), $manifest );
		}
	}

	/** Not before a page needs one of them: most pages of a shop need none. */
	public function register_handles(): void {
		if ( wp_script_is( self::CONFIG, 'registered' ) ) {
			return;
		}
		wp_register_script( self::CONFIG, false, [], Info::VERSION, true );
		$this->register_entries( self::ENTRIES );
		if ( is_admin() ) {
			$this->register_admin_handles();
		}
	}

	/** An editor may be drawn elsewhere than in wp-admin. */
	public function register_admin_handles(): void {
		$this->register_handles();
		$this->register_entries( self::IN_ADMIN );
	}

	/** @param list<string> $entries */
	private function register_entries( array $entries ): void {
		foreach ( $entries as $entry ) {
			$this->register_script( $entry );
			$this->register_style( $entry );
		}
	}

	/** For scripts of others that name ours: without a registered dependency WordPress does not print them, the whole block checkout for one. */
	public function maybe_register_handles(): void {
		$scripts = wp_scripts();
		foreach ( $scripts->queue as $handle ) {
			$dependencies = isset( $scripts->registered[ $handle ] ) ? $scripts->registered[ $handle ]->deps : [];
			foreach ( [ $handle, ...$dependencies ] as $wanted ) {
				if ( is_string( $wanted ) && str_starts_with( $wanted, self::PREFIX ) ) {
					$this->register_handles();
					return;
				}
			}
		}
	}

	public function attach_config(): void {
		if ( wp_script_is( self::CONFIG, 'enqueued' ) && false === wp_scripts()->get_data( self::CONFIG, 'before' ) ) {
			wp_add_inline_script(
				self::CONFIG,
				'window.sendcloudServicePointsConfig = ' . wp_json_encode( $this->frontend_config(), JSON_HEX_TAG | JSON_UNESCAPED_SLASHES ) . ';',
				'before'
			);
		}
	}

	private function register_script( string $entry ): void {
		$asset_file = $this->path( $entry . '.asset.php' );
		if ( ! is_file( $asset_file ) ) {
			return;
		}
		$asset        = Fields::from_data( require $asset_file );
		$dependencies = $asset->strings( 'dependencies' );
		$needs_config = in_array( $entry, self::WITH_PICKER, true );
		wp_register_script(
			self::PREFIX . $entry,
			$this->url( $entry . '.js' ),
			$needs_config ? [ ...$dependencies, self::CONFIG ] : $dependencies,
			$asset->string( 'version' ),
			true
		);
		// WordPress makes translations depend on wp-i18n: an entry that translates nothing does without.
		if ( in_array( 'wp-i18n', $dependencies, true ) ) {
			wp_set_script_translations( self::PREFIX . $entry, Info::TEXT_DOMAIN, FrontendConfig::languages_folder( $this->file ) );
		}
	}

	private function register_style( string $entry ): void {
		// What is imported as style.scss goes to the front end and the editor, anything else stays under the entry's own name.
		foreach ( [ 'style-' . $entry, $entry ] as $name ) {
			if ( is_file( $this->path( $name . '.css' ) ) ) {
				wp_register_style( self::PREFIX . $entry, $this->url( $name . '.css' ), [], (string) filemtime( $this->path( $name . '.css' ) ) );
				wp_style_add_data( self::PREFIX . $entry, 'rtl', 'replace' );
				return;
			}
		}
	}

	/** @return non-empty-string */
	private function url( string $file ): string {
		return plugins_url( '', $this->file ) . '/' . self::FOLDER . $file;
	}
}
