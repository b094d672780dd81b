<?php
/**
 * The public search, asked as a browser asks it.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

use WP_REST_Request;
use WP_REST_Response;

abstract class RestTestCase extends TestCase {

	use SandboxRequests;

	protected const ROUTE     = '/sendcloud-service-points/v1/service-points';
	protected const EINDHOVEN = [
		'country' => 'NL',
		'address' => 'Eindhoven',
	];

	protected function setUp(): void {
		parent::setUp();
		$this->forget_answers();
		$this->reset_sandbox();
	}

	protected function tearDown(): void {
		$this->reset_sandbox();
		Clock::start();
		parent::tearDown();
	}

	/**
	 * The answer as it leaves the server.
	 *
	 * @param array<string, mixed>  $params
	 * @param array<string, string> $headers
	 */
	protected function served( array $params, array $headers = [] ): WP_REST_Response {
		$request = new WP_REST_Request( 'GET', self::ROUTE );
		$request->set_query_params( $params );
		$request->set_headers( $headers );
		return apply_filters( 'rest_post_dispatch', rest_do_request( $request ), rest_get_server(), $request );
	}

	/**
	 * What the browser reads: ours, or WordPress' own.
	 *
	 * @param array<string, mixed> $params
	 */
	protected function sent( array $params, string $route = self::ROUTE ): string {
		$request = new WP_REST_Request( 'GET', $route );
		$request->set_query_params( $params );
		$response = apply_filters( 'rest_post_dispatch', rest_do_request( $request ), rest_get_server(), $request );
		ob_start();
		$is_sent = apply_filters( 'rest_pre_serve_request', false, $response, $request, rest_get_server() );
		$text    = (string) ob_get_clean();
		return $is_sent ? $text : $text . '(WordPress sends it)' . wp_json_encode( $response->get_data() );
	}

	protected function search( string $place ): WP_REST_Response {
		return $this->served( [ 'address' => $place ] + self::EINDHOVEN );
	}

	/** @return array<string, mixed> */
	protected static function decoded( WP_REST_Response $response ): array {
		return (array) json_decode( (string) wp_json_encode( $response->get_data() ), true );
	}
}
