<?php
/**
 * What is in a package of the cart.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping\Rules;

use SendcloudServicePoints\Shipping\Limit;
use WC_Product;

/**
 * Its weight, the sizes of its items, and what its products forbid.
 */
final class Parcel {

	/**
	 * @param float                            $weight    Kilograms.
	 * @param list<array{float, float, float}> $sizes     Centimetres of each kind of item, longest side first; those without a size are left out.
	 * @param float                            $volume    Cubic centimetres of all these together.
	 * @param list<string>                     $no_point  Names of products that no service point takes.
	 * @param list<string>                     $no_locker Names of products that no locker takes.
	 */
	private function __construct(
		public readonly float $weight,
		public readonly array $sizes,
		public readonly float $volume,
		public readonly array $no_point,
		public readonly array $no_locker,
	) {}

	/**
	 * @param array<mixed> $package WooCommerce's array of a package.
	 */
	public static function of( array $package ): self {
		$weight    = 0.0;
		$volume    = 0.0;
		$sizes     = [];
		$no_point  = [];
		$no_locker = [];

		foreach ( is_array( $package['contents'] ?? null ) ? $package['contents'] : [] as $item ) {
			$product = is_array( $item ) ? $item['data'] ?? null : null;

			if ( ! is_array( $item ) || ! $product instanceof WC_Product || ! $product->needs_shipping() ) {
				continue;
			}

			$quantity = is_numeric( $item['quantity'] ?? null ) ? (float) $item['quantity'] : 1.0;
			$size     = self::size( $product );
			$weight  += $quantity * self::number( wc_get_weight( (float) $product->get_weight(), 'kg' ) );

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

	/**
	 * @return array{float, float, float}
	 */
	private static function size( WC_Product $product ): array {
		$size = array_map(
			static fn( mixed $side ): float => self::number( wc_get_dimension( is_numeric( $side ) ? (float) $side : 0.0, 'cm' ) ),
			[ $product->get_length(), $product->get_width(), $product->get_height() ]
		);
		rsort( $size );

		return [ $size[0], $size[1], $size[2] ];
	}

	private static function number( mixed $value ): float {
		return is_numeric( $value ) ? (float) $value : 0.0;
	}
}
