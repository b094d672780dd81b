<?php
/**
 * The diagnostics in WordPress' Site Health: one test for each group of checks, and the facts under Info.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Surfaces;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Checkup;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Diagnostics\Probes\SystemFacts;
use SendcloudServicePoints\Diagnostics\Result;
use SendcloudServicePoints\Diagnostics\Status;
use SendcloudServicePoints\Info;
use WP_REST_Request;
use WP_REST_Response;

final class SiteHealth {

	private const PREFIX = 'sendcloud_service_points_';

	public function __construct(
		private readonly Checkup $checkup,
		private readonly SystemFacts $facts,
	) {}

	public function register(): void {
		add_filter( 'site_status_tests', [ $this, 'add_tests' ] );
		add_filter( 'debug_information', [ $this, 'add_information' ] );
	}

	/** Run one after the other in the background of the page, and weekly by cron. */
	public function add_tests( mixed $tests ): mixed {
		if ( ! is_array( $tests ) || ! is_array( $tests['async'] ?? null ) || ! ( wp_doing_cron() || current_user_can( 'manage_woocommerce' ) ) ) {
			return $tests;
		}
		foreach ( Group::cases() as $group ) {
			$tests['async'][ self::PREFIX . $group->value ] = [
				'label'             => self::label( $group ),
				'test'              => rest_url( Info::REST_NAMESPACE . "/diagnostics/site-health/{$group->value}" ),
				'has_rest'          => true,
				'async_direct_test' => fn (): array => $this->test( $group ),
			];
		}
		return $tests;
	}

	public function add_information( mixed $information ): mixed {
		if ( is_array( $information ) ) {
			$information['sendcloud-service-points'] = [
				'label'  => __( 'Sendcloud Service Points', 'sendcloud-service-points' ),
				'fields' => array_map(
					static fn ( string $label, string $value ): array => [
						'label' => $label,
						'value' => $value,
					],
					array_keys( $this->facts->all() ),
					$this->facts->all()
				),
			];
		}
		return $information;
	}

	public function register_routes(): void {
		register_rest_route(
			Info::REST_NAMESPACE,
			'/diagnostics/site-health/(?P<group>[a-z]+)',
			[
				'methods'             => 'GET',
				'callback'            => function ( WP_REST_Request $request ): WP_REST_Response {
					$group = $request->get_param( 'group' );
					return new WP_REST_Response( $this->test( Group::from( is_string( $group ) ? $group : '' ) ), 200, [ 'Cache-Control' => 'no-store' ] );
				},
				'permission_callback' => static fn (): bool => current_user_can( 'manage_woocommerce' ) && current_user_can( 'view_site_health_checks' ),
				'args'                => [
					'group' => [
						'description' => __( 'Where to look.', 'sendcloud-service-points' ),
						'type'        => 'string',
						'enum'        => array_column( Group::cases(), 'value' ),
						'required'    => true,
					],
				],
			]
		);
	}

	/** @return array<string, mixed> As Site Health wants it; its texts are HTML. */
	private function test( Group $group ): array {
		$checks  = array_filter( $this->checkup->checks(), static fn ( Check $check ): bool => $group === $check::GROUP );
		$results = array_map( $this->checkup->run( ... ), array_values( $checks ) );
		// Site Health knows no more than these.
		$status = match ( Result::worst_status( $results ) ) {
			Status::Critical    => 'critical',
			Status::Recommended => 'recommended',
			default             => 'good',
		};
		$bad    = array_filter( $results, static fn ( Result $result ): bool => $result->finding->status->is_problem() );
		return [
			'test'        => self::PREFIX . $group->value,
			'label'       => esc_html( [] === $bad ? self::label( $group ) : self::label( $group ) . ': ' . reset( $bad )->finding->summary ),
			'status'      => $status,
			'badge'       => [
				'label' => __( 'Sendcloud', 'sendcloud-service-points' ),
				'color' => 'blue',
			],
			'description' => implode( '', array_map( self::paragraph( ... ), [] === $bad ? $results : array_values( $bad ) ) ),
			'actions'     => sprintf(
				'<p><a href="%s">%s</a></p>',
				esc_url( Screens::diagnostics() ),
				esc_html__( 'Open the diagnostics', 'sendcloud-service-points' )
			),
		];
	}

	private static function paragraph( Result $result ): string {
		$links = array_map(
			static fn ( array $link ): string => sprintf( ' <a href="%s">%s</a>', esc_url( $link['url'] ), esc_html( $link['label'] ) ),
			$result->finding->links
		);
		return sprintf(
			'<p><strong>%s</strong>: %s %s%s</p>%s',
			esc_html( $result->check->title() ),
			esc_html( $result->finding->summary ),
			esc_html( $result->finding->fix ),
			implode( '', $links ),
			[] === $result->finding->details ? '' : '<ul><li>' . implode( '</li><li>', array_map( 'esc_html', $result->finding->details ) ) . '</li></ul>'
		);
	}

	private static function label( Group $group ): string {
		/* translators: %s: where was looked, such as "Shipping zones". */
		return sprintf( __( 'Service points: %s', 'sendcloud-service-points' ), $group->label() );
	}
}
