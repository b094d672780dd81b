<?php
/**
 * The list of orders: a column, and the point in the preview.
 *
 * Reads nothing but the orders' own meta, which the list has loaded already: no query for each row.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\OrderAdmin;

use SendcloudServicePoints\Availability\PointRecord;
use SendcloudServicePoints\Availability\PointStatus;
use SendcloudServicePoints\Frontend\Assets;
use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Order\PointFormatter;
use WC_Order;
use WP_Query;

final class OrderList {

	private const COLUMN = 'sendcloud_service_point';

	public function __construct(
		private readonly OrderServicePoints $points,
		private readonly PointFormatter $formatter,
		private readonly Assets $assets,
	) {}

	public function register(): void {
		// Orders in their own tables, and orders as posts.
		add_filter( 'manage_woocommerce_page_wc-orders_columns', [ $this, 'add_column' ], 20 );
		add_filter( 'manage_edit-shop_order_columns', [ $this, 'add_column' ], 20 );
		add_action( 'manage_woocommerce_page_wc-orders_custom_column', [ $this, 'render_cell' ], 10, 2 );
		add_action( 'manage_shop_order_posts_custom_column', [ $this, 'render_cell' ], 10, 2 );
		add_filter( 'the_posts', [ $this, 'prime_meta' ], 10, 2 );
		add_filter( 'woocommerce_admin_order_preview_get_order_details', [ $this, 'add_preview' ], 10, 2 );
		add_action( 'woocommerce_admin_order_preview_end', [ $this, 'render_preview' ] );
	}

	/** @param mixed $columns Name => title. */
	public function add_column( mixed $columns ): mixed {
		if ( ! is_array( $columns ) ) {
			return $columns;
		}
		$this->assets->enqueue( 'admin-order' );
		$before = array_search( 'order_total', array_keys( $columns ), true );
		$at     = is_int( $before ) ? $before : count( $columns );

		return array_slice( $columns, 0, $at, true ) + [ self::COLUMN => __( 'Service point', 'sendcloud-service-points' ) ] + $columns;
	}

	/** @param mixed $order The order, or the id of the post it is. */
	public function render_cell( mixed $column, mixed $order = null ): void {
		$order = self::COLUMN === $column && is_numeric( $order ) ? wc_get_order( (int) $order ) : $order;

		if ( self::COLUMN !== $column || ! $order instanceof WC_Order ) {
			return;
		}
		$selection = $this->points->first_in_summary( $order );
		$status    = PointRecord::from_order( $order )->status();

		if ( null !== $selection ) {
			printf(
				'<span class="scsp-cell__name">%s</span><span class="scsp-cell__city">%s</span>',
				esc_html( $selection->service_point->name ),
				esc_html( $selection->service_point->city )
			);
			$others = $this->points->others_in_summary( $order );
			if ( '' !== $others ) {
				printf( '<span class="scsp-cell__city">+ %s</span>', esc_html( $others ) );
			}
		} elseif ( null === $status ) {
			echo '<span aria-hidden="true">–</span>';
		}
		echo wp_kses_post( self::badge( $status ) );
	}

	/**
	 * WordPress has loaded the meta of these posts, but WooCommerce asks for them again, order by order: one query for all.
	 */
	public function prime_meta( mixed $posts, mixed $query = null ): mixed {
		$is_list = is_admin() && $query instanceof WP_Query && $query->is_main_query() && 'shop_order' === $query->get( 'post_type' );
		if ( ! $is_list || ! is_array( $posts ) || [] === $posts ) {
			return $posts;
		}
		global $wpdb;
		$ids  = array_map( 'absint', wp_list_pluck( $posts, 'ID' ) );
		$list = implode( ',', $ids );
		// phpcs:ignore WordPress.DB -- Integers; what is read goes to WooCommerce's cache.
		$rows = $wpdb->get_results( "SELECT post_id, meta_id, meta_key, meta_value FROM {$wpdb->postmeta} WHERE post_id IN ($list) ORDER BY meta_id", ARRAY_A );
		$meta = array_fill_keys( $ids, [] );

		foreach ( is_array( $rows ) ? $rows : [] as $row ) {
			if ( is_array( $row ) && is_numeric( $row['post_id'] ?? null ) ) {
				$meta[ (int) $row['post_id'] ][] = (object) $row;
			}
		}
		WC_Order::prime_raw_meta_data_cache( $meta, 'orders' );

		return $posts;
	}

	/** @param mixed $details What Underscore's template gets. */
	public function add_preview( mixed $details, mixed $order = null ): mixed {
		if ( ! is_array( $details ) || ! $order instanceof WC_Order ) {
			return $details;
		}
		$points = array_map( $this->formatter->html( ... ), $this->points->read( $order ) );
		return $details + [ 'sendcloud_service_point' => wp_kses_post( self::badge( PointRecord::from_order( $order )->status() ) . implode( '', $points ) ) ];
	}

	/** Underscore's template. */
	public function render_preview(): void {
		printf(
			'<# if ( data.sendcloud_service_point ) { #><div class="wc-order-preview-addresses scsp-preview">
				<div class="wc-order-preview-address"><h2>%s</h2>{{{ data.sendcloud_service_point }}}</div>
			</div><# } #>',
			esc_html__( 'Service point', 'sendcloud-service-points' )
		);
	}

	private static function badge( ?PointStatus $status ): string {
		return true === $status?->needs_attention()
			? sprintf( '<mark class="scsp-badge is-%s">%s</mark>', esc_attr( $status->value ), esc_html( $status->label() ) )
			: '';
	}
}
