<?php
/**
 * Plugin Name: Old methods
 * Description: Leaves methods of Sendcloud's first plugin in a zone, as that plugin did before it was taken away.
 */

declare( strict_types=1 );

add_action(
	'rest_api_init',
	static function (): void {
		register_rest_route(
			'test-shop/v1',
			'/zones/(?P<zone>\d+)/old-methods',
			[
				'methods'             => 'POST',
				'permission_callback' => static fn (): bool => current_user_can( 'manage_woocommerce' ),
				'callback'            => static function ( WP_REST_Request $request ): array {
					global $wpdb;
					$wpdb->insert( // phpcs:ignore WordPress.DB.DirectDatabaseQuery.DirectQuery
						"{$wpdb->prefix}woocommerce_shipping_zone_methods",
						[
							'zone_id'      => $request['zone'],
							'method_id'    => 'service_point_shipping_method',
							'method_order' => 100,
							'is_enabled'   => (int) $request['enabled'],
						]
					);
					$instance_id = $wpdb->insert_id;
					if ( isset( $request['settings'] ) ) {
						update_option( "sendcloudshipping_service_point_shipping_method_{$instance_id}_settings", $request['settings'] );
					}
					WC_Cache_Helper::get_transient_version( 'shipping', true );
					return [ 'instance_id' => $instance_id ];
				},
			]
		);
	}
);
