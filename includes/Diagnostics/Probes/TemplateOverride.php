<?php
/**
 * A template of WooCommerce's that the theme or a plugin replaces.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Probes;

final class TemplateOverride {

	private function __construct(
		public readonly string $file,
		private readonly string $code,
		public readonly string $version,
		public readonly string $core_version,
	) {}

	/**
	 * @param string $template Such as `cart/cart-shipping.php`.
	 * @return self|null Null where WooCommerce's own is in use.
	 */
	public static function find( string $template ): ?self {
		$core = WC()->plugin_path() . '/templates/' . $template;
		$file = wc_locate_template( $template );
		if ( ! is_file( $file ) || realpath( $file ) === realpath( $core ) ) {
			return null;
		}
		// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A local file.
		$code = (string) file_get_contents( $file );
		return new self( $file, $code, self::version( $code ), self::version( self::start( $core ) ) );
	}

	/** Whether it mentions a hook or a function, in whatever way it calls it. */
	public function mentions( string $name ): bool {
		foreach ( token_get_all( $this->code ) as $token ) {
			if ( is_array( $token ) && in_array( $token[0], [ T_STRING, T_CONSTANT_ENCAPSED_STRING ], true ) && trim( $token[1], '\'"' ) === $name ) {
				return true;
			}
		}
		return false;
	}

	/** What it leaves to other files cannot be seen in it. */
	public function calls_other_files(): bool {
		$functions = 'get_template_part|wc_get_template|load_template|locate_template|do_shortcode';
		return 1 === preg_match( "/\b(include|require)(_once)?\b|\b({$functions})\s*\(/", $this->code );
	}

	public function is_outdated(): bool {
		return '' !== $this->version && '' !== $this->core_version && version_compare( $this->version, $this->core_version, '<' );
	}

	/** The file as the merchant finds it. */
	public function path(): string {
		return str_replace( wp_normalize_path( WP_CONTENT_DIR ) . '/', '', wp_normalize_path( $this->file ) );
	}

	private static function start( string $file ): string {
		// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A local file.
		return is_file( $file ) ? (string) file_get_contents( $file, false, null, 0, 8192 ) : '';
	}

	private static function version( string $code ): string {
		return 1 === preg_match( '/@version\s+([\d.]+)/', $code, $match ) ? $match[1] : '';
	}
}
