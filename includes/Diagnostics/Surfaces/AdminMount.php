<?php
/**
 * A place on a screen of WooCommerce where the browser draws something out of the checks.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Surfaces;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Probes\SystemFacts;
use SendcloudServicePoints\Frontend\Assets;

final class AdminMount {

	public function __construct(
		private readonly SystemFacts $facts,
		private readonly Assets $assets,
	) {}

	/**
	 * @param string $name           Of the folder in src/admin.
	 * @param string $without_script What to say where there is no JavaScript.
	 */
	public function render( string $name, string $without_script ): void {
		$this->assets->enqueue( "admin-{$name}" );
		wp_enqueue_style( 'wp-components' );
		// The type AdminConfig of src/admin/diagnostics/api.ts.
		$config = [
			'selfTest' => Screens::self_test(),
			'facts'    => (object) $this->facts->all(),
		];
		printf(
			'<div id="scsp-%s" data-config="%s"><noscript>%s</noscript></div>',
			esc_attr( $name ),
			esc_attr( (string) wp_json_encode( $config ) ),
			esc_html( $without_script )
		);
	}
}
