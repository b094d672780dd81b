<?php
/**
 * Tells the merchant that this plugin has left the checkout to Sendcloud's Dynamic Checkout.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\SendcloudPlugins;

final class DynamicCheckoutNotice {

	public function register(): void {
		add_action( 'admin_notices', [ $this, 'render' ] );
	}

	public function render(): void {
		if ( current_user_can( 'manage_woocommerce' ) ) {
			printf(
				'<div class="notice notice-warning"><p>%s <a href="%s">%s</a></p></div>',
				esc_html__( 'Sendcloud\'s Dynamic Checkout is active and has delivery methods and a map of its own, so Sendcloud Service Points has left the checkout to it. Deactivate one of the two.', 'sendcloud-service-points' ),
				esc_url( admin_url( 'plugins.php' ) ),
				esc_html__( 'Plugins', 'sendcloud-service-points' )
			);
		}
	}
}
