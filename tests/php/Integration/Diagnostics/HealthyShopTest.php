<?php
/**
 * A shop with nothing wrong hears nothing bad, and hears it quickly.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Diagnostics;

final class HealthyShopTest extends DiagnosticsTestCase {

	public function test_a_healthy_shop_raises_no_alarm(): void {
		$this->server();
		$report = $this->answer( 'GET', '/report' );
		$alarms = array_filter( $report['checks'], static fn ( array $check ): bool => in_array( $check['status'], [ 'critical', 'recommended' ], true ) );
		self::assertSame( [], array_values( array_map( static fn ( array $check ): string => "{$check['id']}: {$check['summary']}", $alarms ) ) );
		self::assertSame( array_column( $this->answer( 'GET' )['checks'], 'id' ), array_column( $report['checks'], 'id' ) );
	}

	public function test_what_cannot_be_known_here_is_not_called_wrong(): void {
		// Nothing answers at the shop's address, and Sendcloud's integration names no shop.
		$unknown = array_filter( $this->answer( 'GET', '/report' )['checks'], static fn ( array $check ): bool => 'unknown' === $check['status'] );
		self::assertSame( [ 'order-import', 'shop-online', 'page-cache', 'rest-api', 'csp' ], array_column( $unknown, 'id' ) );
	}

	public function test_all_checks_together_ask_little_enough_to_end_within_five_seconds(): void {
		$this->server();
		$this->fault(
			[
				'fault' => 'slow',
				'ms'    => 200,
			]
		);
		$report = $this->answer( 'GET', '/report' );
		// A machine that runs other tests at the same time says little about seconds: ten answers of 200 ms leave three for the rest.
		self::assertLessThanOrEqual( 10, count( $this->requests() ) );
		self::assertCount( 1, $this->requests( '/integrations' ) );
		self::assertLessThan( 5, $report['seconds'] );
	}

	public function test_nothing_runs_while_a_shopper_looks_at_the_shop(): void {
		$ran = false;
		add_filter(
			'sendcloud_service_points_checks',
			static function ( array $checks ) use ( &$ran ): array {
				$ran = true;
				return $checks;
			}
		);
		wp_set_current_user( 0 );
		ob_start();
		do_action( 'wp_head' );
		ob_end_clean();
		$this->rest( 'GET', '/wc/store/v1/cart' );
		self::assertFalse( $ran );
	}
}
