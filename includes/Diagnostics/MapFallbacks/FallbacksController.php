<?php
/**
 * Takes the picker's word that it showed the list alone: POST /fallbacks.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\MapFallbacks;

use SendcloudServicePoints\Info;
use SendcloudServicePoints\Rest\VisitorLimit;
use WP_REST_Request;
use WP_REST_Response;

final class FallbacksController {

	public function __construct(
		private readonly Fallbacks $fallbacks,
		private readonly VisitorLimit $limit,
	) {}

	public function register_routes(): void {
		register_rest_route(
			Info::REST_NAMESPACE,
			'/fallbacks',
			[
				'methods'             => 'POST',
				'callback'            => [ $this, 'count' ],
				// Shoppers have no account, and all this can do is add one to a count that has an end.
				'permission_callback' => '__return_true',
				'args'                => [
					'reason' => [
						'description' => __( 'Why there was no map.', 'sendcloud-service-points' ),
						'type'        => 'string',
						'enum'        => Fallbacks::REASONS,
						'required'    => true,
					],
				],
			]
		);
	}

	/**
	 * Always content: whoever sends it no longer listens.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	public function count( WP_REST_Request $request ): WP_REST_Response {
		$reason = $request->get_param( 'reason' );
		if ( is_string( $reason ) && 0 === $this->limit->seconds_to_wait() ) {
			$this->fallbacks->count( $reason, $request->get_header( 'user_agent' ) ?? '' );
		}
		return new WP_REST_Response( null, 204, [ 'Cache-Control' => 'no-store' ] );
	}
}
