<?php
/**
 * A page with the locator block, the plugin's face where there is no checkout.
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

function shop_seed_locator_page(): void {
	shop_seed_page( 'service-points', 'Find a service point', '<!-- wp:sendcloud-service-points/locator /-->' );
}
