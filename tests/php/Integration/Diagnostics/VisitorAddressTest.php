<?php
/**
 * Behind a proxy, all visitors have its address, and share one limit of searches.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Diagnostics;

final class VisitorAddressTest extends DiagnosticsTestCase {

	private const SHOPPER = '93.184.216.34';
	private const EDGE    = '104.16.132.229';

	/** @var array<mixed> */
	private array $server_before = [];

	protected function setUp(): void {
		parent::setUp();
		$this->server_before = $_SERVER;
	}

	protected function tearDown(): void {
		$_SERVER = $this->server_before;
		parent::tearDown();
	}

	/**
	 * @param array<string, string> $request
	 * @dataProvider visits
	 */
	public function test_a_proxy_that_all_visitors_share_is_found( array $request, string $support, string $status, string $words ): void {
		unset( $_SERVER['REMOTE_ADDR'] );
		$_SERVER = $request + $_SERVER;
		update_option( 'sendcloud_service_points_proxy_support', $support );
		$result = $this->diagnose( 'visitor-address' );
		self::assert_found( $status, $words, $result );
		self::assertStringNotContainsString( self::SHOPPER, (string) wp_json_encode( $result ), 'Nobody\'s address is in a report.' );
	}

	/** @return array<string, array{array<string, string>, string, string, string}> */
	public function visits(): array {
		$shared = 'share one limit';
		$own    = 'address of their own';
		return [
			'no proxy'                      => [ [ 'REMOTE_ADDR' => self::SHOPPER ], 'no', 'good', $own ],
			'Cloudflare'                    => [
				[
					'REMOTE_ADDR'           => self::EDGE,
					'HTTP_CF_CONNECTING_IP' => self::SHOPPER,
					'HTTP_X_FORWARDED_FOR'  => self::SHOPPER,
				],
				'no',
				'recommended',
				$shared,
			],
			'another CDN'                   => [
				[
					'REMOTE_ADDR'          => self::EDGE,
					'HTTP_X_FORWARDED_FOR' => '10.1.2.3, ' . self::SHOPPER,
				],
				'no',
				'recommended',
				$shared,
			],
			'Cloudflare and a proxy of our own' => [
				[
					'REMOTE_ADDR'           => '172.18.0.2',
					'HTTP_CF_CONNECTING_IP' => self::SHOPPER,
					'HTTP_X_FORWARDED_FOR'  => self::SHOPPER . ', ' . self::EDGE,
				],
				'no',
				'recommended',
				$shared,
			],
			'only a proxy of our own'       => [
				[
					'REMOTE_ADDR'          => '172.18.0.2',
					'HTTP_X_FORWARDED_FOR' => self::SHOPPER,
					'HTTP_X_REAL_IP'       => self::SHOPPER,
				],
				'no',
				'good',
				$own,
			],
			'the server already puts it right' => [
				[
					'REMOTE_ADDR'           => self::SHOPPER,
					'HTTP_CF_CONNECTING_IP' => self::SHOPPER,
				],
				'no',
				'good',
				$own,
			],
			'the proxy of a merchant\'s office' => [
				[
					'REMOTE_ADDR'          => self::SHOPPER,
					'HTTP_X_FORWARDED_FOR' => '192.168.1.20',
				],
				'no',
				'good',
				$own,
			],
			'support is on'                 => [
				[
					'REMOTE_ADDR'           => self::EDGE,
					'HTTP_CF_CONNECTING_IP' => self::SHOPPER,
				],
				'yes',
				'good',
				'that the proxy names',
			],
			'support for nothing'           => [ [ 'REMOTE_ADDR' => self::SHOPPER ], 'yes', 'recommended', 'invent' ],
			'nobody has come by the web'    => [ [], 'no', 'info', 'WP-CLI' ],
		];
	}

	public function test_a_shop_that_tells_the_address_itself_is_left_alone(): void {
		$_SERVER['REMOTE_ADDR']           = self::EDGE;
		$_SERVER['HTTP_CF_CONNECTING_IP'] = self::SHOPPER;
		add_filter( 'sendcloud_service_points_visitor_address', static fn (): string => self::SHOPPER );
		self::assert_found( 'good', 'sendcloud_service_points_visitor_address', $this->diagnose( 'visitor-address' ) );
	}

	public function test_the_finding_leads_to_the_setting(): void {
		$_SERVER['REMOTE_ADDR']           = self::EDGE;
		$_SERVER['HTTP_CF_CONNECTING_IP'] = self::SHOPPER;
		$result                           = $this->diagnose( 'visitor-address' );
		self::assertStringContainsString( 'section=sendcloud-service-points', $result['links'][0]['url'] );
		self::assertSame( [ 'CF-Connecting-IP' ], $result['details'] );
	}
}
