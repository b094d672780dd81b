<?php
/**
 * Beside Sendcloud's own plugin: it keeps the connection, this plugin takes the checkout.
 *
 * Takes the checkout and the display of either generation off their hooks. Its connection, import, webhooks, settings, product fields and
 * shipping method stay as they are: other classes. So does the Dynamic Checkout that the first one has in it, which goes on showing its own
 * orders.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\SendcloudPlugins;

use SendcloudServicePoints\Support\OfficialPlugin;
use WP_Hook;

final class CompanionMode {

	/**
	 * The plugin gives nobody its objects, so its callbacks are found by class. All that these classes do is in the way:
	 */
	private const CLASSES = [
		// Loads the script that draws a second button; prints its carriers; refuses orders without the field that script fills, and
		// deletes the point from orders without it; prints the point a second time, and dies of a point with a list for a word.
		'SCCSP\SendCloud\Connected\Shipping\ServicePoint\Checkout\SCCSP_Checkout_Handler',
		// The same in the block checkout, and clears everyone's notices when another rate is chosen. Named too, in case it ever stops
		// being a subclass of the one above.
		'SCCSP\SendCloud\Connected\Shipping\ServicePoint\Checkout\SCCSP_Checkout_Block_Handler',
		// Prints the point a second time in e-mails, as HTML in plain ones, and dies of the same points.
		'SCCSP\SendCloud\Connected\Shipping\ServicePoint\SCCSP_Email_Handler',
		// The same in wp-admin.
		'SCCSP\SendCloud\Connected\Shipping\ServicePoint\SCCSP_Order_Admin_Handler',
		// The first generation's, which do the same; it has no block checkout.
		'Sendcloud\Shipping\ServicePoint\Checkout_Handler',
		'Sendcloud\Shipping\ServicePoint\Email_Handler',
	];

	/** The first generation hooks in objects that log what their callback throws. */
	private const WRAPPER = 'Sendcloud\Shipping\Utility\Logging_Callable';

	/** Where these classes only show an order's point: it must be there once, whichever plugin runs the checkout. */
	private const DISPLAY = [
		'woocommerce_thankyou',
		'woocommerce_view_order',
		'woocommerce_email_after_order_table',
		'woocommerce_admin_order_data_after_shipping_address',
	];

	/** Its script and the helper that listens to it, in case a theme or page builder enqueues them past the hooks. */
	private const SCRIPTS = [ 'sendcloud-v2-service-point-js', 'sendcloud-v2-service-point-block', 'sendcloud-service-point-js' ];

	public function __construct( private readonly OfficialPlugin $official ) {}

	public function register(): void {
		// They hook in at 10.
		add_action( 'plugins_loaded', [ $this, 'detach' ], PHP_INT_MAX );
		if ( ! $this->official->is_dynamic_checkout_active() ) {
			add_action( 'wp_print_footer_scripts', [ $this, 'dequeue' ], 0 );
		}
	}

	public function detach(): void {
		global $wp_filter;
		$hooks = $this->official->is_dynamic_checkout_active() ? self::DISPLAY : array_keys( (array) $wp_filter );
		foreach ( $hooks as $name ) {
			$hook = $wp_filter[ $name ] ?? null;
			foreach ( $hook instanceof WP_Hook ? $hook->callbacks : [] as $priority => $callbacks ) {
				foreach ( array_column( (array) $callbacks, 'function' ) as $callback ) {
					if ( self::is_theirs( $callback ) ) {
						remove_filter( (string) $name, $callback, (int) $priority );
					}
				}
			}
		}
	}

	public function dequeue(): void {
		array_map( 'wp_dequeue_script', self::SCRIPTS );
	}

	/**
	 * Asks objects only. To ask whether a static method is callable loads its class, which may not be ready for that: a widget whose parent
	 * comes later ends the request.
	 *
	 * @phpstan-assert-if-true callable( mixed ...): mixed $callback
	 */
	private static function is_theirs( mixed $callback ): bool {
		if ( is_object( $callback ) && is_a( $callback, self::WRAPPER ) ) {
			// Its only property.
			$callback = current( (array) $callback );
		}
		$owner = is_array( $callback ) ? $callback[0] ?? null : null;
		foreach ( self::CLASSES as $class ) {
			if ( is_object( $owner ) && is_a( $owner, $class ) ) {
				return true;
			}
		}
		return false;
	}
}
