<?php
/**
 * The public search: GET /service-points and GET /service-points/{id}, as docs/data-contract.md fixes them.
 *
 * Public, stateless and read-only. No nonce: the one in a cached page is out of date. No cart and no session: a shared cache may
 * keep the answers.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Rest;

use Closure;
use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Domain\InvalidSearch;
use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Domain\SearchResult;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Info;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Sendcloud\ServicePoints\Answer;
use SendcloudServicePoints\Sendcloud\ServicePoints\CachedSource;
use SendcloudServicePoints\Shipping\Zones\ZoneLimit;
use WP_Error;
use WP_HTTP_Response;
use WP_REST_Request;
use WP_REST_Response;

/** @phpstan-type Request WP_REST_Request<array<string, mixed>> */
final class ServicePointsController {

	/** Parameters of WordPress' own that change what is sent. */
	private const RESHAPING = [ '_jsonp', '_pretty', '_embed', '_envelope', '_fields' ];

	/** @param Closure(): ZoneLimit|null $zones Null without WooCommerce: there are no zones then. */
	public function __construct( private readonly CachedSource $source, private readonly ?Closure $zones = null ) {}

	public function register_routes(): void {
		add_filter( 'rest_post_dispatch', [ $this, 'forbid_storing_errors' ], 10, 3 );
		add_filter( 'rest_pre_serve_request', [ $this, 'send_json' ], 20, 3 );
		$this->route( '/service-points', $this->search( ... ), SearchSchema::search_arguments(), 'search_answer' );
		$this->route( '/service-points/(?P<id>[1-9]\d{0,17})', $this->find( ... ), SearchSchema::find_arguments(), 'find_answer' );
	}

	/** Browsers and proxies may keep an answer, never a failure: a fresh try must reach us. */
	public function forbid_storing_errors( mixed $response, mixed $server = null, mixed $request = null ): mixed {
		$is_ours = $request instanceof WP_REST_Request && str_starts_with( $request->get_route(), '/' . Info::REST_NAMESPACE . '/' );
		if ( $is_ours && $response instanceof WP_HTTP_Response && $response->get_status() >= 400 ) {
			$response->header( 'Cache-Control', 'no-store' );
		}
		return $response;
	}

	/** WordPress would read the JSON to write it again. Where it, or somebody's filter, has more to do than that, it does. */
	public function send_json( mixed $is_sent, mixed $response = null, mixed $request = null ): mixed {
		if ( (bool) $is_sent || ! $response instanceof JsonResponse || ! $request instanceof WP_REST_Request || ! self::is_plain( $request, $response ) ) {
			return $is_sent;
		}
		$json = $response->json();
		echo $json; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- JSON, sent as such.
		return null !== $json;
	}

	/**
	 * @param non-falsy-string                    $path
	 * @param callable(Request): WP_REST_Response $callback
	 * @param array<string, mixed>                $arguments
	 */
	private function route( string $path, callable $callback, array $arguments, string $answer ): void {
		register_rest_route(
			Info::REST_NAMESPACE,
			$path,
			[
				[
					'methods'             => 'GET',
					'callback'            => $callback,
					// Shoppers have no account, and what is answered can be had from every carrier's own site.
					'permission_callback' => '__return_true',
					'args'                => $arguments,
				],
				'schema' => [ SearchSchema::class, $answer ],
			]
		);
	}

	/** @param Request $request */
	private function search( WP_REST_Request $request ): WP_REST_Response {
		return self::respond(
			$request,
			function () use ( $request ): Answer {
				$query = SearchRequest::to_query( $request );
				/**
				 * Filters a search before Sendcloud (or the cache) is asked.
				 *
				 * What the request leaves out stays left out: nobody could choose it.
				 *
				 * @param SearchQuery     $query   Immutable: answer another one, made by its named constructors or without().
				 * @param WP_REST_Request $request The request, with arguments of your own.
				 */
				$filtered = apply_filters( 'sendcloud_service_points_search_query', $query, $request );
				$query    = $filtered instanceof SearchQuery ? $filtered->without( $query->without_carriers, $query->without_shop_types ) : $query;
				// The picker's "Try again", and a browser that reloads.
				$is_again = str_contains( (string) $request->get_header( 'Cache-Control' ), 'no-cache' );
								$zones    = $this->zones_of( $request );
				return $this->found( $is_again ? $this->source->asking_after_failure() : $this->source, $query, $zones );
			}
		);
	}

