<?php
/**
 * What Sendcloud's "WooCommerce V2" integration tells a shop without Sendcloud's own plugin.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Official;

use SendcloudServicePoints\Sendcloud\Carriers;
use SendcloudServicePoints\SendcloudPlugins\Connection\ConnectionNotices;
use SendcloudServicePoints\Tests\Integration\Checkout\CheckoutTestCase;
use WC_Shipping_Zone;
use WC_Shipping_Zones;
use WC_Webhook;
use WP_REST_Response;

final class ConnectionRoutesTest extends CheckoutTestCase {

	private const ON = [
		'script_url' => 'https://embed.example.com/spp.js?integration=1',
		'carriers'   => [
			'dhl' => 'DHL Parcel',
			'acme' => 'Acme Post',
		],
	];

	protected function setUp(): void {
		parent::setUp();
		wp_set_current_user( 1 );
	}

	/** @param array<string, mixed> $params */
	private function call( string $method, string $path, array $params = [] ): WP_REST_Response {
		return $this->rest( $method, "/wc-sendcloudshipping/v2/$path", $params );
	}

	/** @return list<string> Ids of the methods of a zone. */
	private function methods( int $zone ): array {
		return array_column( ( new WC_Shipping_Zone( $zone ) )->get_shipping_methods(), 'id' );
	}

	private function new_zone(): int {
		$zone = new WC_Shipping_Zone();
		$zone->set_zone_name( 'Austria' );
		$zone->add_location( 'AT', 'country' );
		$zone->save();
		return $zone->get_id();
	}

	/** @return array<string, array{string, string}> */
	public function routes(): array {
		return [
			'service points on'  => [ 'POST', 'service_point' ],
			'carriers'           => [ 'PUT', 'service_point' ],
			'carriers, patched'  => [ 'PATCH', 'service_point' ],
			'service points off' => [ 'DELETE', 'service_point' ],
			'connected'          => [ 'POST', 'integration' ],
			'disconnected'       => [ 'DELETE', 'integration' ],
			'statuses'           => [ 'GET', 'statuses' ],
		];
	}

	/** @dataProvider routes */
	public function test_only_who_manages_the_shop_may_call( string $method, string $path ): void {
		foreach ( [
			0 => 401,
			get_user_by( 'login', 'customer' )->ID => 403,
		] as $user => $status ) {
			wp_set_current_user( $user );
			self::assertSame( $status, $this->call( $method, $path, self::ON + [ 'integration_id' => 1 ] )->get_status() );
		}
		self::assertFalse( get_option( 'sendcloud_service_points_connection' ) );
	}

	/** @dataProvider routes */
	public function test_a_payload_that_lacks_its_fields_is_refused( string $method, string $path ): void {
		$answer = $this->call( $method, $path );

		if ( 'GET' === $method || 'DELETE service_point' === "$method $path" ) {
			self::assertSame( 200, $answer->get_status() );
		} else {
			self::assertSame( [ 400, 'sc-invalid-payload' ], [ $answer->get_status(), $answer->get_data()['code'] ] );
		}
	}

	public function test_statuses_are_woocommerces(): void {
		self::assertSame( [ 'statuses' => wc_get_order_statuses() ], $this->call( 'GET', 'statuses' )->get_data() );
	}

	public function test_switching_on_gives_each_zone_that_lacks_it_one_method_and_never_a_second(): void {
		$zone   = $this->new_zone();
		$before = array_map( fn ( array $data ): array => $this->methods( (int) $data['zone_id'] ), WC_Shipping_Zones::get_zones() );
		unset( $before[ $zone ] );

		self::assertSame( 200, $this->call( 'POST', 'service_point', self::ON )->get_status() );
		self::assertSame( 200, $this->call( 'POST', 'service_point', self::ON )->get_status() );

		self::assertSame( [ self::RELAY ], $this->methods( $zone ) );
		foreach ( $before as $id => $methods ) {
			self::assertSame( $methods, $this->methods( $id ), 'Zones with a relay method, whichever, stay as they are.' );
		}
		self::assertSame( [ 'flat_rate' ], $this->methods( 0 ) );

		( new WC_Shipping_Zone( $zone ) )->delete_shipping_method( (int) array_key_first( ( new WC_Shipping_Zone( $zone ) )->get_shipping_methods() ) );
		$this->call( 'POST', 'service_point', self::ON );
		self::assertSame( [], $this->methods( $zone ), 'What the merchant deleted stays deleted.' );
	}

	public function test_the_merchant_can_be_asked_first(): void {
		update_option( 'sendcloud_service_points_create_methods', 'ask' );
		$zone = $this->new_zone();

		$this->call( 'POST', 'service_point', self::ON );

		self::assertSame( [], $this->methods( $zone ) );
		$html = $this->notices();
		self::assertStringContainsString( 'shipping zones: Austria?', $html );
		self::assertStringContainsString( 'form="sendcloud_service_points_create_methods_form"', $html );

		( new WC_Shipping_Zone( $zone ) )->add_shipping_method( self::RELAY );
		self::assertSame( '', $this->notices(), 'The merchant has added it without being asked.' );
	}

	private function notices(): string {
		ob_start();
		foreach ( array_merge( ...$GLOBALS['wp_filter']['admin_notices']->callbacks ) as $callback ) {
			if ( is_array( $callback['function'] ) && $callback['function'][0] instanceof ConnectionNotices ) {
				( $callback['function'] )();
			}
		}
		return (string) ob_get_clean();
	}

	public function test_switching_off_hides_the_method_and_switching_on_shows_it_as_it_was(): void {
		$this->fill_cart();
		$this->ship_to( 'FR', '75010', 'Paris' );
		$before = $this->rate( self::RELAY );

		$this->call( 'DELETE', 'service_point' );
		WC()->session->set( 'shipping_for_package_0', null );
		self::assertNotContains( self::RELAY, array_map( static fn ( $rate ) => $rate->get_method_id(), $this->rates() ) );
		self::assertIsArray( get_option( 'sendcloudshipping_v2_' . self::RELAY . '_' . $before->get_instance_id() . '_settings' ) );

		$this->call( 'POST', 'service_point', self::ON );
		// WooCommerce dates its cache of rates by the second, and this test takes less.
		WC()->session->set( 'shipping_for_package_0', null );
		self::assertSame( [ $before->get_id(), $before->get_cost() ], [ $this->rate( self::RELAY )->get_id(), $this->rate( self::RELAY )->get_cost() ] );
	}

	public function test_carriers_become_those_a_merchant_can_choose_and_the_script_is_never_loaded(): void {
		$this->call( 'POST', 'service_point', self::ON );
		self::assertSame( self::ON['carriers'], Carriers::labels() );

		$this->call( 'PATCH', 'service_point', [ 'carriers' => [ 'postnl', 'acme_post' ] ] );
		self::assertSame(
			[
				'postnl' => 'PostNL',
				'acme_post' => 'Acme Post',
			],
			Carriers::labels()
		);

		self::assertSame( self::ON['script_url'], get_option( 'sendcloud_service_points_connection' )['script_url'] );
		do_action( 'woocommerce_before_checkout_form', WC()->checkout() );
		self::assertStringNotContainsString( 'embed.example.com', (string) wp_json_encode( wp_scripts()->registered ) );
	}

	public function test_disconnecting_takes_sendclouds_webhooks_and_nobody_elses(): void {
		$ids = [];
		foreach ( [ 'Sendcloud order updated', 'Bookkeeping' ] as $name ) {
			$webhook = new WC_Webhook();
			$webhook->set_name( $name );
			$webhook->set_topic( 'order.updated' );
			$webhook->set_delivery_url( 'https://example.com/' );
			$ids[ $name ] = $webhook->save();
		}
		$this->call( 'POST', 'integration', [ 'integration_id' => 7 ] );

		$this->call( 'DELETE', 'integration', [ 'integration_id' => 6 ] );
		self::assertNotNull( wc_get_webhook( $ids['Sendcloud order updated'] ), 'An earlier integration ended.' );

		self::assertSame( [ 'message' => 'Integration disconnected' ], $this->call( 'DELETE', 'integration', [ 'integration_id' => 7 ] )->get_data() );
		self::assertNull( wc_get_webhook( $ids['Sendcloud order updated'] ) );
		self::assertNotNull( wc_get_webhook( $ids['Bookkeeping'] ) );
	}
}
