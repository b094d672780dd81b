<?php
/**
 * Beside Sendcloud's own plugin, its real code running.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Official;

use SCCSP\SendCloud\Connected\Shipping\Repositories\SCCSP_Order_Repository;
use SCCSP\SendCloud\Connected\Shipping\ServicePoint\Checkout\SCCSP_Checkout_Handler;
use SCCSP\SendCloud\Connected\Shipping\Services\SCCSP_Config_Service;
use SendcloudServicePoints\SendcloudPlugins\CompanionMode;
use SendcloudServicePoints\Support\OfficialPlugin;
use WC_Order;

/** @group beside-official */
final class CompanionTest extends CompanionTestCase {

	private const META = 'sendcloudshipping_v2_service_point';

	/** Dies of a list for a word when the official plugin shows it. */
	private const POISON = '{"id":"1000010","toPostalCode":"","name":"Relais du Faubourg","street":"Rue du Faubourg","city":"Paris","postal_code":"75010","house_number":[]}';

	protected function setUp(): void {
		parent::setUp();
		self::assertTrue( class_exists( 'SCCSP\SendCloud\Connected\Shipping\SCCSP_Sendcloud', false ), 'The official plugin runs.' );
	}

	public function test_its_checkout_and_display_have_left_and_its_connection_stays(): void {
		self::assertSame( [], preg_grep( '/^woocommerce_(shipping_instance_form_fields|update_options)/', $this->hooks_of( 'SCCSP\SendCloud\Connected\Shipping\ServicePoint' ), PREG_GREP_INVERT ) );
		self::assertArrayHasKey( '/wc-sendcloudshipping/v2/service_point', rest_get_server()->get_routes() );
		self::assertCount( 1, rest_get_server()->get_routes()['/wc-sendcloudshipping/v2/statuses'], 'Only its own route.' );
	}

	public function test_its_method_answers_for_its_id_and_its_carriers_are_honoured(): void {
		$this->fill_cart();
		$this->ship_to( 'NL', '5611 EM', 'Eindhoven' );

		$class = WC()->shipping()->get_shipping_method_class_names()[ self::RELAY ];

		self::assertStringStartsWith( 'SCCSP\\', ltrim( is_object( $class ) ? get_class( $class ) : $class, '\\' ) );
		self::assertSame( 4.5, (float) $this->rate( self::RELAY )->get_cost() );
		$rules = $this->extension( $this->store_api( 'GET', 'cart' ) )['packages']['0']['rules'];
		self::assertSame( [ 'postnl', 'dhl' ], array_values( $rules )[0]['carriers'] );
	}

	public function test_ours_does_not_stand_in_while_service_points_are_off(): void {
		( new SCCSP_Config_Service() )->set_service_point_script( '' );

		self::assertArrayNotHasKey( self::RELAY, apply_filters( 'woocommerce_shipping_methods', [] ) );
	}

	public function test_the_block_checkout_writes_what_it_would_have_written(): void {
		$this->shop();
		self::assertSame( 400, $this->place_order()->get_status(), 'Ours asks for a point.' );
		$this->extension( $this->select( self::QUOTED_NAME ) );
		$order = $this->placed( $this->place_order() );

		$this->assert_written( $order );
	}

	public function test_the_classic_checkout_writes_what_it_would_have_written(): void {
		$this->shop();
		$this->extension( $this->select( self::QUOTED_NAME ) );

		self::assertSame( 'success', $this->submit_form()['result'] );
		$this->assert_written( $this->only_order() );
	}

	private function assert_written( WC_Order $order ): void {
		self::assertSame(
			'{"id":"1000012","toPostalCode":"","name":"Tabac \"Le Balto\"","street":"Boulevard de Strasbourg","city":"Paris","postal_code":"75010","house_number":"12 bis"}',
			$order->get_meta( self::META )
		);
		$read = ( new SCCSP_Order_Repository() )->get_service_point_meta( $order->get_id() );
		self::assertSame( 'Tabac "Le Balto" | Boulevard de Strasbourg 12 bis | 75010 Paris', $read->get_address_formatted() );
	}

	public function test_a_poisoned_order_opens_everywhere_and_shows_its_point_once(): void {
		$order = wc_create_order();
		$order->update_meta_data( self::META, self::POISON );
		$order->save();

		foreach ( $this->printed( $order ) as $place => $html ) {
			self::assertSame( 1, substr_count( $html, 'Relais du Faubourg' ), $place );
		}
	}

	public function test_beside_dynamic_checkout_only_the_display_leaves(): void {
		update_option( 'active_plugins', [ ...get_option( 'active_plugins' ), 'sendcloud-dynamic-checkout/plugin.php' ] );
		$handler = new SCCSP_Checkout_Handler();
		$handler->init();

		( new CompanionMode( new OfficialPlugin() ) )->detach();

		self::assertFalse( has_action( 'woocommerce_thankyou', [ $handler, 'add_service_point_info' ] ) );
		self::assertSame( 10, has_action( 'woocommerce_checkout_process', [ $handler, 'add_notice_if_service_point_not_chosen' ] ) );
	}
}
