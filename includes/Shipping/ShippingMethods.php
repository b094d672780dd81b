<?php
/**
 * Registers our shipping methods and the check box on everyone else's.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping;

/**
 * Lets WooCommerce know which methods deliver to a service point.
 */
final class ShippingMethods {

	public function register(): void {
		// After the official plugin, whose own classes of these ids have precedence.
		add_filter( 'woocommerce_shipping_methods', [ $this, 'add_methods' ], 100 );
		add_filter( 'woocommerce_shipping_methods', [ $this, 'extend_fields' ], PHP_INT_MAX );
	}

	/**
	 * @param mixed $methods Method id => class name or object.
	 * @return array<mixed>
	 */
	public function add_methods( mixed $methods ): array {
		return ( is_array( $methods ) ? $methods : [] ) + [
			ServicePointMethod::ID       => ServicePointMethod::class,
			LegacyServicePointMethod::ID => LegacyServicePointMethod::class,
		];
	}

	/**
	 * @param mixed $methods Method id => class name or object.
	 */
	public function extend_fields( mixed $methods ): mixed {
		foreach ( array_keys( is_array( $methods ) ? $methods : [] ) as $method_id ) {
			if ( is_string( $method_id ) && RelayRates::can_be_ticked( $method_id ) ) {
				add_filter( "woocommerce_shipping_instance_form_fields_$method_id", [ $this, 'add_fields' ] );
			}
		}

		return $methods;
	}

	/**
	 * @param mixed $fields Fields of a method's instance settings.
	 */
	public function add_fields( mixed $fields ): mixed {
		if ( ! is_array( $fields ) || [] === $fields ) {
			return $fields;
		}

		return $fields + [
			MethodSettings::ENABLED  => [
				'title'       => __( 'Service points', 'sendcloud-service-points' ),
				'label'       => __( 'Customers choose a Sendcloud service point for this method', 'sendcloud-service-points' ),
				'type'        => 'checkbox',
				'default'     => 'no',
				'description' => __( 'The order cannot be placed without a service point.', 'sendcloud-service-points' ),
				'desc_tip'    => true,
			],
			MethodSettings::CARRIERS => CarrierSetting::field(),
		];
	}
}
