<?php
/**
 * The shipping method "Service Point Delivery".
 *
 * A flat rate that can be free from an amount or with a coupon. Id, option name and fields are the official plugin's, so that
 * zones set up with either work with the other.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping;

use WC_Cart;
use WC_Coupon;
use WC_Shipping_Flat_Rate;

class ServicePointMethod extends WC_Shipping_Flat_Rate {

	public const ID        = 'service_point_v2_shipping_method';
	public const PLUGIN_ID = 'sendcloudshipping_v2_';

	/**
	 * The parent's constructor names itself, then calls this; its own fields are built in the parent's turn.
	 */
	public function init(): void {
		$this->id                 = static::ID;
		$this->plugin_id          = static::PLUGIN_ID;
		$this->method_title       = __( 'Service Point Delivery', 'sendcloud-service-points' );
		$this->method_description = __( 'Customers choose a parcel shop, locker or post office at checkout. [Sendcloud]', 'sendcloud-service-points' );

		parent::init();
	}

	/**
	 * WooCommerce makes a method of each kind without an instance on every calculation, and looks for settings that all instances share.
	 * There are none: WordPress would ask the database each time.
	 */
	public function init_settings(): void {
		$this->settings = [];
	}

	/**
	 * Adds our fields the first time they are asked for: the parent reads the title while it is being built.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function get_instance_form_fields(): array {
		if ( isset( $this->instance_form_fields['title'] ) && ! isset( $this->instance_form_fields['free_shipping_enabled'] ) ) {
			$this->instance_form_fields['title']['default']     = $this->method_title;
			$this->instance_form_fields['title']['placeholder'] = $this->method_title;
			$this->instance_form_fields                        += $this->free_shipping_fields() + $this->carrier_fields() + [ LimitSetting::KEY => LimitSetting::field() ];
		}

		return parent::get_instance_form_fields();
	}

	/** Saves what the merchant typed, and warns where it gives delivery away. */
	public function process_admin_options(): bool {
		$is_saved = parent::process_admin_options();

		if ( self::is_free_for_all( $this->instance_settings ) ) {
			$this->add_error( __( 'Free shipping is switched on without a minimum order amount, so delivery to a service point is free for every order. Type the minimum order amount, or, if it shall be free for everybody, 0 as the cost, and switch free shipping off.', 'sendcloud-service-points' ) );
		}

		return $is_saved;
	}

	/**
	 * An empty amount is 0, as in WooCommerce's "Free shipping" and in Sendcloud's own plugin: nobody's prices change on the way to this one.
	 *
	 * @param array<mixed> $settings Of an instance.
	 */
	public static function is_free_for_all( array $settings ): bool {
		$minimum = $settings['free_shipping_min_amount'] ?? 0;

		return 'yes' === ( $settings['free_shipping_enabled'] ?? 'no' )
			&& 'min_amount_and_coupon' !== ( $settings['free_shipping_requires'] ?? '' )
			&& is_scalar( $minimum ) && (float) wc_format_decimal( (string) $minimum ) <= 0;
	}

	/** @param array<mixed> $package The package of the cart. */
	public function calculate_shipping( $package = [] ): void {
		if ( ! $this->is_free() ) {
			parent::calculate_shipping( $package );
			return;
		}

		$this->add_rate(
			[
				'label'   => $this->title,
				'cost'    => 0,
				'taxes'   => false,
				'package' => $package,
			]
		);
	}

	/** @return array<string, array<string, mixed>> */
	protected function carrier_fields(): array {
		return [ 'carrier_select_v2' => CarrierSetting::field( CarrierSetting::parse( $this->stored( 'carrier_select_v2' ) ?? $this->stored( 'carrier_select' ) ) ) ];
	}

	/**
	 * A stored setting, read without the fields, for the fields.
	 */
	final protected function stored( string $key ): mixed {
		$settings = get_option( $this->get_instance_option_key() );

		return is_array( $settings ) ? $settings[ $key ] ?? null : null;
	}

	/** @return array<string, array<string, mixed>> */
	private function free_shipping_fields(): array {
		return [
			'free_shipping_enabled'    => [
				'title'   => __( 'Free shipping', 'sendcloud-service-points' ),
				'type'    => 'select',
				'class'   => 'wc-enhanced-select',
				'default' => 'no',
				'options' => [
					'no'  => __( 'No', 'sendcloud-service-points' ),
					'yes' => __( 'Yes', 'sendcloud-service-points' ),
				],
			],
			'free_shipping_requires'   => [
				'title'   => __( 'Free shipping requires', 'sendcloud-service-points' ),
				'type'    => 'select',
				'class'   => 'wc-enhanced-select',
				'default' => 'min_order_amount',
				'options' => [
					'min_order_amount'      => __( 'A minimum order amount', 'sendcloud-service-points' ),
					'min_amount_or_coupon'  => __( 'A minimum order amount OR a free shipping coupon', 'sendcloud-service-points' ),
					'min_amount_and_coupon' => __( 'A minimum order amount AND a free shipping coupon', 'sendcloud-service-points' ),
				],
			],
			'free_shipping_min_amount' => [
				'title'       => __( 'Minimum order amount', 'sendcloud-service-points' ),
				'type'        => 'price',
				'placeholder' => wc_format_localized_price( '0' ),
				'description' => __( 'Customers need to spend this amount to get free shipping.', 'sendcloud-service-points' ),
				'default'     => '0',
				'desc_tip'    => true,
			],
			'ignore_discounts'         => [
				'title'       => __( 'Coupon discounts', 'sendcloud-service-points' ),
				'label'       => __( 'Apply the minimum before coupon discounts', 'sendcloud-service-points' ),
				'type'        => 'checkbox',
				'description' => __( 'If ticked, free shipping is available based on the order amount before discounts.', 'sendcloud-service-points' ),
				'default'     => 'no',
				'desc_tip'    => true,
			],
		];
	}

	private function is_free(): bool {
		$cart = WC()->cart;

		if ( 'yes' !== $this->get_option( 'free_shipping_enabled' ) || ! $cart instanceof WC_Cart ) {
			return false;
		}

		return match ( $this->get_option( 'free_shipping_requires' ) ) {
			'min_amount_or_coupon'  => $this->has_coupon( $cart ) || $this->reaches_minimum( $cart ),
			'min_amount_and_coupon' => $this->has_coupon( $cart ) && $this->reaches_minimum( $cart ),
			default                 => $this->reaches_minimum( $cart ),
		};
	}

	/**
	 * The subtotal as the shopper sees it, less discounts unless the merchant said otherwise: WooCommerce's own rule.
	 */
	private function reaches_minimum( WC_Cart $cart ): bool {
		$total = (float) $cart->get_displayed_subtotal();

		if ( 'yes' !== $this->get_option( 'ignore_discounts' ) ) {
			$total -= (float) $cart->get_discount_total();

			if ( $cart->display_prices_including_tax() ) {
				$total -= (float) $cart->get_discount_tax();
			}
		}

		return round( $total, wc_get_price_decimals() ) >= $this->minimum();
	}

	/** In the currency of the cart. */
	private function minimum(): float {
		$minimum = $this->get_option( 'free_shipping_min_amount' );
		$amount  = is_scalar( $minimum ) ? (float) wc_format_decimal( (string) $minimum ) : 0.0;
		// Who filters the setting has converted it.
		$is_own = ( $this->instance_settings['free_shipping_min_amount'] ?? null ) === $minimum;

		return $is_own && $amount > 0 ? ShopperCurrency::from_shops( $amount ) : $amount;
	}

	private function has_coupon( WC_Cart $cart ): bool {
		foreach ( $cart->get_coupons() as $coupon ) {
			if ( $coupon instanceof WC_Coupon && $coupon->get_free_shipping() && $coupon->is_valid() ) {
				return true;
			}
		}

		return false;
	}
}
