<?php
/**
 * Does code of the theme, a snippet or a must-use plugin act on orders?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Diagnostics\Probes\HookCallbacks;

final class ForeignCallbacksCheck extends Check {

	public const ID    = 'foreign-callbacks';
	public const GROUP = Group::Theme;

	/** Folders of plugins that run the merchant's own code. */
	private const SNIPPETS = 'code-snippets|insert-headers-and-footers|insert-php|woody-code-snippets|fluent-snippets?|fluent-snippet-storage|wpcode[^/]*';

	private const HOOKS = [
		'woocommerce_checkout_process',
		'woocommerce_after_checkout_validation',
		'woocommerce_checkout_create_order',
		'woocommerce_checkout_update_order_meta',
		'woocommerce_checkout_order_processed',
		'woocommerce_store_api_checkout_update_order_from_request',
		'woocommerce_store_api_checkout_order_processed',
		'woocommerce_thankyou',
		'woocommerce_payment_complete_order_status',
		'woocommerce_package_rates',
	];

	public function title(): string {
		return __( 'Custom checkout code', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$found = [];
		foreach ( self::HOOKS as $hook ) {
			foreach ( HookCallbacks::of( $hook ) as $place ) {
				if ( self::is_custom( $place ) ) {
					$found[] = $hook . ': ' . str_replace( wp_normalize_path( WP_CONTENT_DIR ) . '/', '', $place );
				}
			}
		}
		return [] === $found
			? Finding::good( __( 'No code of the theme, of a snippet or of a must-use plugin acts on the checkout or on the status of orders.', 'sendcloud-service-points' ) )
			: Finding::info(
				__( 'Code made for this shop acts on the checkout or on the status of orders. If points get lost or orders do not reach Sendcloud, look there first.', 'sendcloud-service-points' ),
				__( 'To find out whether it is the reason, switch the code off for a test order.', 'sendcloud-service-points' )
			)->with( $found );
	}

	private static function is_custom( string $place ): bool {
		$folders = array_map( wp_normalize_path( ... ), [ get_stylesheet_directory(), get_template_directory(), WPMU_PLUGIN_DIR ] );
		foreach ( $folders as $folder ) {
			$real = realpath( $folder );
			if ( str_starts_with( $place, $folder . '/' ) || ( is_string( $real ) && str_starts_with( $place, wp_normalize_path( $real ) . '/' ) ) ) {
				return true;
			}
		}
		// Some of it is in no file of its own.
		return str_contains( $place, "eval()'d code" ) || 1 === preg_match( '#/(' . self::SNIPPETS . ')/#', $place );
	}
}
