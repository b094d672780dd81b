<?php
/**
 * How much of Sendcloud one visitor may use, and who counts as one.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

use SendcloudServicePoints\Services;

final class RestVisitorsTest extends RestTestCase {

	public function test_a_visitor_who_asks_sendcloud_too_often_has_to_wait(): void {
		add_filter( 'sendcloud_service_points_visitor_limit', static fn (): int => 2 );
		foreach ( [ 'Eindhoven', 'Helmond', 'Eindhoven', 'Helmond', 'Eindhoven' ] as $place ) {
			self::assertSame( 200, $this->search( $place )->get_status(), 'What is remembered costs nothing.' );
		}

		$refused = $this->search( 'Utrecht' );
		self::assertSame( [ 429, 'sendcloud_service_points_too_many_requests' ], [ $refused->get_status(), self::decoded( $refused )['code'] ] );
		self::assertSame( 'no-store', $refused->get_headers()['Cache-Control'] );
		$wait = (int) $refused->get_headers()['Retry-After'];
		self::assertGreaterThan( 0, $wait );
		self::assertLessThanOrEqual( 60, $wait );
		self::assertSame( 200, $this->search( 'Eindhoven' )->get_status() );
		self::assertSame( 429, $this->rest( 'GET', self::ROUTE . '/1000001' )->get_status(), 'Points are counted too.' );

		// Behind our own proxy, the next visitor is another one, and one's limit is not another one's failure.
		$_SERVER['HTTP_X_FORWARDED_FOR'] = '203.0.113.1, 198.51.100.7';
		self::assertSame( 200, $this->search( 'Utrecht' )->get_status() );
		unset( $_SERVER['HTTP_X_FORWARDED_FOR'] );

		Clock::advance( $wait );
		self::assertSame( 200, $this->search( 'Tilburg' )->get_status() );
	}

	public function test_the_checkout_and_the_shops_own_work_are_not_limited(): void {
		add_filter( 'sendcloud_service_points_visitor_limit', static fn (): int => 1 );
		self::assertSame( [ 200, 429 ], [ $this->search( 'Eindhoven' )->get_status(), $this->search( 'Helmond' )->get_status() ] );
		$services = new Services( __FILE__ );
		self::assertSame( 1000001, $services->source()->find( 1000001 )->id );
	}

	/** @return array<string, array{string, array<string, string>, array<string, string>, bool}> */
	public function neighbours(): array {
		$behind = static fn ( string $remote, string $header, string $value ): array => [
			'REMOTE_ADDR'     => $remote,
			"HTTP_{$header}" => $value,
		];
		$edge = '104.16.0.1';
		return [
			'of the open network, who invents an address' => [ 'no', $behind( '198.51.100.7', 'X_FORWARDED_FOR', '10.0.0.1' ), $behind( '198.51.100.7', 'X_FORWARDED_FOR', '10.0.0.2' ), true ],
			'behind a CDN nobody told us of'   => [ 'no', $behind( $edge, 'CF_CONNECTING_IP', '198.51.100.7' ), $behind( $edge, 'CF_CONNECTING_IP', '198.51.100.8' ), true ],
			'behind Cloudflare'                => [ 'yes', $behind( $edge, 'CF_CONNECTING_IP', '198.51.100.7' ), $behind( $edge, 'CF_CONNECTING_IP', '198.51.100.8' ), false ],
			'one behind two edges'             => [ 'yes', $behind( $edge, 'CF_CONNECTING_IP', '198.51.100.7' ), $behind( '104.16.0.2', 'CF_CONNECTING_IP', '198.51.100.7' ), true ],
			'behind another CDN'               => [ 'yes', $behind( $edge, 'TRUE_CLIENT_IP', '198.51.100.7' ), $behind( $edge, 'TRUE_CLIENT_IP', '198.51.100.8' ), false ],
			'behind nginx'                     => [ 'yes', $behind( $edge, 'X_REAL_IP', '198.51.100.7' ), $behind( $edge, 'X_REAL_IP', '198.51.100.8' ), false ],
			'behind a list of proxies'         => [ 'yes', $behind( $edge, 'X_FORWARDED_FOR', '198.51.100.7, 10.0.0.1' ), $behind( $edge, 'X_FORWARDED_FOR', '198.51.100.8, 10.0.0.1' ), false ],
			'who invents a place in the list'  => [ 'yes', $behind( $edge, 'X_FORWARDED_FOR', '198.51.100.9, 198.51.100.7' ), $behind( $edge, 'X_FORWARDED_FOR', '198.51.100.8, 198.51.100.7' ), true ],
			'behind a CDN that says nonsense'  => [ 'yes', $behind( $edge, 'CF_CONNECTING_IP', 'one' ), $behind( $edge, 'CF_CONNECTING_IP', 'two' ), true ],
			'with a network of IPv6 addresses' => [ 'no', [ 'REMOTE_ADDR' => '2001:db8:1:2::1' ], [ 'REMOTE_ADDR' => '2001:db8:1:2:ffff::2' ], true ],
			'of two IPv6 networks'             => [ 'no', [ 'REMOTE_ADDR' => '2001:db8:1:2::1' ], [ 'REMOTE_ADDR' => '2001:db8:1:3::1' ], false ],
			'IPv4 in the clothes of IPv6'      => [ 'no', [ 'REMOTE_ADDR' => '::ffff:198.51.100.7' ], [ 'REMOTE_ADDR' => '::ffff:198.51.100.8' ], false ],
		];
	}

	/**
	 * Two visitors with one search each, where one search a minute is allowed.
	 *
	 * @dataProvider neighbours
	 * @param array<string, string> $one
	 * @param array<string, string> $other
	 */
	public function test_who_counts_as_one_visitor( string $proxy_support, array $one, array $other, bool $is_one ): void {
		update_option( 'sendcloud_service_points_proxy_support', $proxy_support );
		add_filter( 'sendcloud_service_points_visitor_limit', static fn (): int => 1 );
		$server = $_SERVER;
		try {
			$_SERVER = $one + $server;
			self::assertSame( 200, $this->search( 'Eindhoven' )->get_status() );
			$_SERVER = $other + $server;
			self::assertSame( $is_one ? 429 : 200, $this->search( 'Helmond' )->get_status() );
		} finally {
			$_SERVER = $server;
		}
	}
}
