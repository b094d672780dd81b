<?php
/**
 * What WooCommerce Subscriptions sells, where it is there.
 */

declare( strict_types=1 );

function shop_seed_subscriptions(): void {
	if ( ! class_exists( 'WC_Product_Subscription' ) ) {
		return;
	}
	// None of the shop's ways of paying can be charged again by itself.
	update_option( 'woocommerce_subscriptions_accept_manual_renewals', 'yes' );
	update_option( 'woocommerce_enable_signup_from_checkout_for_subscriptions', 'yes' );
	$product = new WC_Product_Subscription();
	$product->set_props(
		[
			'slug'          => 'coffee-club',
			'sku'           => 'coffee-club',
			'name'          => 'Coffee Club, first month free',
			'regular_price' => '10',
			'weight'        => '0.5',
		]
	);
	foreach ( [
		'price'           => '10',
		'period'          => 'month',
		'period_interval' => '1',
		'length'          => '0',
		'trial_length'    => '1',
		'trial_period'    => 'month',
	] as $field => $value ) {
		$product->update_meta_data( "_subscription_$field", $value );
	}
	$product->save();
}
