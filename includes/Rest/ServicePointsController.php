<?php
/**
 * The public search: GET /service-points and GET /service-points/{id}, as docs/data-contract.md fixes them.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Rest;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Domain\InvalidSearch;
use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Domain\SearchResult;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Info;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Sendcloud\ServicePoints\ServicePointSource;

/**
 * Public, stateless and read-only. No nonce: the one in a cached page is out of date. No cart and no session: a shared cache may
 * keep the answers.
 */
final class ServicePointsController {

	public function __construct(
		private readonly ServicePointSource $source,
		private readonly VisitorLimit $limit,
	) {}

	public function register_routes(): void {
		add_filter( 'rest_post_dispatch', [ $this, 'forbid_storing_errors' ], 10, 3 );
		register_rest_route(
			Info::REST_NAMESPACE,
			'/service-points',
			[
				[
					'methods'             => 'GET',
					'callback'            => [ $this, 'search' ],
					// Shoppers have no account, and what is answered can be had from every carrier's own site.
					'permission_callback' => '__return_true',
					'args'                => SearchSchema::search_arguments(),
				],
				'schema' => [ SearchSchema::class, 'search_answer' ],
			]
		);
		register_rest_route(
			Info::REST_NAMESPACE,
			'/service-points/(?P<id>[1-9]\d{0,17})',
			[
				[
					'methods'             => 'GET',
					'callback'            => [ $this, 'find' ],
					// As above.
					'permission_callback' => '__return_true',
					'args'                => SearchSchema::find_arguments(),
				],
				'schema' => [ SearchSchema::class, 'find_answer' ],
			]
		);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public function search( \WP_REST_Request $request ): \WP_REST_Response {
		return $this->answer(
			$request,
			function () use ( $request ): array {
				$query = SearchRequest::to_query( $request );
				/**
				 * Filters a search before Sendcloud (or the cache) is asked.
				 *
				 * @param SearchQuery      $query   Immutable: answer another one, made by its named constructors.
				 * @param \WP_REST_Request $request The request, with arguments of your own.
				 */
				$filtered = apply_filters( 'sendcloud_service_points_search_query', $query, $request );
				$query    = $filtered instanceof SearchQuery ? $filtered : $query;
				$result   = $this->source->search( $query );
				/**
				 * Filters the points found: leave some out, or order them anew.
				 *
				 * Hides points from the list; it does not forbid them. Whoever knows a point's id can still order to it.
				 *
				 * @param list<ServicePoint> $service_points Nearest first.
				 * @param SearchQuery        $query          What was searched.
				 */
				$points = apply_filters( 'sendcloud_service_points_results', $result->service_points, $query );
				$points = array_filter( is_array( $points ) ? $points : [], static fn ( mixed $point ): bool => $point instanceof ServicePoint );
				return ( new SearchResult( array_values( $points ), $result->geocoding ) )->to_array();
			}
		);
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	public function find( \WP_REST_Request $request ): \WP_REST_Response {
		return $this->answer(
			$request,
			fn (): array => [ 'service_point' => $this->source->find( Fields::of( $request->get_params() )->integer( 'id' ) ?? 0 )->to_array() ]
		);
	}

	/**
	 * Browsers and proxies may keep an answer, never a failure: a fresh try must reach us.
	 *
	 * @param \WP_HTTP_Response                      $response
	 * @param \WP_REST_Server                        $server
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 */
	public function forbid_storing_errors( \WP_HTTP_Response $response, \WP_REST_Server $server, \WP_REST_Request $request ): \WP_HTTP_Response {
		if ( $response->get_status() >= 400 && str_starts_with( $request->get_route(), '/' . Info::REST_NAMESPACE . '/' ) ) {
			$response->header( 'Cache-Control', 'no-store' );
		}
		return $response;
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @param callable(): array<string, mixed>       $data
	 */
	private function answer( \WP_REST_Request $request, callable $data ): \WP_REST_Response {
		$wait = $this->limit->seconds_to_wait();
		if ( $wait > 0 ) {
			return self::error(
				'sendcloud_service_points_too_many_requests',
				__( 'You are searching very fast. Please wait a minute, then try again.', 'sendcloud-service-points' ),
				[ 'status' => 429 ],
				$wait
			);
		}
		try {
			return self::cacheable( $data(), (string) $request->get_header( 'If-None-Match' ) );
		} catch ( InvalidSearch $exception ) {
			return self::error(
				'rest_invalid_param',
				/* translators: %s: name of a parameter. */
				sprintf( __( 'Invalid parameter(s): %s', 'sendcloud-service-points' ), $exception->parameter ),
				[
					'status' => 400,
					'params' => [ $exception->parameter => $exception->getMessage() ],
				]
			);
		} catch ( SendcloudException $exception ) {
			return self::error(
				$exception->code(),
				$exception->shopper_message(),
				[ 'status' => $exception->status() ],
				$exception->retry_after()
			);
		}
	}

	/** @param array<string, mixed> $data */
	private static function cacheable( array $data, string $known ): \WP_REST_Response {
		// Weak: a server that compresses the answer must not change it.
		$etag     = 'W/"' . md5( (string) wp_json_encode( $data ) ) . '"';
		$is_known = in_array( $etag, array_map( 'trim', explode( ',', $known ) ), true );
		$response = new \WP_REST_Response( $is_known ? null : $data, $is_known ? 304 : 200 );
		$response->header( 'Cache-Control', 'public, max-age=300' );
		$response->header( 'ETag', $etag );
		return $response;
	}

	/** @param array<string, mixed> $data */
	private static function error( string $code, string $message, array $data, ?int $retry_after = null ): \WP_REST_Response {
		$response = rest_convert_error_to_response( new \WP_Error( $code, $message, $data ) );
		if ( null !== $retry_after ) {
			$response->header( 'Retry-After', (string) $retry_after );
		}
		return $response;
	}
}
