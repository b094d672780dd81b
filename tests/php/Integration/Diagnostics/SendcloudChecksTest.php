<?php
/**
 * What can be wrong in the Sendcloud account, made so in the sandbox.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Diagnostics;

use SendcloudServicePoints\Settings\ExportSettings;
use SendcloudServicePoints\Settings\Settings;
use WC_Shipping_Zones;

final class SendcloudChecksTest extends DiagnosticsTestCase {

	public function test_missing_and_refused_keys_are_found(): void {
		self::assert_found( 'good', 'accepts the keys', $this->diagnose( 'credentials' ) );
		$this->fault( [ 'fault' => 'unauthorized' ] );
		self::assert_found( 'critical', 'Copy both again', $this->diagnose( 'credentials' ) );
		update_option( Settings::SECRET_KEY, '' );
		self::assert_found( 'critical', 'key is missing', $this->diagnose( 'credentials' ) );
	}

	public function test_a_sendcloud_that_does_not_answer_is_found(): void {
		$this->fault( [ 'fault' => 'server_error' ] );
		self::assert_found( 'critical', 'HTTP 500', $this->diagnose( 'credentials' ) );
		// One fault, one alarm.
		foreach ( [ 'service-points', 'method-carriers', 'order-import', 'points' ] as $id ) {
			self::assert_found( 'unknown', 'Sendcloud did not', $this->diagnose( $id ) );
		}
	}

	public function test_service_points_that_are_off_are_found(): void {
		self::assert_found( 'good', 'Mondial Relay', $this->diagnose( 'service-points' ) );
		$this->fault( [ 'fault' => 'integration_off' ] );
		$result = $this->diagnose( 'service-points' );
		self::assert_found( 'critical', 'switched off', $result );
		self::assertStringContainsString( 'app.sendcloud.com', $result['links'][0]['url'] );
	}

	public function test_service_points_without_a_carrier_are_found(): void {
		$this->change_integration( [ 'service_point_carriers' => [] ] );
		self::assert_found( 'critical', 'no carrier', $this->diagnose( 'service-points' ) );
		self::assert_found( 'critical', 'PostNL', $this->diagnose( 'method-carriers' ) );
	}

	public function test_a_method_limited_to_a_carrier_that_is_off_is_found(): void {
		self::assert_found( 'good', 'every carrier', $this->diagnose( 'method-carriers' ) );
		$this->change_integration( [ 'service_point_carriers' => [ 'postnl', 'mondial_relay' ] ] );
		$result = $this->diagnose( 'method-carriers' );
		self::assert_found( 'critical', 'Germany, Service Point Delivery: DHL', $result );
		self::assertContains( 'Netherlands and Belgium, Service Point Delivery: DHL', $result['details'] );
	}

	public function test_a_method_with_one_carrier_of_two_off_still_works(): void {
		$this->change_integration( [ 'service_point_carriers' => [ 'dhl' ] ] );
		self::assert_found( 'recommended', 'Netherlands and Belgium, Service Point Delivery: PostNL', $this->diagnose( 'method-carriers' ) );
	}

	public function test_a_carrier_that_another_has_taken_the_place_of_is_named_with_its_successor(): void {
		$france = array_values( array_filter( WC_Shipping_Zones::get_zones(), static fn ( array $zone ): bool => 'France' === $zone['zone_name'] ) )[0];
		foreach ( $france['shipping_methods'] as $method ) {
			if ( 'service_point_v2_shipping_method' === $method->id ) {
				$method->init_instance_settings();
				update_option( $method->get_instance_option_key(), [ 'carrier_select_v2' => [ 'relais_colis', 'mondial_relay' ] ] + $method->instance_settings );
			}
		}
		$result = $this->diagnose( 'method-carriers' );
		self::assert_found( 'recommended', 'no longer knows', $result );
		self::assertContains( 'France, Service Point Delivery: Relais Colis → Relais National', $result['details'] );
	}

	public function test_a_carrier_that_sendcloud_splits_by_country_is_not_missed(): void {
		$this->change_integration( [ 'service_point_carriers' => [ 'dhl_de', 'dhl_nl', 'postnl' ] ] );
		self::assert_found( 'good', 'every carrier', $this->diagnose( 'method-carriers' ) );
	}

	/** @dataProvider names_of_fields */
	public function test_a_broken_connection_to_the_shop_is_found( string $failing, string $fetched ): void {
		$this->change_integration(
			[
				'shop_url' => home_url( '/' ),
				$fetched   => gmdate( 'Y-m-d\TH:i:s\Z', time() - 600 ),
			]
		);
		self::assert_found( 'good', 'fetches the orders', $this->diagnose( 'order-import' ) );
		$this->change_integration( [ $failing => '2026-11-20T10:00:00Z' ] );
		$result = $this->diagnose( 'order-import' );
		self::assert_found( 'critical', 'November 20, 2026', $result );
		self::assertMatchesRegularExpression( '#/integrations/woocommerce_v2/\d+$#', $result['links'][0]['url'] );
	}

	/** @return array<string, array{string, string}> */
	public function names_of_fields(): array {
		return [
			'API v3' => [ 'started_failing_at', 'last_fetched_at' ],
			'API v2' => [ 'failing_since', 'last_fetch' ],
		];
	}

	public function test_the_error_log_of_the_integration_is_shown_without_keys(): void {
		$this->change_integration(
			[
				'shop_url'           => home_url(),
				'started_failing_at' => '2026-11-20T10:00:00Z',
			]
		);
		add_filter(
			'http_response',
			static function ( array $response, array $args, string $url ): array {
				if ( str_ends_with( $url, '/logs' ) ) {
					$log              = [
						'created_at'    => '2026-11-20T10:00:00Z',
						'response_code' => 401,
						'exception'     => '401 for https://shop/wp-json/wc/v3/orders?consumer_key=ck_secret',
					];
					$response['body'] = wp_json_encode( [ 'data' => [ $log ] ] );
				}
				return $response;
			},
			10,
			3
		);
		self::assertSame( [ '2026-11-20T10:00:00Z HTTP 401: 401 for https://shop/wp-json/wc/v3/orders?…' ], $this->diagnose( 'order-import' )['details'] );
	}

	public function test_orders_that_nobody_fetches_are_found(): void {
		$this->change_integration(
			[
				'shop_url'        => home_url(),
				'last_fetched_at' => gmdate( 'Y-m-d\TH:i:s\Z', time() - 5 * DAY_IN_SECONDS ),
			]
		);
		self::assert_found( 'recommended', 'last fetched orders on', $this->diagnose( 'order-import' ) );
		$this->change_integration( [ 'shop_url' => 'https://old.example.com' ] );
		self::assert_found( 'recommended', 'https://old.example.com', $this->diagnose( 'order-import' ) );

		update_option( ExportSettings::ENABLED, 'yes' );
		update_option( ExportSettings::INTEGRATION, 451234 );
		self::assert_found( 'good', 'This plugin sends', $this->diagnose( 'order-import' ) );
	}

	public function test_a_new_connection_is_no_problem(): void {
		$this->change_integration( [ 'shop_url' => home_url() ] );
		self::assert_found( 'info', 'not fetched any order yet', $this->diagnose( 'order-import' ) );
	}

	public function test_the_steps_no_api_shows_are_a_list_with_links(): void {
		$result = $this->diagnose( 'account-steps' );
		self::assert_found( 'info', 'e-mail address', $result );
		self::assertCount( 3, $result['details'] );
		self::assertCount( 2, $result['links'] );
	}

	public function test_a_country_without_any_point_is_found(): void {
		self::assert_found( 'good', 'finds service points', $this->diagnose( 'points' ) );
		$this->forget_answers();
		$this->limit_france_to( 'correos' );
		$result = $this->diagnose( 'points' );
		self::assert_found( 'recommended', 'France', $result );
		self::assertStringNotContainsString( 'Spain', $result['summary'] );
	}

	public function test_a_carrier_refused_for_a_country_is_found(): void {
		$this->fault(
			[
				'fault'   => 'not_enabled',
				'country' => 'IT',
			]
		);
		self::assert_found( 'recommended', 'Italy', $this->diagnose( 'points' ) );
	}

	private function limit_france_to( string $carrier ): void {
		foreach ( WC_Shipping_Zones::get_zones() as $zone ) {
			foreach ( 'France' === $zone['zone_name'] ? $zone['shipping_methods'] : [] as $method ) {
				if ( 'service_point_v2_shipping_method' === $method->id ) {
					update_option( $method->get_instance_option_key(), [ 'carrier_select_v2' => [ $carrier ] ] + get_option( $method->get_instance_option_key() ) );
				}
			}
		}
	}
}
