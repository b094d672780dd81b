<?php
/**
 * What is in a package of the cart: its weight, the sizes of its items, and what its products forbid.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping\Rules;

use SendcloudServicePoints\Shipping\Limit;
use WC_Cache_Helper;
use WC_Product;

final class Parcel {

	/**
	 * @param float                            $weight    Kilograms.
	 * @param list<array{float, float, float}> $sizes     Centimetres of each kind of item, longest side first; those without a size are left out.
	 * @param float                            $volume    Cubic centimetres of all these together.
	 * @param list<string>                     $no_point  Names of products that no service point takes.
	 * @param list<string>                     $no_locker Names of products that no locker takes.
	 */
	public function __construct(
		public readonly float $weight,
		public readonly array $sizes,
		public readonly float $volume,
		public readonly array $no_point,
		public readonly array $no_locker,
	) {}

	/**
	 * The same for two packages with the same contents. WooCommerce calculates a cart's packages several times in a request, and reading
	 * every product again each time was most of what this plugin cost.
	 *
	 * @param array<mixed> $package WooCommerce's array of a package.
	 */
	public static function key( array $package ): string {
		// A product that is saved meanwhile changes it.
		$key = WC_Cache_Helper::get_transient_version( 'product' );
		foreach ( self::items( $package ) as [ $product, $quantity ] ) {
			$key .= sprintf( '|%d-%dx%s@%s', spl_object_id( $product ), $product->get_id(), $quantity, $product->get_weight( 'edit' ) );
		}
		return $key;
	}

	/** @param array<mixed> $package WooCommerce's array of a package. */
	public static function from_package( array $package ): self {
		$weight    = 0.0;
		$volume    = 0.0;
		$sizes     = [];
		$no_point  = [];
		$no_locker = [];
		$items     = self::items( $package );
		ProductMarks::prime( array_column( $items, 0 ) );
		foreach ( $items as [ $product, $quantity ] ) {
			if ( ! $product->needs_shipping() ) {
				continue;
			}
			$size    = self::size( $product );
			$weight += $quantity * self::number( wc_get_weight( self::number( $product->get_weight() ), 'kg' ) );
			if ( $size[2] > 0 ) {
				$sizes[] = $size;
				$volume += $quantity * array_product( $size );
			}
			if ( ProductMarks::forbids_points( $product ) ) {
				$no_point[] = $product->get_name();
			}
			if ( ProductMarks::forbids_lockers( $product ) ) {
				$no_locker[] = $product->get_name();
			}
		}
		return new self( $weight, $sizes, $volume, array_values( array_unique( $no_point ) ), array_values( array_unique( $no_locker ) ) );
	}

	/**
	 * @param array<mixed> $package WooCommerce's array of a package.
	 * @return list<array{WC_Product, float}> Products with their quantities.
	 */
	private static function items( array $package ): array {
		$items = [];
		foreach ( is_array( $package['contents'] ?? null ) ? $package['contents'] : [] as $item ) {
			$product = is_array( $item ) ? $item['data'] ?? null : null;
			if ( $product instanceof WC_Product ) {
				$items[] = [ $product, is_numeric( $item['quantity'] ?? null ) ? (float) $item['quantity'] : 1.0 ];
			}
		}
		return $items;
	}

	/**
	 * Nobody knows how the items are packed: too large is what cannot fit in any way.
	 */
	public function exceeds( Limit $limit ): bool {
		// A gram of rounding.
		if ( null !== $limit->weight && $this->weight > $limit->weight + 0.001 ) {
			return true;
		}

		$size = $limit->size;

		if ( null === $size ) {
			return false;
		}

		foreach ( $this->sizes as $item ) {
			if ( $item[0] > $size[0] || $item[1] > $size[1] || $item[2] > $size[2] ) {
				return true;
			}
		}

		return $this->volume > array_product( $size );
	}

	/** @return array{float, float, float} */
	private static function size( WC_Product $product ): array {
		$size = array_map(
			static fn ( mixed $side ): float => self::number( wc_get_dimension( is_numeric( $side ) ? (float) $side : 0.0, 'cm' ) ),
			[ $product->get_length(), $product->get_width(), $product->get_height() ]
		);
		rsort( $size );

		return [ $size[0], $size[1], $size[2] ];
	}

	private static function number( mixed $value ): float {
		return is_numeric( $value ) ? (float) $value : 0.0;
	}
}
