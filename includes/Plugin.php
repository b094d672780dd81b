<?php
/**
 * The composition root: the only place that says `new` for a service.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints;

use Automattic\WooCommerce\Utilities\FeaturesUtil;
use SendcloudServicePoints\Support\Requirements;

final class Plugin {

	public const VERSION = '0.1.0';

	/** @param string $file The main plugin file. */
	public function __construct( private readonly string $file ) {}

	public function register(): void {
		add_action( 'init', [ $this, 'load_translations' ], 0 );
		add_action( 'before_woocommerce_init', [ $this, 'declare_compatibility' ] );
		// Before 10, where WooCommerce fires `woocommerce_blocks_loaded`, and late enough to know its version.
		add_action( 'plugins_loaded', [ $this, 'compose' ], 5 );
	}

	public function compose(): void {
		$requirements = new Requirements();
		$requirements->register();

		if ( $requirements->has_woocommerce() ) {
			$this->compose_shop();
		}
	}

	public function load_translations(): void {
		load_plugin_textdomain( 'sendcloud-service-points', false, dirname( plugin_basename( $this->file ) ) . '/languages' );
	}

	public function declare_compatibility(): void {
		foreach ( [ 'custom_order_tables', 'cart_checkout_blocks' ] as $feature ) {
			FeaturesUtil::declare_compatibility( $feature, $this->file, true );
		}
	}

	/** What needs WooCommerce. */
	private function compose_shop(): void {
	}
}
