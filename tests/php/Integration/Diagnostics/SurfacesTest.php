<?php
/**
 * The diagnostics where merchants and supporters already look: Site Health, the status report, WP-CLI.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Diagnostics;

use WC_Shipping_Zone;
use WC_Shipping_Zones;

final class SurfacesTest extends DiagnosticsTestCase {

	public function test_site_health_says_what_is_wrong_and_where_to_mend_it(): void {
		$test = static fn (): array => apply_filters( 'site_status_tests', [ 'direct' => [], 'async' => [] ] )['async']['sendcloud_service_points_zones']; // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
		self::assertSame( 'good', ( $test()['async_direct_test'] )()['status'] );
		foreach ( WC_Shipping_Zones::get_zones() as $zone ) {
			( new WC_Shipping_Zone( $zone['zone_id'] ) )->delete();
		}
		$result = $this->rest( 'GET', substr( (string) wp_parse_url( $test()['test'], PHP_URL_PATH ), strlen( '/wp-json' ) ) )->get_data();
		self::assertSame( 'critical', $result['status'] );
		self::assertStringContainsString( 'No shipping zone', $result['label'] );
		self::assertStringContainsString( 'view=diagnostics', $result['actions'] );
		self::assertSame( html_entity_decode( wp_kses_post( $result['description'] ) ), html_entity_decode( $result['description'] ) );
	}

	public function test_site_health_is_silent_to_others(): void {
		wp_set_current_user( 0 );
		self::assertSame( [], apply_filters( 'site_status_tests', [ 'async' => [] ] )['async'] );
		self::assertSame( 401, $this->rest( 'GET', self::ROUTE . '/site-health/zones' )->get_status() );
	}

	public function test_site_health_and_the_status_report_have_the_facts_and_no_key(): void {
		$fields = apply_filters( 'debug_information', [] )['sendcloud-service-points']['fields'];
		self::assertContains( WC()->version, array_column( $fields, 'value' ) );
		self::assertStringNotContainsString( 'sandbox-', (string) wp_json_encode( array_column( $fields, 'value' ) ) );

		update_option( 'permalink_structure', '' );
		ob_start();
		do_action( 'woocommerce_system_status_report' );
		$html = (string) ob_get_clean();
		self::assertStringContainsString( 'data-export-label="Sendcloud Service Points"', $html );
		self::assertStringContainsString( 'Permalinks are set to &quot;Plain&quot;', $html );
		self::assertStringNotContainsString( 'sandbox-', $html );
		self::assertSame( [], $this->requests(), 'The report does not wait for Sendcloud.' );
	}

	public function test_the_report_for_monitoring_names_the_worst(): void {
		$this->server();
		self::assertNotContains( $this->answer( 'GET', '/report' )['status'], [ 'critical', 'recommended' ] );
		update_option( 'woocommerce_coming_soon', 'yes' );
		self::assertSame( 'critical', $this->answer( 'GET', '/report' )['status'] );
	}
}
