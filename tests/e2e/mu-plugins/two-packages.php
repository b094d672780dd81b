<?php
/**
 * Plugin Name: Bulky things ship alone
 * Description: A product of the class "bulky" goes in a package of its own, as a marketplace or a second warehouse would do it.
 */

declare( strict_types=1 );

add_filter(
	'woocommerce_cart_shipping_packages',
	static function ( array $packages ): array {
		$items = array_merge( ...array_column( $packages, 'contents' ) );
		if ( ! array_filter( $items, static fn ( $item ) => 'bulky' === $item['data']->get_shipping_class() ) ) {
			return $packages;
		}
		$split = [];
		foreach ( $packages as $package ) {
			$parts = [
				array_filter( $package['contents'], static fn ( $item ) => 'bulky' !== $item['data']->get_shipping_class() ),
				array_filter( $package['contents'], static fn ( $item ) => 'bulky' === $item['data']->get_shipping_class() ),
			];
			foreach ( array_filter( $parts ) as $contents ) {
				$split[] = [
					'contents'      => $contents,
					'contents_cost' => array_sum( array_column( $contents, 'line_total' ) ),
				] + $package;
			}
		}
		return $split;
	}
);
