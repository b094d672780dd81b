<?php
/**
 * The diagnostics over REST: for the page, which runs the checks side by side, and for monitoring.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Surfaces;

use Closure;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Checkup;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Diagnostics\Probes\SystemFacts;
use SendcloudServicePoints\Diagnostics\Result;
use SendcloudServicePoints\Info;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

final class DiagnosticsController {

	private const ROUTE = '/diagnostics';

	public function __construct(
		private readonly Checkup $checkup,
		private readonly SystemFacts $facts,
	) {}

	public function register_routes(): void {
		$one = '/(?P<id>[a-z0-9-]{1,64})';
		$this->add( self::ROUTE, 'GET', $this->overview( ... ), [ DiagnosticsSchema::class, 'overview' ] );
		$this->add( self::ROUTE . '/report', 'GET', $this->report( ... ), [ DiagnosticsSchema::class, 'report' ] );
		$this->add( self::ROUTE . $one, 'POST', $this->run( ... ), [ DiagnosticsSchema::class, 'result' ] );
		$this->add( self::ROUTE . $one . '/fix', 'POST', $this->fix( ... ), [ DiagnosticsSchema::class, 'result' ] );
	}

	/**
	 * @param non-falsy-string                                                                 $route
	 * @param Closure(WP_REST_Request<array<string, mixed>>): (array<string, mixed>|WP_Error) $answer
	 * @param array{class-string, string}                                                      $schema
	 */
	private function add( string $route, string $method, Closure $answer, array $schema ): void {
		register_rest_route(
			Info::REST_NAMESPACE,
			$route,
			[
				[
					'methods'             => $method,
					'callback'            => static function ( WP_REST_Request $request ) use ( $answer ): WP_REST_Response|WP_Error {
						$data = $answer( $request );
						return $data instanceof WP_Error ? $data : new WP_REST_Response( $data, 200, [ 'Cache-Control' => 'no-store' ] );
					},
					// With a cookie, WordPress asks for the nonce of `wp_rest` before it believes who is asking.
					'permission_callback' => static fn (): bool => current_user_can( 'manage_woocommerce' ),
					'args'                => str_contains( $route, '(?P<id>' ) ? [ 'id' => DiagnosticsSchema::id() ] : [],
				],
				'schema' => $schema,
			]
		);
	}

	/** @return array<string, mixed> What there is to check; runs nothing. */
	private function overview(): array {
		return [
			'groups' => array_map(
				static fn ( Group $group ): array => [
					'id'    => $group->value,
					'title' => $group->label(),
				],
				Group::cases()
			),
			'checks' => array_map(
				static fn ( Check $check ): array => [
					'id'    => $check::ID,
					'title' => $check->title(),
					'group' => $check::GROUP->value,
				],
				array_values( $this->checkup->checks() )
			),
		];
	}

	/** @return array<string, mixed> Everything at once, and the facts that go with it. */
	private function report(): array {
		$start   = microtime( true );
		$results = $this->checkup->run_all();
		return [
			'status'       => Result::worst_status( $results )->value,
			'generated_at' => gmdate( 'Y-m-d\TH:i:s\Z' ),
			'seconds'      => round( microtime( true ) - $start, 3 ),
			'facts'        => (object) $this->facts->all(),
			'checks'       => array_map( static fn ( Result $result ): array => $result->to_array(), $results ),
		];
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|WP_Error
	 */
	private function run( WP_REST_Request $request ): array|WP_Error {
		$check = $this->check( $request );
		return null === $check ? self::no_such_check() : $this->checkup->run( $check )->to_array();
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|WP_Error
	 */
	private function fix( WP_REST_Request $request ): array|WP_Error {
		$check = $this->check( $request );
		return match ( true ) {
			null === $check  => self::no_such_check(),
			$check::FIXABLE  => $this->checkup->fix( $check )->to_array(),
			default          => new WP_Error(
				'sendcloud_service_points_not_fixable',
				__( 'This cannot be repaired from here.', 'sendcloud-service-points' ),
				[ 'status' => 409 ]
			),
		};
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function check( WP_REST_Request $request ): ?Check {
		$id = $request->get_param( 'id' );
		return is_string( $id ) ? $this->checkup->find( $id ) : null;
	}

	private static function no_such_check(): WP_Error {
		return new WP_Error( 'sendcloud_service_points_no_such_check', __( 'There is no such check.', 'sendcloud-service-points' ), [ 'status' => 404 ] );
	}
}
