<?php
/**
 * What the front end is told: `window.sendcloudServicePointsConfig`, the type FrontendConfig of src/types/domain.ts.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Frontend;

use _WP_Dependency;
use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Info;
use SendcloudServicePoints\Marks\CarrierMarks;
use SendcloudServicePoints\Settings\Settings;
use WP_Scripts;
use WP_Styles;

final class FrontendConfig {

	/** Metres. */
	private const FAR = 20_000;

	/** @param string $file The main plugin file. */
	public function __construct(
		private readonly string $file,
		private readonly Settings $settings,
		private readonly CarrierMarks $marks,
	) {}

	/**
	 * @param string $picker The handle of the picker's script and style.
	 * @param string $build_url Folder of the webpack output.
	 * @return array<string, mixed>
	 */
	public function to_array( string $picker, string $build_url ): array {
		return [
			'restUrl'      => rest_url( Info::REST_NAMESPACE . '/' ),
			'buildUrl'     => $build_url,
			'locale'       => self::locale(),
			'openOnChoice' => $this->settings->open_on_choice(),
			'marks'        => (object) $this->marks->urls(),
			'farDistance'  => self::far_distance(),
			'map'          => [
				'provider' => $this->settings->map_provider(),
				'styleUrl' => $this->settings->map_style_url(),
			],
			'picker'       => [
				'scripts'      => self::scripts( $picker ),
				'styles'       => self::styles( $picker ),
				'translations' => (object) $this->translations( $picker ),
			],
		];
	}

	/**
	 * Half an hour by car: who has moved farther than that from the point has most likely forgotten it.
	 */
	private static function far_distance(): int {
		/**
		 * Filters how far a point may be from an address that the shopper has entered since, before the checkout says so.
		 *
		 * @param int $metres 20000; 0 never says it.
		 */
		$metres = apply_filters( 'sendcloud_service_points_far_distance', self::FAR );
		return is_numeric( $metres ) ? max( 0, (int) $metres ) : self::FAR;
	}

	public static function languages_folder( string $file ): string {
		return plugin_dir_path( $file ) . 'languages';
	}

	/** BCP 47: `fr_FR` is fr-FR, `de_DE_formal` is de-DE. */
	private static function locale(): string {
		return implode( '-', array_slice( explode( '_', determine_locale() ), 0, 2 ) );
	}

	/**
	 * A script and all it depends on, in load order: the picker is loaded by a page that may have none of them.
	 *
	 * @param list<array{handle: string, src: string}> $listed
	 * @return list<array{handle: string, src: string}>
	 */
	private static function scripts( string $handle, array $listed = [] ): array {
		$script = wp_scripts()->registered[ $handle ] ?? null;
		if ( ! $script instanceof _WP_Dependency || in_array( $handle, array_column( $listed, 'handle' ), true ) ) {
			return $listed;
		}
		foreach ( array_filter( $script->deps, 'is_string' ) as $dependency ) {
			$listed = self::scripts( $dependency, $listed );
		}
		// A handle without a file only groups others.
		if ( is_string( $script->src ) && '' !== $script->src ) {
			$listed[] = [
				'handle' => $handle,
				'src'    => self::source( wp_scripts(), $script ),
			];
		}
		return $listed;
	}

	/** @return list<string> */
	private static function styles( string $handle ): array {
		$style = wp_styles()->registered[ $handle ] ?? null;
		if ( ! $style instanceof _WP_Dependency || ! is_string( $style->src ) ) {
			return [];
		}
		$source = self::source( wp_styles(), $style );
		return [ is_rtl() ? str_replace( '.css', '-rtl.css', $source ) : $source ];
	}

	/** The address as WordPress would print it. */
	private static function source( WP_Scripts|WP_Styles $all, _WP_Dependency $one ): string {
		$source = is_string( $one->src ) ? $one->src : '';
		if ( 1 !== preg_match( '|^(https?:)?//|', $source ) ) {
			$source = $all->base_url . $source;
		}
		// False stands for WordPress' own version, null for none.
		$version = false === $one->ver ? $all->default_version : $one->ver;
		if ( is_string( $version ) && '' !== $version ) {
			$source = add_query_arg( 'ver', $version, $source );
		}
		$filter = $all instanceof WP_Styles ? 'style_loader_src' : 'script_loader_src';
		// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own: CDN plugins move files with it.
		$filtered = apply_filters( $filter, $source, $one->handle );
		return is_string( $filtered ) ? $filtered : $source;
	}

	/** @return array<array-key, mixed> Jed locale data; empty in English. */
	private function translations( string $handle ): array {
		$json = load_script_textdomain( $handle, Info::TEXT_DOMAIN, self::languages_folder( $this->file ) );
		$data = Fields::from_data( false === $json ? [] : json_decode( $json, true ) )->at( 'locale_data' );
		return $data->at( Info::TEXT_DOMAIN )->data + $data->at( 'messages' )->data;
	}
}
