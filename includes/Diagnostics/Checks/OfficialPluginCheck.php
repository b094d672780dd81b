<?php
/**
 * Do Sendcloud's own plugins get along with each other and with this one?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Support\ActivePlugins;
use SendcloudServicePoints\Support\OfficialPlugin;
use WC_Webhook;
use WC_Webhook_Data_Store;

final class OfficialPluginCheck extends Check {

	public const ID    = 'official-plugin';
	public const GROUP = Group::Plugins;

	/** Before it, nobody had to log in to start the connection. */
	private const SAFE = '1.0.32';

	public function __construct( private readonly OfficialPlugin $official ) {}

	public function title(): string {
		return __( 'Plugins of Sendcloud', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$plugins = $this->official->files();
		if ( [] === $plugins ) {
			return Finding::good( __( 'No other plugin of Sendcloud is active.', 'sendcloud-service-points' ) );
		}
		$finding = match ( true ) {
			count( $plugins ) > 1                          => Finding::critical(
				__( 'Several plugins of Sendcloud are active at the same time and act on the same orders.', 'sendcloud-service-points' ),
				__( 'Keep the plugin through which Sendcloud is connected, usually "Sendcloud Shipping" with "WooCommerce V2" in Sendcloud, and deactivate the others. Deactivating it disconnects the shop, so make sure it is the right one.', 'sendcloud-service-points' )
			),
			$this->official->is_dynamic_checkout_active()  => Finding::recommended(
				__( 'Sendcloud\'s Dynamic Checkout is active and offers delivery methods of its own, with a map of its own.', 'sendcloud-service-points' ),
				__( 'Choose one of the two: deactivate Dynamic Checkout, or this plugin.', 'sendcloud-service-points' )
			),
			$this->official->is_first_generation_active()  => Finding::recommended(
				__( 'The first generation of Sendcloud\'s plugin is active. Sendcloud can no longer change its settings, since WooCommerce has removed the API it needs.', 'sendcloud-service-points' ),
				__( 'Install "Sendcloud Shipping" (V2), connect it, then deactivate the old plugin. The shipping zones stay as they are.', 'sendcloud-service-points' )
			),
			default                                        => $this->judge( ActivePlugins::version( $plugins[0] ) ),
		};
		return $finding
			->with( array_map( static fn ( string $file ): string => trim( ActivePlugins::name( $file ) . ' ' . ActivePlugins::version( $file ) ), $plugins ) )
			->link( __( 'Plugins', 'sendcloud-service-points' ), Screens::wordpress( 'plugins.php' ) );
	}

	/** @param string $version Of the plugin that connects the shop; empty where it says none. */
	private function judge( string $version ): Finding {
		if ( '' !== $version && version_compare( $version, self::SAFE, '<' ) ) {
			return Finding::recommended(
				__( 'Sendcloud\'s plugin is an old version in which strangers could obtain a key to your shop.', 'sendcloud-service-points' ),
				__( 'Update it, then revoke the key "SendCloud API" and connect the shop again in Sendcloud.', 'sendcloud-service-points' )
			)->link( __( 'REST API keys', 'sendcloud-service-points' ), Screens::settings( 'advanced', 'keys' ) );
		}
		return $this->key_problem() ?? $this->webhook_problem() ?? Finding::good(
			__( 'Sendcloud\'s own plugin connects the shop; this one takes care of the checkout.', 'sendcloud-service-points' )
		);
	}

	private function key_problem(): ?Finding {
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- WooCommerce has no function for it.
		$owners = $wpdb->get_col( $wpdb->prepare( "SELECT user_id FROM {$wpdb->prefix}woocommerce_api_keys WHERE description LIKE %s", '%sendcloud%' ) );
		foreach ( $owners as $owner ) {
			if ( user_can( (int) $owner, 'manage_woocommerce' ) ) {
				return null;
			}
		}
		$summary = [] === $owners
			? __( 'The key with which Sendcloud reads the orders is gone.', 'sendcloud-service-points' )
			: __( 'The user whose key Sendcloud reads the orders with may no longer do so.', 'sendcloud-service-points' );
		return Finding::critical( $summary, __( 'Connect the shop again: WooCommerce > Sendcloud Shipping.', 'sendcloud-service-points' ) )
			->link( __( 'REST API keys', 'sendcloud-service-points' ), Screens::settings( 'advanced', 'keys' ) );
	}

	private function webhook_problem(): ?Finding {
		$disabled = [];
		foreach ( ( new WC_Webhook_Data_Store() )->get_webhooks_ids( 'disabled' ) as $id ) {
			$webhook = is_numeric( $id ) ? wc_get_webhook( (int) $id ) : null;
			if ( $webhook instanceof WC_Webhook && false !== stripos( $webhook->get_name(), 'sendcloud' ) ) {
				$disabled[] = $webhook->get_name();
			}
		}
		return [] === $disabled ? null : Finding::recommended(
			__( 'WooCommerce has switched off a webhook of Sendcloud, usually after it failed several times.', 'sendcloud-service-points' ),
			__( 'Set the webhook to "Active" again.', 'sendcloud-service-points' )
		)->with( $disabled )->link( __( 'Webhooks', 'sendcloud-service-points' ), Screens::settings( 'advanced', 'webhooks' ) );
	}
}
