<?php
/**
 * POST and DELETE /orders/{id}/service-point, GET /checks/{id}.
 *
 * For those who may edit the order; with a cookie, WordPress asks for the nonce of `wp_rest` before it believes who is asking.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\OrderAdmin;

use SendcloudServicePoints\Availability\CheckProgress;
use SendcloudServicePoints\Checkout\InvalidSelection;
use SendcloudServicePoints\Info;
use WC_Order;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

final class OrderPointController {

	public function __construct(
		private readonly PointChange $change,
		private readonly CheckProgress $progress,
		private readonly BulkCheck $bulk_check,
	) {}

	public function register_routes(): void {
		$line = [
			'shipping_line_id' => [
				'description' => __( 'The shipping line; the first one that can have a service point where it is left out.', 'sendcloud-service-points' ),
				'type'        => 'integer',
				'minimum'     => 1,
			],
		];

		register_rest_route(
			Info::REST_NAMESPACE,
			'/orders/(?P<id>\d+)/service-point',
			[
				[
					'methods'             => 'POST',
					'callback'            => [ $this, 'choose' ],
					'permission_callback' => [ $this, 'may_edit' ],
					'args'                => $line + [
						'service_point_id' => [
							'description' => __( 'Sendcloud\'s id of the service point.', 'sendcloud-service-points' ),
							'type'        => 'integer',
							'minimum'     => 1,
							'required'    => true,
						],
						'post_number'      => [
							'description' => __( 'DHL post number of the customer.', 'sendcloud-service-points' ),
							'type'        => 'string',
							'maxLength'   => 20,
							'default'     => '',
						],
					],
				],
				[
					'methods'             => 'DELETE',
					'callback'            => [ $this, 'remove' ],
					'permission_callback' => [ $this, 'may_edit' ],
					'args'                => $line,
				],
			]
		);
		register_rest_route(
			Info::REST_NAMESPACE,
			'/checks/(?P<run>[a-z0-9]{12})',
			[
				'methods'             => 'GET',
				'callback'            => [ $this, 'show_progress' ],
				'permission_callback' => static fn (): bool => current_user_can( 'edit_shop_orders' ),
			]
		);
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	public function may_edit( WP_REST_Request $request ): bool {
		return current_user_can( 'edit_shop_order', absint( $request->get_url_params()['id'] ) ); // phpcs:ignore WordPress.WP.Capabilities.Unknown -- WooCommerce's.
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	public function choose( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		[ $order, $index ] = $this->target( $request );

		if ( null === $order || null === $index ) {
			return self::missing( $order );
		}
		try {
			$id     = $request->get_param( 'service_point_id' );
			$number = $request->get_param( 'post_number' );

			return self::answer( $this->change->choose( $order, $index, is_int( $id ) ? $id : 0, is_string( $number ) ? $number : '' )->to_array() );
		} catch ( InvalidSelection $problem ) {
			return new WP_Error( $problem->code(), $problem->getMessage(), [ 'status' => $problem->status() ] );
		}
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	public function remove( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		[ $order, $index ] = $this->target( $request );

		if ( null !== $order && null !== $index ) {
			$this->change->remove( $order, $index );
		} elseif ( null !== $order && null === $request->get_param( 'shipping_line_id' ) && $this->change->has_left( $order ) ) {
			$this->change->remove_left( $order );
		} else {
			return self::missing( $order );
		}

		return self::answer( null );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	public function show_progress( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$run    = $request->get_url_params()['run'] ?? '';
		$counts = $this->progress->get( is_string( $run ) ? $run : '' );

		if ( null === $counts ) {
			return new WP_Error( 'sendcloud_service_points_no_check', __( 'There is no such check.', 'sendcloud-service-points' ), [ 'status' => 404 ] );
		}
		$response = new WP_REST_Response(
			$counts + [
				'is_done' => CheckProgress::done( $counts ) >= $counts['total'],
				'message' => $this->bulk_check->progress_text( $counts ),
			]
		);
		$response->header( 'Cache-Control', 'no-store' );

		return $response;
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @return array{WC_Order|null, int|null} The order and the index of the shipping line.
	 */
	private function target( WP_REST_Request $request ): array {
		$order = wc_get_order( absint( $request->get_url_params()['id'] ) );

		if ( ! $order instanceof WC_Order ) {
			return [ null, null ];
		}
		$wanted = $request->get_param( 'shipping_line_id' );

		foreach ( $this->change->lines( $order ) as $index => $line ) {
			if ( null === $wanted || $line->get_id() === $wanted ) {
				return [ $order, $index ];
			}
		}

		return [ $order, null ];
	}

	private static function missing( ?WC_Order $order ): WP_Error {
		return null === $order
			? new WP_Error( 'sendcloud_service_points_no_order', __( 'There is no such order.', 'sendcloud-service-points' ), [ 'status' => 404 ] )
			: new WP_Error( 'sendcloud_service_points_no_shipping_line', __( 'Add shipping to the order first.', 'sendcloud-service-points' ), [ 'status' => 409 ] );
	}

	/** @param array<string, mixed>|null $selection */
	private static function answer( ?array $selection ): WP_REST_Response {
		return new WP_REST_Response( [ 'selection' => $selection ] );
	}
}
