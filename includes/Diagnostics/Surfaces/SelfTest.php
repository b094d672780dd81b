<?php
/**
 * The checkout's self-test: `?sendcloud-self-test` on the checkout page, for those who manage the shop. It sees what no server can: a
 * picker hidden by a style sheet, a script that an optimiser broke, a browser without WebGL.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Surfaces;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Frontend\Assets;

final class SelfTest {

	private const SCRIPT = 'sendcloud-service-points-self-test';

	public function __construct( private readonly Assets $assets ) {}

	public function register(): void {
		add_action( 'wp_enqueue_scripts', [ $this, 'enqueue' ] );
		add_filter( 'woocommerce_checkout_redirect_empty_cart', [ $this, 'stay_on_checkout' ] );
	}

	public function enqueue(): void {
		if ( ! is_checkout() || is_wc_endpoint_url() || ! self::is_allowed() ) {
			return;
		}
		$this->assets->enqueue( 'self-test' );
		wp_add_inline_script(
			self::SCRIPT,
			'window.sendcloudServicePointsSelfTest = ' . wp_json_encode(
				[
					'storeUrl'    => rest_url( 'wc/store/v1/' ),
					'nonce'       => wp_create_nonce( 'wp_rest' ),
					'diagnostics' => Screens::diagnostics(),
				],
				JSON_HEX_TAG | JSON_UNESCAPED_SLASHES
			) . ';',
			'before'
		);
	}

	/** With an empty cart, WooCommerce would leave for the cart before the test can say that it is empty. */
	public function stay_on_checkout( mixed $redirects ): bool {
		return (bool) $redirects && ! self::is_allowed();
	}

	private static function is_allowed(): bool {
		return current_user_can( 'manage_woocommerce' );
	}
}
