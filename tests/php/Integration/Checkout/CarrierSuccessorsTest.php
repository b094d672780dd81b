<?php
/**
 * Asked for the points of some carriers, Sendcloud also answers with those of their successors and partners: what is offered can be ordered to.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

use SendcloudServicePoints\Shipping\LimitSetting;
use SendcloudServicePoints\Tests\Integration\SandboxRequests;
use WC_Order;
use WC_Order_Item_Shipping;

final class CarrierSuccessorsTest extends GuardTestCase {

	use SandboxRequests;

	/** Of Relais National, which took the place of Relais Colis. */
	private const SUPERSEDED = 1000021;

	protected function setUp(): void {
		parent::setUp();
		$this->forget_answers();
		$this->reset_sandbox();
	}

	/** @dataProvider roads */
	public function test_a_point_of_the_successor_is_offered_chosen_and_ordered_to( string $road ): void {
		$this->shop_with_carriers( 'relais_colis' );
		self::assertContains( self::SUPERSEDED, $this->offered( [ 'carriers' => 'relais_colis' ] ) );
		$this->extension( $this->select( self::SUPERSEDED ) );

		$this->sandbox( 'DELETE', '/_requests' );
		self::assertSame( self::SUPERSEDED, $this->extension( $this->store_api( 'GET', 'cart' ) )['packages']['0']['selection']['service_point']['id'] );
		self::assertSame( [], $this->requests(), 'To look at a cart, nobody is asked.' );

		self::assertSame( '', $this->order_by( $road ) );
		$point = sendcloud_service_points_get_order_points( $this->only_order() )[0];
		self::assertSame( 'relais_national', $point['service_point']['carrier']['code'] );
		self::assertSame( [ 'service_point', 'post_number' ], array_keys( $point ) );
	}

	/** @dataProvider roads */
	public function test_a_point_of_a_network_that_serves_the_carrier_in_one_country_is_ordered_to( string $road ): void {
		$this->shop( 'BE' );
		$this->extension( $this->select( self::BRUSSELS ) );
		self::assertSame( '', $this->order_by( $road, 'BE' ) );
	}

	public function test_a_point_that_no_question_about_the_carriers_brings_is_refused(): void {
		$this->shop_with_carriers( 'relais_colis' );
		self::assertSame( 'sendcloud_service_points_other_carrier', $this->select( self::PARIS )->get_data()['code'] );
		// Nor where Sendcloud has never heard of them.
		$this->limit_to( 'nobody_express' );
		self::assertSame( 'sendcloud_service_points_other_carrier', $this->select( self::PARIS )->get_data()['code'] );
	}

	public function test_when_sendcloud_does_not_say_the_point_is_not_taken_and_the_shopper_can_try_again(): void {
		$this->shop_with_carriers( 'relais_colis' );
		$this->fault(
			[
				'fault' => 'server_error',
				'path'  => 'carrier_service_point_id',
				'times' => 1,
			]
		);
		self::assertSame( 503, $this->select( self::SUPERSEDED )->get_status() );
		$this->extension( $this->select( self::SUPERSEDED ) );
	}

	public function test_an_answer_about_some_carriers_says_nothing_about_others(): void {
		$this->shop_with_carriers( 'relais_colis' );
		$this->extension( $this->select( self::SUPERSEDED ) );

		$this->limit_to( 'chronopost' );
		$package = $this->extension( $this->store_api( 'GET', 'cart' ) )['packages']['0'];
		self::assertNull( $package['selection'] );
		self::assertStringContainsString( 'does not deliver to this service point', $package['reason'] );

		$this->limit_to( 'chronopost', 'relais_colis' );
		self::assertSame( self::SUPERSEDED, $this->extension( $this->store_api( 'GET', 'cart' ) )['packages']['0']['selection']['service_point']['id'] );
	}

	public function test_a_parcel_too_much_for_a_carrier_is_too_much_for_its_successor(): void {
		$this->shop();
		$this->extension( $this->select( self::SUPERSEDED ) );
		add_filter( 'sendcloud_service_points_limits', static fn (): array => LimitSetting::parse( 'relais_colis: 0.001 kg' ) );

		$offered = $this->offered( [ 'without_carriers' => 'relais_colis' ] );
		self::assertContains( self::PARIS, $offered );
		self::assertNotContains( self::SUPERSEDED, $offered );
		self::assertSame( 'sendcloud_service_points_too_large', $this->place_order()->get_data()['code'] );
		self::assertSame( 'sendcloud_service_points_too_large', $this->select( self::SUPERSEDED )->get_data()['code'] );
		$this->assert_nothing_ordered();
	}

	public function test_api_v2_is_asked_the_same_by_the_place_of_the_point(): void {
		update_option( 'sendcloud_service_points_api_version', 'v2' );
		$this->shop_with_carriers( 'relais_colis' );
		$this->extension( $this->select( self::SUPERSEDED ) );
		self::assertSame( 'sendcloud_service_points_other_carrier', $this->select( self::PARIS )->get_data()['code'] );
	}

	public function test_the_merchant_can_choose_it_for_an_order(): void {
		$this->shop_with_carriers( 'relais_colis' );
		$rate  = $this->rate( self::RELAY );
		$order = new WC_Order();
		$line  = new WC_Order_Item_Shipping();
		$line->set_method_id( $rate->get_method_id() );
		$line->set_instance_id( $rate->get_instance_id() );
		$order->add_item( $line );
		$order->set_address( $this->address( 'FR' ), 'billing' );
		$order->save();
		wp_set_current_user( 1 );

		$route = "/sendcloud-service-points/v1/orders/{$order->get_id()}/service-point";
		self::assertSame( 200, $this->rest( 'POST', $route, [ 'service_point_id' => self::SUPERSEDED ] )->get_status() );
		self::assertSame( 400, $this->rest( 'POST', $route, [ 'service_point_id' => self::PARIS ] )->get_status() );
	}

	private function shop_with_carriers( string ...$carriers ): void {
		$this->shop();
		$this->limit_to( ...$carriers );
	}

	private function limit_to( string ...$carriers ): void {
		$option = 'sendcloudshipping_v2_service_point_v2_shipping_method_' . $this->rate( self::RELAY )->get_instance_id() . '_settings';
		update_option( $option, [ 'carrier_select_v2' => $carriers ] + (array) get_option( $option ) );
	}

	/**
	 * @param array<string, string> $arguments
	 * @return list<int>
	 */
	private function offered( array $arguments ): array {
		$answer = $this->rest(
			'GET',
			'/sendcloud-service-points/v1/service-points',
			$arguments + [
				'country' => 'FR',
				'address' => '75010 Paris',
				'limit'   => 200,
			]
		);
		self::assertSame( 200, $answer->get_status() );
		return array_column( json_decode( (string) wp_json_encode( $answer->get_data() ), true )['service_points'], 'id' );
	}
}
