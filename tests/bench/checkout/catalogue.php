<?php
/**
 * Twenty products, fifty variations, and a zone of eight rates: php catalogue.php SHOP_FOLDER. Prints their ids as JSON.
 */

declare( strict_types=1 );

require __DIR__ . '/../shop.php';
require __DIR__ . '/../../shop/seed/official.php';
require __DIR__ . '/../../shop/seed/shipping.php';

function bench_product( int $number ): int {
	$product = new WC_Product_Simple();
	$product->set_props(
		[
			'name'          => "Bench $number",
			'regular_price' => (string) ( 5 + $number ),
			'weight'        => '0.2',
		]
	);
	return $product->save();
}

/** @return list<int> Five variations of one product. */
function bench_variations( int $number ): array {
	$sizes     = [ 'S', 'M', 'L', 'XL', 'XXL' ];
	$attribute = new WC_Product_Attribute();
	$attribute->set_name( 'Size' );
	$attribute->set_options( $sizes );
	$attribute->set_variation( true );
	$parent = new WC_Product_Variable();
	$parent->set_props(
		[
			'name'       => "Bench shirt $number",
			'weight'     => '0.2',
			'attributes' => [ $attribute ],
		]
	);
	$parent->save();
	$ids = [];
	foreach ( $sizes as $size ) {
		$variation = new WC_Product_Variation();
		$variation->set_props(
			[
				'parent_id'     => $parent->get_id(),
				'attributes'    => [ 'size' => $size ],
				'regular_price' => (string) ( 10 + $number ),
			]
		);
		$ids[] = $variation->save();
	}
	return $ids;
}

/** As the settings screen saves them: whether an option is loaded with all the others is its field's to say. */
function bench_save_settings(): void {
	require_once WC_ABSPATH . 'includes/admin/class-wc-admin-settings.php';
	$fields = array_filter( apply_filters( 'woocommerce_get_settings_shipping', [], 'sendcloud-service-points' ), static fn ( array $field ): bool => preg_match( '/_(public|secret)_key$/', $field['id'] ?? '' ) > 0 );
	$values = [];
	foreach ( $fields as $field ) {
		$values[ $field['id'] ] = get_option( $field['id'] );
		delete_option( $field['id'] );
	}
	WC_Admin_Settings::save_fields( $fields, $values );
}

bench_save_settings();
$bench_zone = shop_seed_zone( 'Poland', [ 'PL' ] );
foreach ( range( 1, 6 ) as $bench_number ) {
	shop_seed_method( $bench_zone, 'flat_rate', shop_flat_rate( "Home delivery $bench_number", "$bench_number.50" ) );
}
shop_seed_method( $bench_zone, 'service_point_v2_shipping_method', shop_relay( '3.10' ) );
shop_seed_method( $bench_zone, 'service_point_v2_shipping_method', shop_relay( '4.10', 'inpost' ) );
WC_Cache_Helper::get_transient_version( 'shipping', true );

bench_say(
	(string) wp_json_encode(
		[
			'products'   => array_map( 'bench_product', range( 1, 20 ) ),
			'variations' => array_merge( ...array_map( 'bench_variations', range( 1, 10 ) ) ),
		]
	)
);
