<?php
/**
 * The list of orders, narrowed down: by how they are off for service points, and by carrier.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\OrderAdmin;

use SendcloudServicePoints\Availability\PointRecord;
use SendcloudServicePoints\Availability\PointStatus;
use SendcloudServicePoints\Order\OrderSummary;
use SendcloudServicePoints\Sendcloud\Carriers;

final class OrderListFilters {

	private const STATUS  = 'sendcloud_service_point';
	private const CARRIER = 'sendcloud_service_point_carrier';

	public function register(): void {
		// Orders in their own tables, and orders as posts.
		add_action( 'woocommerce_order_list_table_restrict_manage_orders', [ $this, 'render' ] );
		add_action( 'restrict_manage_posts', [ $this, 'render' ] );
		add_filter( 'woocommerce_order_list_table_prepare_items_query_args', [ $this, 'filter_query' ] );
		add_filter( 'request', [ $this, 'filter_posts_query' ] );
	}

	public function render( mixed $order_type ): void {
		if ( 'shop_order' !== $order_type ) {
			return;
		}
		self::render_select(
			self::STATUS,
			__( 'Filter by service point', 'sendcloud-service-points' ),
			[
				''          => __( 'All service points', 'sendcloud-service-points' ),
				'attention' => __( 'Service point: needs attention', 'sendcloud-service-points' ),
				'missing'   => __( 'Service point: missing', 'sendcloud-service-points' ),
				'closed'    => __( 'Service point: closed', 'sendcloud-service-points' ),
			]
		);
		$chosen = self::chosen( self::CARRIER );
		self::render_select(
			self::CARRIER,
			__( 'Filter by carrier of the service point', 'sendcloud-service-points' ),
			// One that the account has lost is still the filter, so it is shown.
			[ '' => __( 'All carriers', 'sendcloud-service-points' ) ] + Carriers::labels() + ( '' === $chosen ? [] : [ $chosen => $chosen ] )
		);
	}

	/** @param mixed $query Arguments of wc_get_orders(). */
	public function filter_query( mixed $query ): mixed {
		$conditions = [ ...$this->status_condition(), ...$this->carrier_condition() ];
		if ( ! is_array( $query ) || [] === $conditions ) {
			return $query;
		}
		$others = $query['meta_query'] ?? [];
		// phpcs:ignore WordPress.DB.SlowDBQuery -- The keys are indexed.
		$query['meta_query'] = is_array( $others ) && [] !== $others ? [ $others, ...$conditions ] : $conditions;
		return $query;
	}

	/** @param mixed $query Arguments of WP_Query, of any page. */
	public function filter_posts_query( mixed $query ): mixed {
		return is_admin() && is_array( $query ) && 'shop_order' === ( $query['post_type'] ?? '' ) ? $this->filter_query( $query ) : $query;
	}

	/** @return list<array<string, mixed>> None or one. */
	private function status_condition(): array {
		$chosen   = self::chosen( self::STATUS );
		$statuses = [];
		foreach ( PointStatus::cases() as $status ) {
			if ( $chosen === $status->value || ( 'attention' === $chosen && $status->needs_attention() ) ) {
				$statuses[] = $status->value;
			}
		}
		return [] === $statuses ? [] : [ self::condition( PointRecord::STATUS, $statuses, 'IN' ) ];
	}

	/** @return list<array<array-key, mixed>> None or one. */
	private function carrier_condition(): array {
		$code = self::chosen( self::CARRIER );
		// `dhl` is also the carrier of `dhl_de`: Domain\CarrierCodes. The index has the carriers of further packages too.
		return '' === $code ? [] : [
			[
				'relation' => 'OR',
				self::condition( OrderSummary::CARRIER, "^$code(_[a-z][a-z])?$", 'REGEXP' ),
				self::condition( OrderSummary::INDEX, "[[]$code(_[a-z][a-z])?[]]", 'REGEXP' ),
			],
		];
	}

	/**
	 * @param string|list<string> $value
	 * @return array<string, mixed>
	 */
	private static function condition( string $key, string|array $value, string $compare ): array {
		return [
			'key'     => $key,
			'value'   => $value,
			'compare' => $compare,
		];
	}

	/** @param array<array-key, string> $options Value => label. */
	private static function render_select( string $name, string $label, array $options ): void {
		printf( '<label class="screen-reader-text" for="%1$s">%2$s</label><select name="%1$s" id="%1$s">', esc_attr( $name ), esc_html( $label ) );
		foreach ( $options as $value => $text ) {
			printf( '<option value="%s" %s>%s</option>', esc_attr( (string) $value ), selected( (string) $value, self::chosen( $name ), false ), esc_html( $text ) );
		}
		echo '</select>';
	}

	private static function chosen( string $name ): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- A filter of a list.
		$chosen = $_GET[ $name ] ?? '';

		return is_string( $chosen ) ? sanitize_key( $chosen ) : '';
	}
}
