<?php
/**
 * Ten thousand orders to service points: php orders.php SHOP_FOLDER COUNT.
 *
 * Each of the first 500 is made by WooCommerce and the plugin themselves, so that what is stored is what a shop stores. The others are
 * copies of their rows with ids and times of their own: the same rows in the same tables, in seconds instead of a quarter of an hour.
 */

declare( strict_types=1 );

use Automattic\WooCommerce\Utilities\OrderUtil;
use SendcloudServicePoints\Availability\PointRecord;
use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Order\OrderServicePoints;

require __DIR__ . '/shop.php';

const BENCH_MODELS = 500;

/** Minutes in which the models were ordered: twenty of these are the 89 days that the check looks back. */
const BENCH_STRETCH = 6408;

/** Of a hundred orders; the rest is paid and waits to be shipped. */
const BENCH_MIX = [
	'missing'   => 5,
	'closed'    => 3,
	'on-hold'   => 8,
	'completed' => 14,
];

/** Points of tests/sandbox/data/fixed-points.ts that take no parcels. */
const BENCH_CLOSED = [ 1000020, 1000015 ];

/** @return list<ServicePoint> */
function bench_points(): array {
	$places = [
		[ 'FR', 'Paris' ],
		[ 'FR', 'Lyon' ],
		[ 'FR', 'Marseille' ],
	];
	$points = [];
	foreach ( $places as [ $country, $address ] ) {
		$request = new WP_REST_Request( 'GET', '/sendcloud-service-points/v1/service-points' );
		$request->set_query_params(
			[
				'country' => $country,
				'address' => $address,
				'limit'   => 200,
			]
		);
		foreach ( rest_do_request( $request )->get_data()['service_points'] as $data ) {
			$points[] = ServicePoint::from_array( $data );
		}
	}
	// Those that are always closed have orders of their own.
	return array_values( array_filter( $points, static fn ( ServicePoint $point ): bool => ! in_array( $point->id, BENCH_CLOSED, true ) ) );
}

/** What the hundredth of orders is that this one belongs to. */
function bench_kind( int $number ): string {
	// 37 has no divisor in common with 100: kinds come mixed, not one after the other.
	$place = $number * 37 % 100;
	foreach ( BENCH_MIX as $kind => $share ) {
		if ( $place < $share ) {
			return $kind;
		}
		$place -= $share;
	}
	return 'processing';
}

function bench_order( int $number, string $kind, ?ServicePoint $point, WC_Product $product, int $instance ): void {
	$order = new WC_Order();
	// Copies are older by whole stretches: orders that follow each other go to different points.
	$order->set_date_created( time() - HOUR_IN_SECONDS - intdiv( $number * BENCH_STRETCH * MINUTE_IN_SECONDS, BENCH_MODELS ) );
	$order->add_product( $product, 1 + $number % 3 );
	$line = new WC_Order_Item_Shipping();
	$line->set_props(
		[
			'method_id'    => 'service_point_v2_shipping_method',
			'instance_id'  => $instance,
			'method_title' => 'Service Point Delivery',
			'total'        => '3.90',
		]
	);
	$order->add_item( $line );
	$address = [
		'first_name' => 'Camille',
		'last_name'  => "Martin $number",
		'address_1'  => '12 Rue Oberkampf',
		'postcode'   => '75011',
		'city'       => 'Paris',
		'country'    => 'FR',
	];
	$order->set_address( $address, 'shipping' );
	$order->set_address(
		$address + [
			'email' => "camille$number@example.com",
			'phone' => '+33612345678',
		],
		'billing'
	);
	$order->set_payment_method( 'bacs' );
	$order->calculate_totals();
	if ( null !== $point ) {
		( new OrderServicePoints() )->write( $order, [ new Selection( $point ) ] );
		if ( 'closed' === $kind ) {
			PointRecord::from_order( $order )->report( $point->id, true );
		}
	}
	$order->set_status( in_array( $kind, [ 'on-hold', 'completed' ], true ) ? $kind : 'processing' );
	$order->save();
}

function bench_models(): void {
	global $wpdb;
	$points   = bench_points();
	$product  = wc_get_product( wc_get_product_id_by_sku( 'mug' ) );
	$instance = (int) $wpdb->get_var( "SELECT MIN( instance_id ) FROM {$wpdb->prefix}woocommerce_shipping_zone_methods WHERE method_id = 'service_point_v2_shipping_method'" ); // phpcs:ignore WordPress.DB
	$wpdb->query( 'START TRANSACTION' ); // phpcs:ignore WordPress.DB
	for ( $number = 0; $number < BENCH_MODELS; $number++ ) {
		$kind  = bench_kind( $number );
		$point = match ( $kind ) {
			'missing' => null,
			'closed'  => bench_closed_point( BENCH_CLOSED[ $number % 2 ] ),
			default   => $points[ $number % count( $points ) ],
		};
		bench_order( $number, $kind, $point, $product, $instance );
		if ( 99 === $number % 100 ) {
			bench_say( sprintf( '  %d orders made by WooCommerce', $number + 1 ) );
		}
	}
	$wpdb->query( 'COMMIT' ); // phpcs:ignore WordPress.DB
}

