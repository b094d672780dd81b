<?php
/**
 * What the block checkout reads and writes.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

final class StoreApiTest extends CheckoutTestCase {

	public function test_the_cart_names_the_rates_that_need_a_point_and_their_carriers(): void {
		$this->shop( 'NL' );
		$rate = $this->rate( self::RELAY );

		$data = $this->extension( $this->store_api( 'GET', 'cart' ) );

		$expected = [
			'carriers'           => [ 'postnl', 'dhl' ],
			'without_carriers'   => [],
			'without_shop_types' => [],
			'hint'               => '',
		];
		self::assertSame( [ $rate->get_id() => $expected ], $data['packages']['0']['rules'] );
	}

	public function test_nothing_chosen_is_empty_objects_not_lists(): void {
		$this->fill_cart( 'e-book' );

		$json = (string) wp_json_encode( $this->store_api( 'GET', 'cart' )->get_data() );

		self::assertStringContainsString( '"sendcloud-service-points":{"packages":{}}', $json );
	}

	public function test_a_choice_is_answered_with_the_point_and_kept(): void {
		$this->shop();

		$answer = $this->extension( $this->select( self::PARIS ) );

		self::assertSame( 'Relais du Faubourg', $answer['packages']['0']['selection']['service_point']['name'] );
		self::assertSame( 'mondial_relay', $answer['packages']['0']['selection']['service_point']['carrier']['code'] );
		self::assertSame( '75010', $answer['packages']['0']['selection']['service_point']['address']['postal_code'] );
		self::assertSame( '', $answer['packages']['0']['selection']['post_number'] );
		self::assertSame( $answer, $this->extension( $this->store_api( 'GET', 'cart' ) ) );
	}

	public function test_a_package_of_a_single_choice_is_a_key_not_a_list(): void {
		$this->shop();

		$json = (string) wp_json_encode( $this->select( self::PARIS )->get_data() );

		self::assertStringContainsString( '"packages":{"0":{"rules":{"', $json );
	}

	public function test_a_choice_chooses_the_rate_that_the_shopper_saw(): void {
		$this->shop();
		$relay = $this->rate( self::RELAY )->get_id();
		$this->choose( $this->rate( 'Home delivery' ) );

		$answer = $this->select( self::PARIS, rate_id: $relay )->get_data();

		$rates = array_column( $answer['shipping_rates'][0]['shipping_rates'], 'selected', 'rate_id' );
		self::assertTrue( $rates[ $relay ] );
		self::assertSame( $this->rate( self::RELAY )->get_cost() * 100, (float) $answer['totals']->total_shipping );
	}

	public function test_a_choice_that_is_refused_leaves_the_rate(): void {
		$this->shop();
		$home = $this->rate( 'Home delivery' );
		$this->choose( $home );

		self::assertSame( 400, $this->select( 999999999, rate_id: $this->rate( self::RELAY )->get_id() )->get_status() );

		self::assertSame( [ $home->get_id() ], array_values( WC()->session->get( 'chosen_shipping_methods' ) ) );
	}

	public function test_a_choice_for_a_rate_that_needs_no_point_leaves_the_rate(): void {
		$this->shop();
		$home = $this->rate( 'Home delivery' )->get_id();
		$this->choose( $this->rate( self::RELAY ) );

		self::assertSame( self::PARIS, $this->extension( $this->select( self::PARIS, rate_id: $home ) )['packages']['0']['selection']['service_point']['id'] );
		self::assertNotContains( $home, WC()->session->get( 'chosen_shipping_methods' ) );
	}

	public function test_a_post_number_is_kept_without_the_spaces_people_type(): void {
		$this->shop( 'DE' );

		$answer = $this->extension( $this->select( self::PACKSTATION, '1234 5678' ) );

		self::assertSame( '12345678', $answer['packages']['0']['selection']['post_number'] );
	}

	public function test_a_post_number_is_dropped_where_the_point_has_no_use_for_it(): void {
		$this->shop();

		self::assertSame( '', $this->extension( $this->select( self::PARIS, '12345678' ) )['packages']['0']['selection']['post_number'] );
	}

	public function test_clearing_takes_the_choice_away(): void {
		$this->shop();
		$this->select( self::PARIS );

		$answer = $this->store_api(
			'POST',
			'cart/extensions',
			[
				'namespace' => 'sendcloud-service-points',
				'data'      => [
					'action'     => 'clear',
					'package_id' => 0,
				],
			]
		);

		self::assertNull( $this->extension( $answer )['packages']['0']['selection'] );
	}

	public function test_the_choice_survives_a_visit_to_another_method(): void {
		$this->shop();
		$this->select( self::PARIS );

		$this->choose( $this->rate( 'Home delivery' ) );
		$this->choose( $this->rate( self::RELAY ) );

		self::assertSame( self::PARIS, $this->extension( $this->store_api( 'GET', 'cart' ) )['packages']['0']['selection']['service_point']['id'] );
	}

	public function test_the_choice_survives_another_street_in_the_same_country(): void {
		$this->shop();
		$this->select( self::PARIS );

		$this->ship_to( 'FR', '69001', 'Lyon' );

		self::assertSame( self::PARIS, $this->extension( $this->store_api( 'GET', 'cart' ) )['packages']['0']['selection']['service_point']['id'] );
	}

	public function test_in_another_country_the_choice_is_hidden_with_a_reason_and_comes_back_with_the_old_one(): void {
		$this->shop();
		$this->select( self::PARIS );

		$this->ship_to( 'NL', '5611 EM', 'Eindhoven' );
		$this->choose( $this->rate( self::RELAY ) );
		$abroad = $this->extension( $this->store_api( 'GET', 'cart' ) );
		self::assertNull( $abroad['packages']['0']['selection'] );
		self::assertStringContainsString( 'not in the country', $abroad['packages']['0']['reason'] );

		$this->ship_to( 'FR', '75010', 'Paris' );
		$this->choose( $this->rate( self::RELAY ) );
		$home = $this->extension( $this->store_api( 'GET', 'cart' ) );
		self::assertSame( self::PARIS, $home['packages']['0']['selection']['service_point']['id'] );
		self::assertSame( '', $home['packages']['0']['reason'] );
	}

	public function test_the_point_may_be_known_before_the_method_is(): void {
		$this->shop( 'FR', 'Home delivery' );

		self::assertSame( 200, $this->select( self::PARIS )->get_status() );
	}

	public function test_a_cart_without_a_relay_rate_takes_no_point(): void {
		$this->fill_cart();
		$this->ship_to( 'US', '10001', 'New York' );

		$answer = $this->select( self::PARIS );

		self::assertSame( 400, $answer->get_status() );
		self::assertSame( 'sendcloud_service_points_not_needed', $answer->get_data()['code'] );
	}

	public function broken_updates(): array {
		return [
			'no action'           => [ [ 'package_id' => '0' ] ],
			'an unknown action'   => [
				[
					'action' => 'delete',
					'package_id' => '0',
				],
			],
			'no package'          => [
				[
					'action' => 'select',
					'service_point_id' => 1000010,
				],
			],
			'no point'            => [
				[
					'action' => 'select',
					'package_id' => '0',
				],
			],
			'a point of no kind'  => [
				[
					'action' => 'select',
					'package_id' => '0',
					'service_point_id' => 'x',
				],
			],
			'a negative point'    => [
				[
					'action' => 'select',
					'package_id' => '0',
					'service_point_id' => -1,
				],
			],
			'a list for a number' => [
				[
					'action' => 'select',
					'package_id' => '0',
					'service_point_id' => 1000010,
					'post_number' => [ '1' ],
				],
			],
			'an endless number'   => [
				[
					'action' => 'select',
					'package_id' => '0',
					'service_point_id' => 1000010,
					'post_number' => str_repeat( '1', 1000 ),
				],
			],
		];
	}

	/** @dataProvider broken_updates */
	public function test_refuses_what_is_no_update( array $data ): void {
		$this->shop();

		$answer = $this->store_api(
			'POST',
			'cart/extensions',
			[
				'namespace' => 'sendcloud-service-points',
				'data'      => $data,
			]
		);

		self::assertSame( 400, $answer->get_status() );
		self::assertSame( 'rest_invalid_param', $answer->get_data()['code'] );
	}

	public function test_says_so_when_sendcloud_does_not_answer(): void {
		$this->shop();
		$this->sandbox( 'POST', '/_faults', [ 'fault' => 'server_error' ] );

		$answer = $this->select( self::PARIS );

		self::assertSame( 503, $answer->get_status() );
		self::assertSame( 'sendcloud_service_points_unreachable', $answer->get_data()['code'] );
	}

	public function test_a_refused_choice_leaves_the_earlier_one(): void {
		$this->shop();
		$this->select( self::PARIS );

		$this->select( self::BRUSSELS );

		self::assertSame( self::PARIS, $this->extension( $this->store_api( 'GET', 'cart' ) )['packages']['0']['selection']['service_point']['id'] );
	}

	public function test_tells_other_plugins_of_a_choice(): void {
		$heard = [];
		add_action(
			'sendcloud_service_points_selected',
			static function ( $selection, $package_id ) use ( &$heard ): void {
				$heard[] = [ $package_id, $selection->service_point->id ];
			},
			10,
			2
		);
		$this->shop();

		$this->select( self::PARIS );

		self::assertSame( [ [ '0', self::PARIS ] ], $heard );
	}
}
