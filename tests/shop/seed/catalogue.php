<?php
/**
 * Products, each there for a reason: something that ships, something that does not, something free, dear or bulky.
 */

declare( strict_types=1 );

/**
 * A plain picture, drawn here so that the repository carries none.
 */
function shop_seed_picture( string $name, int $hue ): int {
	$image = imagecreatetruecolor( 600, 600 );
	$shade = static fn ( int $lightness ): int => (int) imagecolorallocate(
		$image,
		(int) ( $lightness + 40 * sin( deg2rad( $hue ) ) ),
		(int) ( $lightness + 40 * sin( deg2rad( $hue + 120 ) ) ),
		(int) ( $lightness + 40 * sin( deg2rad( $hue + 240 ) ) )
	);
	imagefill( $image, 0, 0, $shade( 210 ) );
	imagefilledellipse( $image, 300, 290, 340, 340, $shade( 130 ) );
	imagefilledrectangle( $image, 180, 440, 420, 470, $shade( 90 ) );

	$file = wp_upload_dir()['path'] . "/{$name}.png";
	imagepng( $image, $file );
	$id = (int) wp_insert_attachment(
		[
			'post_mime_type' => 'image/png',
			'post_title'     => $name,
			'post_status'    => 'inherit',
		],
		$file
	);
	wp_update_attachment_metadata( $id, wp_generate_attachment_metadata( $id, $file ) );
	return $id;
}

/** @return int The "Bulky" shipping class. */
function shop_seed_catalogue(): int {
	$bulky    = (int) wp_insert_term( 'Bulky', 'product_shipping_class', [ 'slug' => 'bulky' ] )['term_id'];
	$products = [
		[ 'mug', 'Relay Mug', '12.50', [ 'weight' => '0.4' ] ],
		[ 'lamp', 'Desk Lamp', '49.00', [ 'weight' => '2.5' ] ],
		[ 'sticker', 'Free Sticker', '0', [ 'weight' => '0.01' ] ],
		[ 'watch', 'Gold Watch', '2500.00', [ 'weight' => '0.2' ] ],
		[
			'armchair',
			'Bulky Armchair',
			'180.00',
			[
				'weight'            => '35',
				'shipping_class_id' => $bulky,
			],
		],
		[ 'e-book', 'Route Planning (e-book)', '9.00', [ 'virtual' => true ] ],
	];
	foreach ( $products as $place => [ $slug, $name, $price, $more ] ) {
		$product = new WC_Product_Simple();
		$product->set_props(
			[
				'slug'          => $slug,
				'sku'           => $slug,
				'name'          => $name,
				'regular_price' => $price,
				'menu_order'    => $place,
				'image_id'      => shop_seed_picture( $slug, $place * 60 ),
			] + $more
		);
		$product->save();
	}
	return $bulky;
}