function bench_closed_point( int $id ): ServicePoint {
	$request = new WP_REST_Request( 'GET', "/sendcloud-service-points/v1/service-points/$id" );
	return ServicePoint::from_array( rest_do_request( $request )->get_data()['service_point'] );
}

/**
 * Tables that hold orders, each with the columns that have to differ in a copy. A column of null is counted up by the database.
 *
 * @return array<string, array<string, string|null>> Expressions by column; %1$d is added to ids, %2$d minutes taken off times.
 */
function bench_tables(): array {
	$items = [
		'woocommerce_order_items'    => [
			'order_item_id' => 'order_item_id + %1$d',
			'order_id'      => 'order_id + %1$d',
		],
		'woocommerce_order_itemmeta' => [
			'meta_id'       => null,
			'order_item_id' => 'order_item_id + %1$d',
		],
	];
	$posts = [
		'posts' => [
			'ID'            => 'ID + %1$d',
			'guid'          => "''",
			'post_date'     => 'DATE_SUB( post_date, INTERVAL %2$d MINUTE )',
			'post_date_gmt' => 'DATE_SUB( post_date_gmt, INTERVAL %2$d MINUTE )',
		],
	];
	if ( ! OrderUtil::custom_orders_table_usage_is_enabled() ) {
		return $items + $posts + [
			'postmeta' => [
				'meta_id' => null,
				'post_id' => 'post_id + %1$d',
			],
		];
	}
	return $items + $posts + [
		'wc_orders'                 => [
			'id'               => 'id + %1$d',
			'date_created_gmt' => 'DATE_SUB( date_created_gmt, INTERVAL %2$d MINUTE )',
		],
		'wc_orders_meta'            => [
			'id'       => null,
			'order_id' => 'order_id + %1$d',
		],
		'wc_order_addresses'        => [
			'id'       => null,
			'order_id' => 'order_id + %1$d',
		],
		'wc_order_operational_data' => [
			'id'       => null,
			'order_id' => 'order_id + %1$d',
		],
	];
}

/** The rows of the models only: the shop has other posts. */
function bench_condition( string $table, string $prefix, string $range ): string {
	return match ( $table ) {
		'posts'                      => "ID $range",
		'postmeta'                   => "post_id $range",
		'wc_orders'                  => "id $range",
		'woocommerce_order_itemmeta' => "order_item_id IN ( SELECT order_item_id FROM {$prefix}woocommerce_order_items WHERE order_id $range )",
		default                      => "order_id $range",
	};
}

function bench_multiply( int $times ): void {
	global $wpdb;
	$ids   = wc_get_orders(
		[
			'limit'   => -1,
			'return'  => 'ids',
			'orderby' => 'ID',
			'order'   => 'ASC',
			'status'  => 'any',
		]
	);
	$range = sprintf( 'BETWEEN %d AND %d', min( $ids ), max( $ids ) );
	// phpcs:disable WordPress.DB
	$last_item = (int) $wpdb->get_var( "SELECT MAX( order_item_id ) FROM {$wpdb->prefix}woocommerce_order_items" );
	$step      = max( $last_item, max( $ids ) ) + 1;
	$columns   = array_map( static fn ( string $table ): array => $wpdb->get_col( "SHOW COLUMNS FROM {$wpdb->prefix}$table" ), array_combine( array_keys( bench_tables() ), array_keys( bench_tables() ) ) );
	$wpdb->query( 'START TRANSACTION' );
	for ( $copy = 1; $copy < $times; $copy++ ) {
		foreach ( bench_tables() as $table => $changed ) {
			$names  = array_values( array_filter( $columns[ $table ], static fn ( string $column ): bool => ! array_key_exists( $column, $changed ) || null !== $changed[ $column ] ) );
			$values = array_map( static fn ( string $column ): string => isset( $changed[ $column ] ) ? sprintf( $changed[ $column ], $copy * $step, $copy * BENCH_STRETCH ) : "`$column`", $names );
			$wpdb->query( sprintf( 'INSERT INTO %s%s (`%s`) SELECT %s FROM %s%s WHERE %s', $wpdb->prefix, $table, implode( '`, `', $names ), implode( ', ', $values ), $wpdb->prefix, $table, bench_condition( $table, $wpdb->prefix, $range ) ) );
			if ( '' !== $wpdb->last_error ) {
				throw new RuntimeException( $wpdb->last_error );
			}
		}
		if ( 0 === $copy % 5 ) {
			bench_say( sprintf( '  %d orders', ( $copy + 1 ) * count( $ids ) ) );
		}
	}
	$wpdb->query( 'COMMIT' );
	// phpcs:enable
	wp_cache_flush();
}

// Nobody is to be told of these orders, and nothing else is to be planned for them.
add_filter( 'pre_wp_mail', '__return_true', 20 );
remove_all_actions( 'woocommerce_new_order' );

bench_models();
// WooCommerce's reports and the like: the queue is to hold our actions only.
$wpdb->query( "DELETE FROM {$wpdb->prefix}actionscheduler_actions WHERE status = 'pending' AND hook NOT LIKE 'sendcloud%'" ); // phpcs:ignore WordPress.DB
bench_multiply( intdiv( (int) $argv[2], BENCH_MODELS ) );
