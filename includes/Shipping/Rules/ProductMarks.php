<?php
/**
 * What a product forbids.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping\Rules;

use WC_Product;

/**
 * Reads and writes the two marks of a product. A variation has its own, and those of its product besides.
 */
final class ProductMarks {

	public const NO_POINT  = '_sendcloud_no_service_point';
	public const NO_LOCKER = '_sendcloud_no_locker';

	public static function forbids_points( WC_Product $product ): bool {
		return self::has( $product, self::NO_POINT );
	}

	public static function forbids_lockers( WC_Product $product ): bool {
		return self::has( $product, self::NO_LOCKER );
	}

	public static function write( WC_Product $product, string $key, bool $forbids ): void {
		if ( $forbids ) {
			$product->update_meta_data( $key, 'yes' );
		} else {
			$product->delete_meta_data( $key );
		}
	}

	private static function has( WC_Product $product, string $key ): bool {
		if ( 'yes' === $product->get_meta( $key ) ) {
			return true;
		}

		$parent = $product->get_parent_id() > 0 ? wc_get_product( $product->get_parent_id() ) : null;

		return $parent instanceof WC_Product && 'yes' === $parent->get_meta( $key );
	}
}