	/**
	 * @param Request $request
	 * @return list<int>
	 */
	private function zones_of( WP_REST_Request $request ): array {
		$zones = null === $this->zones ? [] : $request->get_param( 'zones' );
		return array_values( array_filter( is_array( $zones ) ? $zones : [], 'is_int' ) );
	}

	/**
	 * @param list<int> $zones That the points must lie in; empty for all.
	 * @throws SendcloudException When there is no answer.
	 */
	private function found( CachedSource $source, SearchQuery $query, array $zones ): Answer {
		if ( [] === $zones && $query->is_question() && ! has_filter( 'sendcloud_service_points_results' ) ) {
			return $source->answer_to_search( $query );
		}
		$result = [] === $zones ? $source->search( $query ) : $this->in_zones( $source->search( $query->widest() ), $zones )->first( $query->limit );
		/**
		 * Filters the points found: leave some out, or put them in another order.
		 *
		 * Hides points from the list; it does not forbid them. Whoever knows a point's id can still order to it.
		 *
		 * @param list<ServicePoint> $service_points Nearest first.
		 * @param SearchQuery        $query          What was searched.
		 */
		$points = apply_filters( 'sendcloud_service_points_results', $result->service_points, $query );
		$points = array_filter( is_array( $points ) ? $points : [], static fn ( mixed $point ): bool => $point instanceof ServicePoint );
		return Answer::from_data( ( new SearchResult( array_values( $points ), $result->geocoding ) )->to_array() );
	}

	/** @param list<int> $zones */
	private function in_zones( SearchResult $result, array $zones ): SearchResult {
		$limit = null === $this->zones ? null : ( $this->zones )();
		return new SearchResult(
			array_values( array_filter( $result->service_points, static fn ( ServicePoint $point ): bool => true === $limit?->contains( $zones, $point ) ) ),
			$result->geocoding
		);
	}

	/** @param Request $request */
	private function find( WP_REST_Request $request ): WP_REST_Response {
		return self::respond( $request, fn (): Answer => $this->source->answer_to_find( Fields::from_data( $request->get_params() )->integer( 'id' ) ?? 0 ) );
	}

	/**
	 * @param Request            $request
	 * @param callable(): Answer $ask
	 */
	private static function respond( WP_REST_Request $request, callable $ask ): WP_REST_Response {
		try {
			return self::cacheable( $ask(), (string) $request->get_header( 'If-None-Match' ) );
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

	private static function cacheable( Answer $answer, string $known ): WP_REST_Response {
		$headers  = [
			'Cache-Control' => 'public, max-age=300',
			'ETag'          => $answer->etag,
		];
		$is_known = in_array( $answer->etag, array_map( 'trim', explode( ',', $known ) ), true );
		return $is_known ? new WP_REST_Response( null, 304, $headers ) : new JsonResponse( $answer, $headers );
	}

	/** @param array<string, mixed> $data */
	private static function error( string $code, string $message, array $data, ?int $retry_after = null ): WP_REST_Response {
		$response = rest_convert_error_to_response( new WP_Error( $code, $message, $data ) );
		if ( null !== $retry_after ) {
			$response->header( 'Retry-After', (string) $retry_after );
		}
		return $response;
	}

	/** @param Request $request */
	private static function is_plain( WP_REST_Request $request, JsonResponse $response ): bool {
		return 'GET' === $request->get_method()
			&& 200 === $response->get_status()
			&& [] === $response->get_links()
			&& [] === array_intersect_key( $request->get_query_params(), array_flip( self::RESHAPING ) )
			&& ! has_filter( 'rest_pre_echo_response' )
			&& ! has_filter( 'rest_json_encode_options' );
	}
}
