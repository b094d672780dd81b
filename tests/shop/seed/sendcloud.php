<?php
/**
 * The plugin's own settings, and a page with its locator block: what a site without WooCommerce has too.
 */

declare( strict_types=1 );

function shop_seed_page( string $slug, string $title, string $content ): int {
	return (int) wp_insert_post(
		[
			'post_type'    => 'page',
			'post_status'  => 'publish',
			'post_name'    => $slug,
			'post_title'   => $title,
			'post_content' => $content,
		]
	);
}

function shop_seed_sendcloud(): void {
	update_option( 'sendcloud_service_points_public_key', 'sandbox-public' );
	update_option( 'sendcloud_service_points_secret_key', 'sandbox-secret' );
	update_option( 'sendcloud_service_points_map_provider', 'style' );
	shop_seed_page( 'service-points', 'Find a service point', '<!-- wp:sendcloud-service-points/locator /-->' );
}
