<?php
/**
 * What can be wrong with the shop and its server, made so in the shop or on a web server in its place.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Diagnostics;

use SendcloudServicePoints\Diagnostics\Checks\AddressCheck;
use WP_Object_Cache;

final class ShopChecksTest extends DiagnosticsTestCase {

	public function test_coming_soon_is_found(): void {
		$this->server();
		self::assert_found( 'good', 'get into the shop', $this->diagnose( 'shop-online' ) );
		update_option( 'woocommerce_coming_soon', 'yes' );
		self::assert_found( 'critical', 'The site is set to "Coming soon"', $this->diagnose( 'shop-online' ) );
		update_option( 'woocommerce_store_pages_only', 'yes' );
		self::assert_found( 'critical', 'pages of the shop', $this->diagnose( 'shop-online' ) );
	}

	/** @dataProvider closed_doors */
	public function test_a_closed_door_is_found( int $status, string $words ): void {
		$this->server()->answer( '/', $status );
		self::assert_found( 'critical', $words, $this->diagnose( 'shop-online' ) );
	}

	/** @return array<string, array{int, string}> */
	public function closed_doors(): array {
		return [
			'basic authentication' => [ 401, 'basic authentication' ],
			'maintenance'          => [ 503, 'maintenance' ],
			'broken page'          => [ 500, 'breaks' ],
			'firewall'             => [ 403, 'HTTP 403' ],
		];
	}

	/** @dataProvider addresses */
	public function test_an_address_that_is_not_public_or_not_safe_is_found( string $home, string $environment, string $status ): void {
		add_filter( 'option_home', static fn (): string => $home, 20 );
		$finding = ( new AddressCheck( $environment ) )->run();
		self::assertSame( $status, $finding->status->value, $finding->summary );
	}

	/** @return array<string, array{string, string, string}> */
	public function addresses(): array {
		return [
			'public'          => [ 'https://shop.example.com', 'production', 'good' ],
			'plain HTTP'      => [ 'http://shop.example.com', 'production', 'recommended' ],
			'plain, local'    => [ 'http://shop.example.com', 'local', 'info' ],
			'localhost'       => [ 'https://localhost:8080', 'production', 'recommended' ],
			'localhost, ours' => [ 'https://localhost:8080', 'development', 'info' ],
			'reserved name'   => [ 'https://shop.test', 'production', 'recommended' ],
			'private address' => [ 'https://192.168.1.20', 'production', 'recommended' ],
			'private, IPv6'   => [ 'https://[fd00::1]', 'production', 'recommended' ],
			'public address'  => [ 'https://8.8.8.8', 'production', 'good' ],
		];
	}

	public function test_plain_permalinks_are_found(): void {
		self::assert_found( 'good', 'Permalinks', $this->diagnose( 'permalinks' ) );
		update_option( 'permalink_structure', '' );
		self::assert_found( 'recommended', 'Plain', $this->diagnose( 'permalinks' ) );
	}

	public function test_a_shop_without_a_way_to_pay_is_found(): void {
		self::assert_found( 'good', 'can pay', $this->diagnose( 'payment' ) );
		foreach ( [ 'cod', 'bacs' ] as $gateway ) {
			update_option( "woocommerce_{$gateway}_settings", [ 'enabled' => 'no' ] );
		}
		WC()->payment_gateways()->init();
		self::assert_found( 'critical', 'No payment method', $this->diagnose( 'payment' ) );
	}

	public function test_the_kind_of_checkout_is_told(): void {
		self::assert_found( 'good', 'checkout block', $this->diagnose( 'checkout-page' ) );
		$this->set_checkout_content( '<!-- wp:shortcode -->[woocommerce_checkout]<!-- /wp:shortcode -->' );
		self::assert_found( 'good', 'classic checkout', $this->diagnose( 'checkout-page' ) );
		$this->set_checkout_content( '<!-- wp:woocommerce/classic-shortcode {"shortcode":"checkout"} /-->' );
		self::assert_found( 'good', 'classic checkout', $this->diagnose( 'checkout-page' ) );
		$this->set_checkout_content( '<p>Hello</p>' );
		self::assert_found( 'critical', 'has no checkout on it', $this->diagnose( 'checkout-page' ) );
		update_post_meta( wc_get_page_id( 'checkout' ), '_elementor_data', '[{"widgetType":"woocommerce-checkout-page"}]' );
		self::assert_found( 'info', 'Elementor', $this->diagnose( 'checkout-page' ) );
	}

	/** @dataProvider funnels */
	public function test_a_checkout_that_a_plugin_shows_in_place_of_the_page_is_told( string $plugin, string $type, callable $show ): void {
		register_post_type( $type );
		try {
			$step = wp_insert_post(
				[
					'post_type'   => $type,
					'post_title'  => 'Store checkout',
					'post_status' => 'publish',
				]
			);
			$show( '' );
			self::assert_found( 'good', 'checkout block', $this->diagnose( 'checkout-page' ) );
			$show( $step );
			self::assert_found( 'info', "{$plugin} shows a checkout of its own", $this->diagnose( 'checkout-page' ) );
			self::assert_found( 'info', "{$plugin} builds the checkout", $this->diagnose( 'theme-templates' ) );
		} finally {
			unregister_post_type( $type );
		}
		// The plugin is no longer active.
		self::assert_found( 'good', 'checkout block', $this->diagnose( 'checkout-page' ) );
	}

	/** @return array<string, array{string, string, callable}> As CartFlows 3.1.2 and FunnelKit 3.16 keep it. */
	public function funnels(): array {
		$keep = static fn ( string $option, string $key ): callable => static fn ( mixed $step ) => update_option( $option, [ $key => $step ] );
		return [
			'CartFlows'                   => [ 'CartFlows', 'cartflows_step', $keep( '_cartflows_common', 'global_checkout' ) ],
			'FunnelKit'                   => [ 'FunnelKit', 'wfacp_checkout', $keep( '_wfacp_global_settings', 'override_checkout_page_id' ) ],
			'store checkout of FunnelKit' => [ 'FunnelKit', 'wfacp_checkout', static fn ( mixed $step ) => add_filter( 'wfacp_global_checkout_page_id', static fn (): mixed => $step ) ],
		];
	}

	public function test_an_unpublished_checkout_is_found_and_published(): void {
		wp_update_post(
			[
				'ID'          => wc_get_page_id( 'checkout' ),
				'post_status' => 'draft',
			]
		);
		$result = $this->diagnose( 'checkout-page' );
		self::assert_found( 'critical', 'not published', $result );
		self::assertSame( 'Publish the page', $result['fix_action']['label'] );
		self::assert_found( 'good', 'checkout block', $this->fix( 'checkout-page' ) );
	}

	public function test_a_missing_checkout_is_found_and_created(): void {
		$old = wc_get_page_id( 'checkout' );
		wp_delete_post( $old, true );
		$result = $this->diagnose( 'checkout-page' );
		self::assert_found( 'critical', 'no checkout page', $result );
		self::assertNotNull( $result['fix_action'] );
		self::assertSame( 'good', $this->fix( 'checkout-page' )['status'] );
		self::assertNotSame( $old, wc_get_page_id( 'checkout' ) );
	}

	/** @dataProvider closed_apis */
	public function test_a_rest_api_closed_to_visitors_is_found( int $status, string $body, string $words ): void {
		self::assert_found( 'unknown', 'cannot open its own pages', $this->diagnose( 'rest-api' ) );
		$this->server();
		self::assert_found( 'good', 'answers', $this->diagnose( 'rest-api' ) );
		$this->server()->answer( '/wp-json/', $status, [], $body );
		self::assert_found( 'critical', $words, $this->diagnose( 'rest-api' ) );
	}

	/** @return array<string, array{int, string, string}> */
	public function closed_apis(): array {
		return [
			'security plugin' => [ 401, '{"code":"rest_cannot_access"}', 'rest_cannot_access' ],
			'firewall'        => [ 403, '<h1>Forbidden</h1>', 'HTTP 403' ],
			'HTML'            => [ 200, '<h1>Welcome</h1>', 'not the API' ],
		];
	}

	public function test_a_policy_that_blocks_the_map_or_the_picker_is_found(): void {
		$server = $this->server();
		self::assert_found( 'good', 'no Content-Security-Policy', $this->diagnose( 'csp' ) );

		$server->answer( '/', 200, [ 'Content-Security-Policy' => "default-src 'self' 127.0.0.1:*" ] );
		self::assert_found( 'good', 'lets the picker work', $this->diagnose( 'csp' ) );

		$server->answer( '/', 200, [ 'Content-Security-Policy' => "default-src 'self' 127.0.0.1:*; worker-src 'none'" ] );
		self::assert_found( 'recommended', 'worker-src', $this->diagnose( 'csp' ) );

		$server->answer( '/', 200, [ 'Content-Security-Policy' => 'script-src https://cdn.example.com' ] );
		self::assert_found( 'critical', 'script-src-elem', $this->diagnose( 'csp' ) );

		$server->answer( '/', 200, [], '<meta http-equiv="Content-Security-Policy" content="connect-src &#039;none&#039;">' );
		self::assert_found( 'critical', 'connect-src', $this->diagnose( 'csp' ) );

		$server->answer( '/', 200, [ 'Content-Security-Policy-Report-Only' => "default-src 'none'" ] );
		self::assert_found( 'good', 'no Content-Security-Policy', $this->diagnose( 'csp' ) );
	}

	public function test_a_cached_checkout_is_found(): void {
		$server = $this->server();
		$server->answer( '/', 200, [ 'X-Cache' => 'MISS' ] );
		self::assert_found( 'good', 'No cache', $this->diagnose( 'page-cache' ) );
		$server->answer( '/', 200, [ 'CF-Cache-Status' => 'HIT' ] );
		self::assert_found( 'critical', 'cf-cache-status: HIT', $this->diagnose( 'page-cache' ) );
	}

	public function test_cache_plugins_are_understood_in_their_own_words(): void {
		$server = $this->server();
		foreach (
			[
				'SG-F-Cache'            => [ 'BYPASS', 'HIT' ],
				'X-Jetpack-Boost-Cache' => [ 'miss', 'hit' ],
				'X-WP-Super-Cache'      => [ '', 'Served supercache file from PHP' ],
				'WPO-Cache-Status'      => [ 'not cached', 'cached' ],
				'Hummingbird-Cache'     => [ '', 'Served' ],
			] as $name => [ $fresh, $cached ]
		) {
			$server->answer( '/', 200, [ $name => $fresh ] );
			self::assert_found( 'good', 'No cache', $this->diagnose( 'page-cache' ) );
			$server->answer( '/', 200, [ $name => $cached ] );
			self::assert_found( 'critical', strtolower( $name ) . ": {$cached}", $this->diagnose( 'page-cache' ) );
		}
	}

	public function test_an_object_cache_that_forgets_is_found(): void {
		self::assert_found( 'good', 'no object cache', $this->diagnose( 'object-cache' ) );
		wp_using_ext_object_cache( true );
		$working = $GLOBALS['wp_object_cache'];
		try {
			self::assert_found( 'good', 'works', $this->diagnose( 'object-cache' ) );
			// phpcs:ignore WordPress.WP.GlobalVariablesOverride
			$GLOBALS['wp_object_cache'] = new class() extends WP_Object_Cache {

				public function set( $key, $data, $group = 'default', $expire = 0 ) {
					return true;
				}
			};
			self::assert_found( 'recommended', 'loses', $this->diagnose( 'object-cache' ) );
		} finally {
			$GLOBALS['wp_object_cache'] = $working; // phpcs:ignore WordPress.WP.GlobalVariablesOverride
			wp_using_ext_object_cache( false );
		}
	}

	public function test_an_old_program_is_found(): void {
		self::assert_found( 'good', WC()->version, $this->diagnose( 'versions' ) );
		$version       = WC()->version;
		WC()->version = '9.8.1';
		try {
			self::assert_found( 'critical', 'WooCommerce 9.8.1', $this->diagnose( 'versions' ) );
		} finally {
			WC()->version = $version;
		}
	}

	public function test_carriers_that_need_a_telephone_number_are_named(): void {
		add_filter( 'sendcloud_service_points_carriers', static fn (): array => [ 'postnl' => 'PostNL' ] );
		self::assert_found( 'good', 'No carrier of this shop', $this->diagnose( 'telephone' ) );
		add_filter(
			'sendcloud_service_points_carriers',
			static fn ( array $carriers ): array => [
				...$carriers,
				'chronopost' => 'Chronopost',
			]
		);
		self::assert_found( 'good', 'Chronopost', $this->diagnose( 'telephone' ) );
		update_option( 'woocommerce_checkout_phone_field', 'hidden' );
		self::assert_found( 'info', 'It is shown all the same', $this->diagnose( 'telephone' ) );
		update_option( 'sendcloud_service_points_telephone', 'never' );
		self::assert_found( 'recommended', 'Orders are accepted without a telephone number', $this->diagnose( 'telephone' ) );
	}
}
