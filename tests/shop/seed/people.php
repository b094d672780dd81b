<?php
/**
 * A customer with an address, and the key with which Sendcloud's panel talks to the shop.
 */

declare( strict_types=1 );

function shop_seed_people(): void {
	update_user_meta( 1, 'dismissed_no_secure_connection_notice', true );

	global $wpdb;
	$wpdb->insert( // phpcs:ignore WordPress.DB.DirectDatabaseQuery.DirectQuery
		"{$wpdb->prefix}woocommerce_api_keys",
		[
			'user_id'         => 1,
			'description'     => 'Sendcloud',
			'permissions'     => 'read_write',
			'consumer_key'    => wc_api_hash( SHOP_CONSUMER_KEY ),
			'consumer_secret' => SHOP_CONSUMER_SECRET,
			'truncated_key'   => substr( SHOP_CONSUMER_KEY, -7 ),
		]
	);

	$customer = new WC_Customer( wc_create_new_customer( 'camille@example.com', 'customer', 'password' ) );
	$address  = [
		'first_name' => 'Camille',
		'last_name'  => 'Martin',
		'address_1'  => '12 Rue Oberkampf',
		'postcode'   => '75011',
		'city'       => 'Paris',
		'country'    => 'FR',
		'phone'      => '+33612345678',
	];
	foreach ( $address as $field => $value ) {
		$customer->{"set_billing_{$field}"}( $value );
		$customer->{"set_shipping_{$field}"}( $value );
	}
	$customer->set_billing_email( 'camille@example.com' );
	$customer->save();
}
