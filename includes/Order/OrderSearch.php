<?php
/**
 * Finds orders by their service points: in the search of wp-admin, of the REST API and of WooCommerce's app.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

final class OrderSearch {

	/** Of the box beside the search: where WooCommerce searches its own index of words, it asks for no meta otherwise. */
	private const FILTER = 'sendcloud_service_point';

	/** The index has all points of an order; the others are what it has that was last saved without it. */
	private const KEYS = [ OrderSummary::INDEX, '_sendcloud_service_point_id', '_sendcloud_service_point_name', OfficialMeta::V2, OfficialMeta::V1 ];

	public function register(): void {
		// Orders in their own tables, and orders as posts.
		add_filter( 'woocommerce_order_table_search_query_meta_keys', [ $this, 'add_keys' ] );
		add_filter( 'woocommerce_shop_order_search_fields', [ $this, 'add_keys' ] );
		add_filter( 'woocommerce_hpos_admin_search_filters', [ $this, 'add_filter' ] );
		add_filter( 'woocommerce_hpos_generate_where_for_search_filter', [ $this, 'add_condition' ], 10, 3 );
	}

	public function add_keys( mixed $keys ): mixed {
		return is_array( $keys ) ? [ ...$keys, ...self::KEYS ] : $keys;
	}

	public function add_filter( mixed $filters ): mixed {
		return is_array( $filters ) ? [ self::FILTER => __( 'Service point', 'sendcloud-service-points' ) ] + $filters : $filters;
	}

	/**
	 * @param mixed $where  SQL, empty for filters of other plugins.
	 * @param mixed $term   What is searched.
	 * @param mixed $filter Chosen in the box.
	 */
	public function add_condition( mixed $where, mixed $term = '', mixed $filter = '' ): mixed {
		if ( self::FILTER !== $filter || ! is_scalar( $term ) ) {
			return $where;
		}
		global $wpdb;
		$keys = implode( ', ', array_fill( 0, count( self::KEYS ), '%s' ) );
		$sql  = "{$wpdb->prefix}wc_orders.id IN ( SELECT order_id FROM {$wpdb->prefix}wc_orders_meta WHERE meta_key IN ( $keys ) AND meta_value LIKE %s )";
		// phpcs:ignore WordPress.DB -- Prepared here.
		return $wpdb->prepare( $sql, [ ...self::KEYS, '%' . $wpdb->esc_like( (string) $term ) . '%' ] );
	}
}
