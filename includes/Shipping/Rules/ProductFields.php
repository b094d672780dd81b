<?php
/**
 * The check boxes in a product's "Shipping" tab and in its variations.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping\Rules;

use WC_Product;
use WP_Post;

final class ProductFields {

	public function register(): void {
		add_action( 'woocommerce_product_options_shipping', [ $this, 'print' ] );
		add_action( 'woocommerce_admin_process_product_object', [ $this, 'save' ] );
		add_action( 'woocommerce_variation_options_dimensions', [ $this, 'print_of_variation' ], 10, 3 );
		add_action( 'woocommerce_admin_process_variation_object', [ $this, 'save_variation' ], 10, 2 );
	}

	public function print(): void {
		global $product_object;

		foreach ( self::labels() as $key => $label ) {
			woocommerce_wp_checkbox(
				[
					'id'          => $key,
					'label'       => ProductMarks::NO_LOCKER === $key ? __( 'Lockers', 'sendcloud-service-points' ) : __( 'Service points', 'sendcloud-service-points' ),
					'description' => $label,
					'value'       => $product_object instanceof WC_Product ? $product_object->get_meta( $key ) : '',
				]
			);
		}
	}

	/**
	 * @param mixed $loop      Index of the variation in the form.
	 * @param mixed $data      Its data.
	 * @param mixed $variation Its post.
	 */
	public function print_of_variation( mixed $loop, mixed $data, mixed $variation ): void {
		$product = $variation instanceof WP_Post ? wc_get_product( $variation->ID ) : null;

		if ( ! $product instanceof WC_Product || ! is_numeric( $loop ) ) {
			return;
		}

		$parent = wc_get_product( $product->get_parent_id() );

		foreach ( self::labels() as $key => $label ) {
			$inherits = $parent instanceof WC_Product && 'yes' === $parent->get_meta( $key );
			woocommerce_wp_checkbox(
				[
					'id'                => "variable{$key}_$loop",
					'name'              => "variable{$key}[$loop]",
					'label'             => $inherits
						/* translators: %s: "Cannot be sent to a locker" or the like. */
						? sprintf( __( '%s (set for the whole product)', 'sendcloud-service-points' ), $label )
						: $label,
					'value'             => $inherits ? 'yes' : $product->get_meta( $key ),
					'wrapper_class'     => 'form-row form-row-full',
					'custom_attributes' => $inherits ? [ 'disabled' => 'disabled' ] : [],
				]
			);
		}
	}

	public function save( mixed $product ): void {
		if ( ! $product instanceof WC_Product ) {
			return;
		}
		foreach ( array_keys( self::labels() ) as $key ) {
			// phpcs:ignore WordPress.Security.NonceVerification.Missing -- WooCommerce verified it.
			ProductMarks::write( $product, $key, isset( $_POST[ $key ] ) );
		}
	}

	/**
	 * @param mixed $variation The variation.
	 * @param mixed $loop      Its index in the form.
	 */
	public function save_variation( mixed $variation, mixed $loop ): void {
		if ( ! $variation instanceof WC_Product ) {
			return;
		}
		$parent = wc_get_product( $variation->get_parent_id() );

		foreach ( array_keys( self::labels() ) as $key ) {
			// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- WooCommerce verified it; only its being there counts.
			$posted = $_POST[ "variable$key" ] ?? [];
			// A disabled box is not posted: what the variation said itself stays for the day the product's mark goes.
			if ( is_int( $loop ) && ! ( $parent instanceof WC_Product && 'yes' === $parent->get_meta( $key ) ) ) {
				ProductMarks::write( $variation, $key, is_array( $posted ) && isset( $posted[ $loop ] ) );
			}
		}
	}

	/** @return array<string, string> Meta key => what a tick means. */
	private static function labels(): array {
		return [
			ProductMarks::NO_LOCKER => __( 'Cannot be sent to a locker', 'sendcloud-service-points' ),
			ProductMarks::NO_POINT  => __( 'Cannot be sent to a service point', 'sendcloud-service-points' ),
		];
	}
}
