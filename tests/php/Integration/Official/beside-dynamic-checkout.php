<?php
/**
 * php beside-dynamic-checkout.php PLUGIN…: a request to a shop with more active plugins, and what ours does in it, as JSON.
 *
 * Which plugins are active is decided while WordPress loads: hence a process of its own.
 */

declare( strict_types=1 );

use Automattic\WooCommerce\Blocks\Integrations\IntegrationRegistry;
use SendcloudServicePoints\Order\OfficialMeta;

$_SERVER['HTTP_HOST']      = '127.0.0.1';
$_SERVER['REQUEST_URI']    = '/';
$_SERVER['REQUEST_METHOD'] = 'GET';

// WordPress takes over what is hooked before it is there.
// phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
$wp_filter = [
	'option_active_plugins' => [
		10 => [
			[
				'function'      => static fn ( array $plugins ): array => [ ...$plugins, ...array_filter( array_slice( $GLOBALS['argv'], 1 ) ) ],
				'accepted_args' => 1,
			],
		],
	],
];

require getenv( 'SHOP_PATH' ) . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
require dirname( __DIR__ ) . '/play-wp-admin.php';

// Nothing of this visit is kept.
remove_all_actions( 'shutdown' );
wc_load_cart();

$printed = static function ( string $hook, mixed ...$arguments ): string {
	ob_start();
	do_action( $hook, ...$arguments );
	return (string) ob_get_clean();
};

// The checkout's part, of a shopper who chose a method that is one of ours by its name.
WC()->cart->add_to_cart( wc_get_product_id_by_sku( 'mug' ) );
foreach ( array_combine( [ 'country', 'postcode', 'city' ], [ 'ES', '28013', 'Madrid' ] ) as $field => $value ) {
	WC()->customer->{"set_shipping_$field"}( $value );
	WC()->customer->{"set_billing_$field"}( $value );
}
WC()->cart->calculate_totals();
foreach ( WC()->shipping()->get_packages()[0]['rates'] as $rate ) {
	if ( 'Livraison en point relais' === $rate->get_label() ) {
		WC()->session->set( 'chosen_shipping_methods', [ $rate->get_id() ] );
	}
}
WC()->cart->calculate_totals();
$select = new WP_REST_Request( 'POST', '/wc/store/v1/cart/extensions' );
$select->set_header( 'Nonce', wp_create_nonce( 'wc_store_api' ) );
$select->set_body_params(
	[
		'namespace' => 'sendcloud-service-points',
		'data'      => [
			'action'           => 'select',
			'package_id'       => '0',
			'service_point_id' => 1000041,
		],
	]
);
$refusals = new WP_Error();
$bought  = new WC_Order();
$form   = $printed( 'woocommerce_before_checkout_form', WC()->checkout() ) . $printed( 'woocommerce_review_order_after_shipping' );
do_action( 'woocommerce_after_checkout_validation', [], $refusals );
$_POST = [ 'sendcloud_service_point' => [ '0' => '1000041' ] ];
do_action( 'woocommerce_after_checkout_validation', [], new WP_Error() );
try {
	do_action( 'woocommerce_checkout_create_order', $bought, [] );
} catch ( Exception $refusal ) {
	$refusals->add( 'refused', $refusal->getMessage() );
}

$blocks = new IntegrationRegistry();
$blocks->initialize( 'checkout_block' );

$checkout = [
	'dynamic checkout runs' => defined( 'SENDCLOUD_DYNAMIC_CHECKOUT_RAN' ),
	'method'                => array_key_exists( 'service_point_v2_shipping_method', WC()->shipping()->get_shipping_method_class_names() ),
	'placeholder'           => str_contains( $form, 'scsp-placeholder' ),
	'script'                => wp_script_is( 'sendcloud-service-points-checkout-classic', 'enqueued' ),
	'ajax'                  => has_action( 'wc_ajax_sendcloud_select_service_point' ),
	'block'                 => in_array( 'sendcloud-service-points-checkout-block', $blocks->get_all_registered_script_handles(), true ),
	'cart'                  => array_key_exists( 'sendcloud-service-points', (array) rest_do_request( new WP_REST_Request( 'GET', '/wc/store/v1/cart' ) )->get_data()['extensions'] ),
	'choice'                => 200 === rest_do_request( $select )->get_status(),
	'refusal'               => $refusals->has_errors(),
	'point on the order'    => $bought->meta_exists( OfficialMeta::V2 ),
];

// The merchant's part.
$old = new WC_Order();
$old->update_meta_data( OfficialMeta::V2, '{"id":"7","toPostalCode":"","name":"Chez Leon","street":"Rue X","city":"Lyon","postal_code":"69001","house_number":"3"}' );
$notices = [];
set_current_screen( 'dashboard' );
foreach ( [ 'a visitor', 'a merchant' ] as $user => $who ) {
	wp_set_current_user( $user );
	$notices[ $who ] = $printed( 'admin_notices' );
}
wp_set_current_user( 1 );

// On a line of its own, whatever was printed before.
echo "\n", wp_json_encode(
	[
		'checkout' => $checkout,
		'notices'  => $notices,
		'screen'   => $printed( 'woocommerce_admin_order_data_after_shipping_address', $old ),
		'account'  => $printed( 'woocommerce_order_details_after_order_table', $old ),
		'column'   => array_keys( apply_filters( 'manage_woocommerce_page_wc-orders_columns', [ 'order_total' => 'Total' ] ) ),
	]
);
