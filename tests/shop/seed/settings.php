<?php
/**
 * The shop's settings: a French shop, euros, guests welcome, no nagging.
 */

declare( strict_types=1 );

function shop_seed_settings( string $hpos ): void {
	$options = [
		'blogname'                                 => 'Relay Test Shop',
		'woocommerce_store_address'                => '10 Rue de Rivoli',
		'woocommerce_store_city'                   => 'Paris',
		'woocommerce_store_postcode'               => '75004',
		'woocommerce_default_country'              => 'FR',
		'woocommerce_default_customer_address'     => 'base',
		'woocommerce_currency'                     => 'EUR',
		'woocommerce_currency_pos'                 => 'right_space',
		'woocommerce_price_decimal_sep'            => ',',
		'woocommerce_price_thousand_sep'           => ' ',
		'woocommerce_weight_unit'                  => 'kg',
		'woocommerce_calc_taxes'                   => 'yes',
		'woocommerce_prices_include_tax'           => 'yes',
		'woocommerce_tax_display_shop'             => 'incl',
		'woocommerce_tax_display_cart'             => 'incl',
		'woocommerce_ship_to_countries'            => '',
		'woocommerce_enable_guest_checkout'        => 'yes',
		'woocommerce_enable_checkout_login_reminder' => 'yes',
		'woocommerce_enable_signup_and_login_from_checkout' => 'yes',
		'woocommerce_registration_generate_password' => 'yes',
		'woocommerce_coming_soon'                  => 'no',
		'woocommerce_store_pages_only'             => 'no',
		'woocommerce_task_list_hidden'             => 'yes',
		'woocommerce_extended_task_list_hidden'    => 'yes',
		'woocommerce_show_marketplace_suggestions' => 'no',
		'woocommerce_allow_tracking'               => 'no',
		'woocommerce_onboarding_profile'           => [
			'skipped'   => true,
			'completed' => true,
		],
		'woocommerce_cod_settings'                 => [
			'enabled'            => 'yes',
			'title'              => 'Cash on delivery',
			'enable_for_virtual' => 'yes',
			'enable_for_methods' => [],
		],
		'woocommerce_bacs_settings'                => [
			'enabled' => 'yes',
			'title'   => 'Direct bank transfer',
		],
	];
	foreach ( $options as $name => $value ) {
		update_option( $name, $value );
	}
	WC_Tax::_insert_tax_rate(
		[
			'tax_rate_country'  => '',
			'tax_rate'          => '20.0000',
			'tax_rate_name'     => 'VAT',
			'tax_rate_shipping' => 1,
		]
	);
	update_option( 'woocommerce_custom_orders_table_data_sync_enabled', 'no' );
	update_option( 'woocommerce_custom_orders_table_enabled', $hpos );
	delete_transient( '_wc_activation_redirect' );

	shop_seed_page( 'cart-classic', 'Classic cart', '<!-- wp:shortcode -->[woocommerce_cart]<!-- /wp:shortcode -->' );
	shop_seed_page( 'checkout-classic', 'Classic checkout', '<!-- wp:shortcode -->[woocommerce_checkout]<!-- /wp:shortcode -->' );
}
