<?php
/**
 * POST /orders/{id}/customer-service-point: the customer changes the service point of an order.
 *
 * For the order's own customer, signed in and with the nonce of `wp_rest`, and for whoever has the signed link of a mail.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Customer;

use SendcloudServicePoints\Checkout\Classic\Placeholder;
use SendcloudServicePoints\Checkout\InvalidSelection;
use SendcloudServicePoints\Checkout\OrderChoices;
use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Info;
use SendcloudServicePoints\Rest\VisitorLimit;
use SendcloudServicePoints\Support\Lock;
use WC_Order;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** @phpstan-type Request WP_REST_Request<array<string, mixed>> */
final class CustomerPointController {

	/** Seconds; Sendcloud is asked meanwhile. */
	private const LONGEST_CHANGE = 30;

	public function __construct(
		private readonly ChangePeriod $period,
		private readonly OrderChoices $choices,
		private readonly Placeholder $placeholder,
		private readonly VisitorLimit $limit,
	) {}

	public function register_routes(): void {
		register_rest_route(
			Info::REST_NAMESPACE,
			'/orders/(?P<id>[1-9]\d{0,17})/customer-service-point',
			[
				'methods'             => 'POST',
				'callback'            => [ $this, 'choose' ],
				'permission_callback' => [ $this, 'check_permission' ],
				'args'                => [
					'service_point_id'    => [
						'description' => __( 'Sendcloud\'s id of the service point.', 'sendcloud-service-points' ),
						'type'        => 'integer',
						'minimum'     => 1,
						'required'    => true,
					],
					'post_number'         => [
						'description' => __( 'DHL post number of the customer.', 'sendcloud-service-points' ),
						'type'        => 'string',
						'maxLength'   => 20,
						'default'     => '',
					],
					'package_id'          => [
						'description' => __( 'Id of the shipping line.', 'sendcloud-service-points' ),
						'type'        => 'string',
						'pattern'     => '^[1-9]\d{0,17}$',
						'required'    => true,
					],
					ChangeLink::EXPIRES   => [
						'description' => __( 'When the link ends, Unix time.', 'sendcloud-service-points' ),
						'type'        => 'integer',
						'minimum'     => 0,
						'default'     => 0,
					],
					ChangeLink::SIGNATURE => [
						'description' => __( 'The signature of the link.', 'sendcloud-service-points' ),
						'type'        => 'string',
						'maxLength'   => 64,
						'default'     => '',
					],
				],
			]
		);
	}

	/** @param Request $request */
	public function check_permission( WP_REST_Request $request ): bool|WP_Error {
		if ( $this->limit->seconds_to_wait() > 0 ) {
			return self::error( 'too_many_requests', __( 'That was a lot at once. Please wait a minute and try again.', 'sendcloud-service-points' ), 429 );
		}
		$fields = Fields::from_data( $request->get_params() );
		$order  = self::order( $request );
		$user   = get_current_user_id();
		if ( null !== $order && $user > 0 && $order->get_customer_id() === $user ) {
			return true;
		}
		$expires = $fields->integer( ChangeLink::EXPIRES ) ?? 0;
		if ( null === $order || ! ChangeLink::is_genuine( $order, $expires, $fields->string( ChangeLink::SIGNATURE ) ) ) {
			// The same for orders that are not there.
			return self::error( 'forbidden', __( 'You cannot change this order here. Please sign in again, or open the link in your e-mail.', 'sendcloud-service-points' ), 403 );
		}
		return time() < $expires ? true : self::error( 'too_late', ChangePage::too_late(), 403 );
	}

	/** @param Request $request */
	public function choose( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$lock = Lock::acquire( 'customer-point-' . Fields::from_data( $request->get_url_params() )->string( 'id' ), self::LONGEST_CHANGE );
		if ( null === $lock ) {
			return self::error( 'busy', __( 'This order is being changed in another window. Please reload the page.', 'sendcloud-service-points' ), 409 );
		}
		try {
			return $this->change( $request );
		} catch ( InvalidSelection $problem ) {
			return new WP_Error( $problem->code(), $problem->getMessage(), [ 'status' => $problem->status() ] );
		} finally {
			$lock->release();
		}
	}

	/**
	 * @param Request $request
	 * @throws InvalidSelection When the point cannot be taken.
	 */
	private function change( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$order = self::order( $request );
		if ( null === $order || ! $this->period->is_open( $order ) ) {
			return self::error( 'too_late', ChangePage::too_late(), 409 );
		}
		$fields    = Fields::from_data( $request->get_params() );
		$id        = $fields->string( 'package_id' );
		$selection = $this->choices->choose( $order, $id, $fields->integer( 'service_point_id' ) ?? 0, sanitize_text_field( $fields->string( 'post_number' ) ) );
		$html      = '';
		foreach ( $this->choices->packages( $order ) as $package ) {
			$html = $package->id === $id ? $this->placeholder->content( $package, false ) : $html;
		}
		return new WP_REST_Response(
			[
				'selection' => $selection->to_array(),
				'html'      => $html,
			],
			200,
			[ 'Cache-Control' => 'no-store' ]
		);
	}

	/** @param Request $request */
	private static function order( WP_REST_Request $request ): ?WC_Order {
		$order = wc_get_order( absint( $request->get_url_params()['id'] ) );

		return $order instanceof WC_Order ? $order : null;
	}

	private static function error( string $reason, string $message, int $status ): WP_Error {
		return new WP_Error( "sendcloud_service_points_$reason", $message, [ 'status' => $status ] );
	}
}
