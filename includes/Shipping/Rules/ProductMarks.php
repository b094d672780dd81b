<?php
/**
 * Reads and writes what a product forbids: two marks. A variation has its own, and those of its product besides.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping\Rules;

use WC_Product;

final class ProductMarks {

	public const NO_POINT  = '_sendcloud_no_service_point';
	public const NO_LOCKER = '_sendcloud_no_locker';

	public static function forbids_points( WC_Product $product ): bool {
		return self::has( $product, self::NO_POINT );
	}

	public static function forbids_lockers( WC_Product $product ): bool {
		return self::has( $product, self::NO_LOCKER );
	}

	/**
	 * One query at most for all of them, and none where WordPress has read their rows with the products.
	 *
	 * @param list<WC_Product> $products
	 */
	public static function prime( array $products ): void {
		$ids = [];
		foreach ( $products as $product ) {
			$ids[] = $product->get_id();
			$ids[] = $product->get_parent_id() > 0 ? $product->get_parent_id() : $product->get_id();
		}
		update_meta_cache( 'post', array_unique( $ids ) );
	}

	public static function write( WC_Product $product, string $key, bool $forbids ): void {
		if ( $forbids ) {
			$product->update_meta_data( $key, 'yes' );
		} else {
			$product->delete_meta_data( $key );
		}
	}

	/** Read past the product's object, whose meta is a query of its own for each product. */
	private static function has( WC_Product $product, string $key ): bool {
		$parent_id = $product->get_parent_id();
		return 'yes' === get_post_meta( $product->get_id(), $key, true )
			|| ( $parent_id > 0 && 'yes' === get_post_meta( $parent_id, $key, true ) );
	}
}
