<?php
/**
 * The diagnostics over REST: for the page, which runs the checks side by side, and for monitoring.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Surfaces;

use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Checkup;
use SendcloudServicePoints\Diagnostics\Fixable;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Info;

final class DiagnosticsController {

	private const ROUTE = '/diagnostics';

	public function __construct(
		private readonly Checkup $checkup,
		private readonly Report $report,
	) {}

	public function register_routes(): void {
		$one = '/(?P<id>[a-z0-9-]{1,64})';
		$this->add( self::ROUTE, 'GET', $this->list( ... ), [ ReportSchema::class, 'list' ] );
		$this->add( self::ROUTE . '/report', 'GET', $this->report( ... ), [ ReportSchema::class, 'report' ] );
		$this->add( self::ROUTE . $one, 'POST', $this->run( ... ), [ ReportSchema::class, 'result' ] );
		$this->add( self::ROUTE . $one . '/fix', 'POST', $this->fix( ... ), [ ReportSchema::class, 'result' ] );
	}

	/**
	 * @param non-falsy-string                                                                 $route
	 * @param \Closure(\WP_REST_Request<array<string, mixed>>): (array<string, mixed>|\WP_Error) $answer
	 * @param array{class-string, string}                                                      $schema
	 */
	private function add( string $route, string $method, \Closure $answer, array $schema ): void {
		register_rest_route(
			Info::REST_NAMESPACE,
			$route,
			[
				[
					'methods'             => $method,
					'callback'            => static function ( \WP_REST_Request $request ) use ( $answer ): \WP_REST_Response|\WP_Error {
						$data = $answer( $request );
						return $data instanceof \WP_Error ? $data : new \WP_REST_Response( $data, 200, [ 'Cache-Control' => 'no-store' ] );
					},
					// With a cookie, WordPress asks for the nonce of `wp_rest` before it believes who is asking.
					'permission_callback' => static fn (): bool => current_user_can( 'manage_woocommerce' ),
					'args'                => str_contains( $route, '(?P<id>' ) ? [ 'id' => ReportSchema::id() ] : [],
				],
				'schema' => $schema,
			]
		);
	}

	/** @return array<string, mixed> */
	private function list(): array {
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
					'id'    => $check->id(),
					'title' => $check->title(),
					'group' => $check->group()->value,
				],
				array_values( $this->checkup->checks() )
			),
		];
	}

	/** @return array<string, mixed> */
	private function report(): array {
		return $this->report->to_array();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	private function run( \WP_REST_Request $request ): array|\WP_Error {
		$check = $this->check( $request );
		return null === $check ? self::no_such_check() : $this->checkup->run( $check )->to_array();
	}

	/**
	 * @param \WP_REST_Request<array<string, mixed>> $request
	 * @return array<string, mixed>|\WP_Error
	 */
	private function fix( \WP_REST_Request $request ): array|\WP_Error {
		$check = $this->check( $request );
		return match ( true ) {
			null === $check           => self::no_such_check(),
			$check instanceof Fixable => $this->checkup->fix( $check )->to_array(),
			default                   => new \WP_Error(
				'sendcloud_service_points_not_fixable',
				__( 'This cannot be repaired from here.', 'sendcloud-service-points' ),
				[ 'status' => 409 ]
			),
		};
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function check( \WP_REST_Request $request ): ?Check {
		$id = $request->get_param( 'id' );
		return is_string( $id ) ? $this->checkup->find( $id ) : null;
	}

	private static function no_such_check(): \WP_Error {
		return new \WP_Error( 'sendcloud_service_points_no_such_check', __( 'There is no such check.', 'sendcloud-service-points' ), [ 'status' => 404 ] );
	}
}
