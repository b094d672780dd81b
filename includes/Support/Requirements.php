<?php
/**
 * Which WooCommerce is there, and a word to the merchant when it is none we can work with.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Support;

final class Requirements {

	/** The oldest that the tests run in. Nothing here needs what only 9.9 brought; on anything older nobody has tried it. */
	private const WOOCOMMERCE = '9.9';

	public function register(): void {
		if ( ! $this->has_woocommerce() ) {
			add_action( 'admin_notices', [ $this, 'print_notice' ] );
		}
	}

	/** Known from `plugins_loaded` on. */
	public function has_woocommerce(): bool {
		return function_exists( 'WC' ) && version_compare( WC()->version, self::WOOCOMMERCE, '>=' );
	}

	public function print_notice(): void {
		if ( ! current_user_can( 'activate_plugins' ) ) {
			return;
		}
		printf(
			'<div class="notice notice-error"><p>%s</p></div>',
			esc_html(
				sprintf(
					/* translators: %s: version number. */
					__( 'Sendcloud Service Points needs WooCommerce %s or newer for delivery to service points. Install or update WooCommerce; the service point locator keeps working meanwhile.', 'sendcloud-service-points' ),
					self::WOOCOMMERCE
				)
			)
		);
	}
}
