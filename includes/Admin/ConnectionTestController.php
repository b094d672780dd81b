<?php
/**
 * "Test connection" on the settings page.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Admin;

use SendcloudServicePoints\Info;
use SendcloudServicePoints\Sendcloud\Authorization;
use SendcloudServicePoints\Sendcloud\Carriers;
use SendcloudServicePoints\Sendcloud\Integrations;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use WP_REST_Response;

final class ConnectionTestController {

	public function __construct(
		private readonly Integrations $integrations,
		private readonly Authorization $authorization,
	) {}

	public function register_routes(): void {
		register_rest_route(
			Info::REST_NAMESPACE,
			'/connection-test',
			[
				'methods'             => 'POST',
				'callback'            => [ $this, 'test' ],
				// With a cookie, WordPress asks for the nonce of `wp_rest` before it believes who is asking.
				'permission_callback' => static fn (): bool => current_user_can( 'manage_woocommerce' ),
			]
		);
	}

	/** A failed connection is a successful test: always 200, so that no proxy puts its own page in place of the reason. */
	public function test(): WP_REST_Response {
		try {
			$carriers = $this->integrations->carriers();
		} catch ( SendcloudException $exception ) {
			return self::answer( $exception->code(), $exception->merchant_message(), $exception->getMessage() );
		}
		if ( [] === $carriers ) {
			return self::answer(
				'sendcloud_service_points_not_enabled',
				__( 'The keys work and service points are on, but no carrier is chosen. Choose carriers in Sendcloud: Settings > Integrations > your integration > Service points.', 'sendcloud-service-points' ),
			);
		}
		return self::answer(
			'ok',
			sprintf(
				/* translators: 1: way of authentication, 2: list of carrier names. */
				__( 'Connected with %1$s. Service points are on for: %2$s.', 'sendcloud-service-points' ),
				$this->authorization->is_oauth() ? __( 'OAuth 2.0', 'sendcloud-service-points' ) : __( 'API keys', 'sendcloud-service-points' ),
				wp_sprintf_l( '%l', array_map( Carriers::name( ... ), $carriers ) )
			)
		);
	}

	private static function answer( string $code, string $message, string $detail = '' ): WP_REST_Response {
		$response = new WP_REST_Response(
			[
				'code'    => $code,
				'message' => $message,
				'detail'  => $detail,
			]
		);
		$response->header( 'Cache-Control', 'no-store' );
		return $response;
	}
}
