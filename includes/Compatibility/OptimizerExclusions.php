<?php
/**
 * Asks plugins that delay, combine or move scripts to leave ours alone, each in its own way.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Compatibility;

/**
 * A delayed script waits for the first touch, a combined one stops at the first mistake of any other, and the picker has to be there
 * when the shopper chooses. Filters of plugins that are not there cost nothing.
 */
final class OptimizerExclusions {

	/** In the address of each of our files, and in each inline script. */
	private const FILES  = 'sendcloud-service-points/assets/build/';
	private const INLINE = 'sendcloudServicePoints';

	/** Handles begin with it. */
	private const HANDLE = 'sendcloud-service-points';

	/** Lists of parts of addresses or of scripts. */
	private const LISTS = [
		// WP Rocket.
		'rocket_delay_js_exclusions',
		'rocket_exclude_defer_js',
		'rocket_exclude_js',
		'rocket_defer_inline_exclusions',
		'rocket_excluded_inline_js_content',
		// LiteSpeed Cache.
		'litespeed_optimize_js_excludes',
		'litespeed_optm_js_defer_exc',
		'litespeed_optm_gm_js_exc',
		// Perfmatters.
		'perfmatters_delay_js_exclusions',
		'perfmatters_defer_js_exclusions',
		'perfmatters_minify_js_exclusions',
		// FlyingPress.
		'flying_press_exclude_from_delay:js',
		'flying_press_exclude_from_defer:js',
		'flying_press_exclude_from_minify:js',
		// WP-Optimize.
		'wp-optimize-minify-default-exclusions',
		// Hummingbird.
		'wphb_delay_js_exclusions',
		// SiteGround Speed Optimizer.
		'sgo_javascript_combine_excluded_inline_content',
	];

	/** Lists of script handles, all of SiteGround Speed Optimizer. */
	private const HANDLE_LISTS = [ 'sgo_javascript_combine_exclude', 'sgo_js_minify_exclude', 'sgo_js_async_exclude' ];

	/** Read off the tag by Cloudflare Rocket Loader, LiteSpeed Cache, Autoptimize, Jetpack Boost, NitroPack. */
	private const ATTRIBUTES = [
		'data-cfasync'       => 'false',
		'data-no-optimize'   => '1',
		'data-no-defer'      => '1',
		'data-noptimize'     => '1',
		'data-jetpack-boost' => 'ignore',
		'nitro-exclude'      => '1',
	];

	public function register(): void {
		foreach ( self::LISTS as $filter ) {
			add_filter( $filter, [ $this, 'add_names' ] );
		}
		foreach ( self::HANDLE_LISTS as $filter ) {
			add_filter( $filter, [ $this, 'add_handles' ] );
		}
		add_filter( 'autoptimize_filter_js_exclude', [ $this, 'add_to_autoptimize' ] );
		add_filter( 'w3tc_minify_js_do_tag_minification', [ $this, 'allow_w3tc' ], 10, 2 );
		add_filter( 'script_loader_tag', [ $this, 'mark_tag' ], 10, 2 );
		add_filter( 'wp_inline_script_attributes', [ $this, 'mark_inline' ] );
	}

	/** @param mixed $excluded Parts of addresses or of scripts. */
	public function add_names( mixed $excluded ): mixed {
		return is_array( $excluded ) ? [ ...$excluded, self::FILES, self::INLINE ] : $excluded;
	}

	/** @param mixed $excluded Handles. */
	public function add_handles( mixed $excluded ): mixed {
		return is_array( $excluded )
			? [ ...$excluded, ...array_filter( array_keys( wp_scripts()->registered ), static fn ( int|string $handle ): bool => str_starts_with( (string) $handle, self::HANDLE ) ) ]
			: $excluded;
	}

	/** @param mixed $excluded Comma-separated, in some versions a list. */
	public function add_to_autoptimize( mixed $excluded ): mixed {
		return is_string( $excluded ) ? trim( $excluded . ', ' . self::FILES . ', ' . self::INLINE, ', ' ) : $this->add_names( $excluded );
	}

	/**
	 * @param mixed $may Whether W3 Total Cache may minify the script.
	 * @param mixed $tag The script's tag.
	 */
	public function allow_w3tc( mixed $may, mixed $tag = '' ): mixed {
		return is_string( $tag ) && str_contains( $tag, self::FILES ) ? false : $may;
	}

	/**
	 * @param mixed $tag    The script's tag, with its inline scripts.
	 * @param mixed $handle Its handle.
	 */
	public function mark_tag( mixed $tag, mixed $handle = '' ): mixed {
		return is_string( $tag ) && is_string( $handle ) && str_starts_with( $handle, self::HANDLE )
			? preg_replace( '/<script\b(?=[^>]*\ssrc=)/', '<script' . self::attributes(), $tag, 1 ) ?? $tag
			: $tag;
	}

	/** @param mixed $attributes Of an inline script. */
	public function mark_inline( mixed $attributes ): mixed {
		return is_array( $attributes ) && is_string( $attributes['id'] ?? null ) && str_starts_with( $attributes['id'], self::HANDLE )
			? $attributes + self::ATTRIBUTES
			: $attributes;
	}

	private static function attributes(): string {
		$html = '';
		foreach ( self::ATTRIBUTES as $name => $value ) {
			$html .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
		return $html;
	}
}
