<?php
/**
 * An order's service points in WooCommerce's REST API and webhooks.
 *
 * The field `sendcloud_service_points` of `/wc/v2|v3/orders`; OrderAdmin\OrderRestWriter takes what is sent. WooCommerce's own filters and not register_rest_field(): they hand over the
 * order, which would otherwise be loaded a second time for each row of a list.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use SendcloudServicePoints\Domain\Schema;
use SendcloudServicePoints\Domain\Selection;
use WC_Order;
use WP_REST_Response;

final class OrderRestField {

	public const FIELD = 'sendcloud_service_points';

	public function __construct( private readonly OrderServicePoints $points ) {}

	public function register(): void {
		add_filter( 'woocommerce_rest_prepare_shop_order_object', [ $this, 'add_field' ], 10, 2 );
		add_filter( 'woocommerce_rest_shop_order_schema', [ $this, 'add_schema' ] );
	}

	public function add_field( mixed $response, mixed $order ): mixed {
		$data = $response instanceof WP_REST_Response ? $response->get_data() : null;

		if ( is_array( $data ) && $order instanceof WC_Order ) {
			$data[ self::FIELD ] = array_map( static fn ( Selection $selection ): array => $selection->to_array(), $this->points->read( $order ) );
			$response->set_data( $data );
		}

		return $response;
	}

	public function add_schema( mixed $properties ): mixed {
		$schema = [
			'description' => __( 'The service points the order goes to: one for each shipping line that has one.', 'sendcloud-service-points' ),
			'type'        => 'array',
			'context'     => [ 'view', 'edit' ],
			'items'       => Schema::selection(
				[
					'service_point_id' => [
						'description' => __( 'Instead of the whole point, to set it: Sendcloud\'s id.', 'sendcloud-service-points' ),
						'type'        => 'integer',
						'minimum'     => 1,
						'context'     => [],
					],
					'shipping_line_id' => [
						'description' => __( 'To set it: the shipping line; the next one that can have a point where it is left out.', 'sendcloud-service-points' ),
						'type'        => 'integer',
						'minimum'     => 1,
						'context'     => [],
					],
				]
			),
		];
		return is_array( $properties ) ? $properties + [ self::FIELD => $schema ] : $properties;
	}
}
