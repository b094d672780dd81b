<?php
/**
 * WooCommerce > Settings > Shipping > Sendcloud Service Points > Diagnostics: where the browser draws the page, which runs the checks
 * side by side over REST.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Surfaces;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Settings\Settings;

final class DiagnosticsPage {

	/** A field type of our own: where the page is drawn. */
	private const FIELD = 'sendcloud_service_points_diagnostics';

	public function __construct( private readonly AdminMount $mount ) {}

	public function register(): void {
		// After WooCommerce's list of sections.
		add_action( 'woocommerce_sections_shipping', [ $this, 'render_views' ], 20 );
		// After everybody who adds settings to the section: this view has none.
		add_filter( 'woocommerce_get_settings_shipping', [ $this, 'replace_fields' ], 100, 2 );
		add_action( 'woocommerce_admin_field_' . self::FIELD, [ $this, 'render_page' ] );
	}

	public function render_views(): void {
		global $current_section;
		if ( Settings::SECTION !== $current_section ) {
			return;
		}
		$is_here = Screens::is_diagnostics( $current_section );
		printf( '<ul class="subsubsub" aria-label="%s">', esc_attr__( 'Sendcloud Service Points', 'sendcloud-service-points' ) );
		self::render_view( Screens::plugin_settings(), __( 'Settings', 'sendcloud-service-points' ), ! $is_here );
		echo ' | ';
		self::render_view( Screens::diagnostics(), __( 'Diagnostics', 'sendcloud-service-points' ), $is_here );
		echo ' | ';
		self::render_view( Screens::self_test(), __( 'Test the checkout', 'sendcloud-service-points' ), false );
		echo '</ul><br class="clear" />';
	}

	public function replace_fields( mixed $fields, mixed $section = '' ): mixed {
		if ( ! is_string( $section ) || ! Screens::is_diagnostics( $section ) ) {
			return $fields;
		}
		$GLOBALS['hide_save_button'] = true; // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WooCommerce's own.
		return [
			[
				'type'      => self::FIELD,
				'is_option' => false,
			],
		];
	}

	public function render_page(): void {
		$this->mount->render( 'diagnostics', __( 'The diagnostics need JavaScript. The same checks are under Tools > Site Health.', 'sendcloud-service-points' ) );
	}

	private static function render_view( string $url, string $label, bool $is_current ): void {
		printf(
			'<li><a href="%s"%s>%s</a></li>',
			esc_url( $url ),
			$is_current ? ' class="current" aria-current="page"' : '',
			esc_html( $label )
		);
	}
}
