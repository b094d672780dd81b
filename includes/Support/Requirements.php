<?php
/**
 * Which WooCommerce is there, a word to the merchant when it is none we can work with, and to WooCommerce what works with us.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Support;

use Automattic\WooCommerce\Utilities\FeaturesUtil;

final class Requirements {

	/** The oldest that the tests run in. Nothing here needs what only 9.9 brought; on anything older nobody has tried it. */
	private const WOOCOMMERCE = '9.9';

	/** @param string $file The main plugin file. */
	public function __construct( private readonly string $file ) {}

	public function register(): void {
		add_action( 'before_woocommerce_init', [ $this, 'declare_compatibility' ] );
		if ( ! $this->has_woocommerce() ) {
			add_action( 'admin_notices', [ $this, 'render_notice' ] );
		}
	}

	/** Known from `plugins_loaded` on. */
	public function has_woocommerce(): bool {
		return function_exists( 'WC' ) && version_compare( WC()->version, self::WOOCOMMERCE, '>=' );
	}

	public function declare_compatibility(): void {
		foreach ( [ 'custom_order_tables', 'cart_checkout_blocks' ] as $feature ) {
			FeaturesUtil::declare_compatibility( $feature, $this->file, true );
		}
	}

	public function render_notice(): void {
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
