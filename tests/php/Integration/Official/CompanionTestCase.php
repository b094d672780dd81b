<?php
/**
 * What the tests beside one of Sendcloud's own plugins share.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Official;

use Sendcloud\Shipping\Utility\Logging_Callable;
use SendcloudServicePoints\Tests\Integration\Checkout\CheckoutTestCase;
use WC_Order;

abstract class CompanionTestCase extends CheckoutTestCase {

	/** @return list<string> Hooks that a namespace or class of theirs sits on. */
	protected function hooks_of( string $theirs ): array {
		$found = [];
		foreach ( $GLOBALS['wp_filter'] as $name => $hook ) {
			foreach ( $hook->callbacks as $callbacks ) {
				foreach ( array_column( $callbacks, 'function' ) as $callback ) {
					// The first generation wraps its callbacks.
					$callback = $callback instanceof Logging_Callable ? current( (array) $callback ) : $callback;
					$owner    = is_array( $callback ) && is_object( $callback[0] ) ? get_class( $callback[0] ) : '';
					if ( str_starts_with( $owner, $theirs ) ) {
						$found[] = $name;
					}
				}
			}
		}
		sort( $found );
		return array_values( array_unique( $found ) );
	}

	/** @return array<string, string> What an order shows, by place. */
	protected function printed( WC_Order $order ): array {
		return array_map(
			static function ( array $action ): string {
				ob_start();
				do_action( ...$action );
				return (string) ob_get_clean();
			},
			[
				'thank-you page' => [ 'woocommerce_thankyou', $order->get_id() ],
				// In the account WooCommerce prints its table by a template function of its own.
				'account'        => [ 'woocommerce_view_order', $order->get_id() ],
				'e-mail'         => [ 'woocommerce_email_after_order_table', $order, false, false, null ],
				'wp-admin'       => [ 'woocommerce_admin_order_data_after_shipping_address', $order ],
			]
		);
	}
}
