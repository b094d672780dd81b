<?php
/**
 * The routes of the diagnostics: who may, what they answer, what happens when a check breaks.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Diagnostics;

use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use TypeError;

final class ControllerTest extends DiagnosticsTestCase {

	/** @dataProvider routes */
	public function test_only_a_shop_manager_may( string $method, string $path ): void {
		wp_set_current_user( 0 );
		self::assertSame( 401, $this->rest( $method, self::ROUTE . $path )->get_status() );
		wp_set_current_user( (int) get_user_by( 'email', 'camille@example.com' )->ID );
		self::assertSame( 403, $this->rest( $method, self::ROUTE . $path )->get_status() );
		self::assertSame( [], $this->requests() );
	}

	/** @return array<string, array{string, string}> */
	public function routes(): array {
		return [
			'list'   => [ 'GET', '' ],
			'report' => [ 'GET', '/report' ],
			'run'    => [ 'POST', '/credentials' ],
			'fix'    => [ 'POST', '/zones/fix' ],
		];
	}

	public function test_the_list_names_each_check_once_without_running_any(): void {
		$list = $this->answer( 'GET' );
		$ids  = array_column( $list['checks'], 'id' );
		self::assertContains( 'credentials', $ids );
		self::assertSame( array_unique( $ids ), $ids );
		self::assertSame( [], array_diff( array_column( $list['checks'], 'group' ), array_column( $list['groups'], 'id' ) ) );
		self::assertNotContains( '', array_column( $list['checks'], 'title' ) );
		self::assertSame( [], $this->requests() );
	}

	public function test_what_does_not_exist_or_cannot_be_repaired_is_refused(): void {
		self::assertSame( 404, $this->rest( 'POST', self::ROUTE . '/nothing' )->get_status() );
		self::assertSame( 404, $this->rest( 'POST', self::ROUTE . '/nothing/fix' )->get_status() );
		self::assertSame( 409, $this->rest( 'POST', self::ROUTE . '/credentials/fix' )->get_status() );
	}

	public function test_a_check_of_another_plugin_runs_and_repairs(): void {
		$this->add_check(
			new class() extends Check {

				public const ID      = 'acme';
				public const GROUP   = Group::Plugins;
				public const FIXABLE = true;

				public function title(): string {
					return 'Acme';
				}
				public function run(): Finding {
					return 'yes' === get_option( 'acme' ) ? Finding::good( 'Fine.' ) : Finding::recommended( 'Not fine.', 'Repair it.' )->fixable( 'Repair' );
				}
				public function fix(): void {
					update_option( 'acme', 'yes' );
				}
			}
		);
		$result = $this->diagnose( 'acme' );
		self::assertSame(
			[
				'recommended',
				[
					'id' => 'acme',
					'label' => 'Repair',
				],
			],
			[ $result['status'], $result['fix_action'] ]
		);
		$result = $this->fix( 'acme' );
		self::assertSame( [ 'good', null ], [ $result['status'], $result['fix_action'] ] );
	}

	public function test_a_check_that_breaks_is_unknown_and_the_others_go_on(): void {
		$this->add_check(
			new class() extends Check {

				public const ID    = 'broken';
				public const GROUP = Group::Plugins;

				public function title(): string {
					return 'Broken';
				}
				public function run(): Finding {
					throw new TypeError( 'sandbox-secret' );
				}
			}
		);
		self::assertSame( 'unknown', $this->diagnose( 'broken' )['status'] );
		$report = $this->answer( 'GET', '/report' );
		self::assertContains( 'broken', array_column( $report['checks'], 'id' ) );
		self::assertContains( 'credentials', array_column( $report['checks'], 'id' ) );
	}

	private function add_check( Check $check ): void {
		add_filter( 'sendcloud_service_points_checks', static fn ( array $checks ): array => [ ...$checks, $check ] );
	}
}
