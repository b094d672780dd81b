<?php
/**
 * Registers our shipping methods, and the fields that everyone else's need to deliver to a service point.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping;

use SendcloudServicePoints\Support\OfficialPlugin;

final class ShippingMethods {

	public function __construct( private readonly OfficialPlugin $official ) {}

	public function register(): void {
		add_filter( 'woocommerce_shipping_methods', [ $this, 'add_methods' ], 100 );
		add_filter( 'woocommerce_shipping_methods', [ $this, 'extend_fields' ], PHP_INT_MAX );
	}

	/**
	 * Not beside Sendcloud's own plugin: its classes alone answer for these ids, also while it takes them away because service points
	 * are switched off in Sendcloud.
	 *
	 * @param mixed $methods Method id => class name or object.
	 * @return array<mixed>
	 */
	public function add_methods( mixed $methods ): array {
		return ( is_array( $methods ) ? $methods : [] ) + ( $this->official->is_active() ? [] : [
			ServicePointMethod::ID       => ServicePointMethod::class,
			LegacyServicePointMethod::ID => LegacyServicePointMethod::class,
		] );
	}

	/** @param mixed $methods Method id => class name or object. */
	public function extend_fields( mixed $methods ): mixed {
		foreach ( array_keys( is_array( $methods ) ? $methods : [] ) as $method_id ) {
			if ( is_string( $method_id ) && RelayRates::can_be_set( $method_id ) ) {
				add_filter( "woocommerce_shipping_instance_form_fields_$method_id", [ $this, 'add_fields' ] );
			}
		}

		return $methods;
	}

	/** @param mixed $fields Fields of a method's instance settings. */
	public function add_fields( mixed $fields ): mixed {
		if ( ! is_array( $fields ) || [] === $fields ) {
			return $fields;
		}

		return $fields + [
			RecognitionSetting::KEY  => RecognitionSetting::field(),
			MethodSettings::CARRIERS => CarrierSetting::field(),
			LimitSetting::KEY        => LimitSetting::field(),
		];
	}
}
