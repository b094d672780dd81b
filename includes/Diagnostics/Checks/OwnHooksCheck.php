<?php
/**
 * Has anything taken this plugin off the hooks it needs?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Checkout\Classic\ClassicCheckout;
use SendcloudServicePoints\Checkout\Guard;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Diagnostics\Probes\HookCallbacks;
use SendcloudServicePoints\Support\Trigger;

final class OwnHooksCheck extends Check {

	public const ID    = 'own-hooks';
	public const GROUP = Group::Plugins;

	private const HOOKS = [
		'woocommerce_before_checkout_form'        => ClassicCheckout::class,
		'woocommerce_after_shipping_rate'         => ClassicCheckout::class,
		'woocommerce_review_order_after_shipping' => ClassicCheckout::class,
		'woocommerce_after_checkout_validation'   => Guard::class,
		'woocommerce_checkout_create_order'       => Guard::class,
		'woocommerce_store_api_checkout_update_order_from_request' => Guard::class,
	];

	public function title(): string {
		return __( 'Hooks of this plugin', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$lost = [];
		foreach ( self::HOOKS as $hook => $class ) {
			if ( ! HookCallbacks::has( $hook, $class ) && ! HookCallbacks::has( $hook, Trigger::class ) ) {
				$lost[] = $hook;
			}
		}
		return [] === $lost
			? Finding::good( __( 'Everything this plugin hooks into the checkout is in place.', 'sendcloud-service-points' ) )
			: Finding::critical(
				__( 'Another plugin or the theme has removed this plugin from hooks of the checkout.', 'sendcloud-service-points' ),
				__( 'Look for remove_all_actions() or remove_all_filters() with the names below in the theme and in other plugins, or deactivate the plugins one after the other to find it.', 'sendcloud-service-points' )
			)->with( $lost )->link( __( 'Plugins', 'sendcloud-service-points' ), Screens::wordpress( 'plugins.php' ) );
	}
}
