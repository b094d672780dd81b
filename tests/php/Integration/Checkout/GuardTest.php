<?php
/**
 * Every road round the validator: none leads to an order.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

final class GuardTest extends CheckoutTestCase {

	private const SESSION = 'sendcloud_service_points';

	/**
	 * Places an order by one of the two roads, and says why it was refused, or nothing.
	 *
	 * @param array<string, mixed> $fields Posted with the classic form only.
	 */
	private function order_by( string $road, string $country = 'FR', array $fields = [] ): string {
		if ( 'classic' === $road ) {
			$answer = $this->submit_form( $country, $fields );

			return 'success' === $answer['result'] ? '' : trim( wp_strip_all_tags( $answer['messages'] ) );
		}

		$response = $this->place_order( $country );

		return 200 === $response->get_status() ? '' : $response->get_data()['message'];
	}

	/** Puts a point into the session as it looked when it was chosen: good. */
	private function remember( int $id, string $post_number ): void {
		[ $country, $carrier, $shop_type ] = [
			self::BRUSSELS      => [ 'BE', 'bpost', 'servicepoint' ],
			self::BERLIN_HERMES => [ 'DE', 'hermes_de', 'servicepoint' ],
			self::PACKSTATION   => [ 'DE', 'dhl', 'locker' ],
		][ $id ] ?? [ 'FR', 'mondial_relay', 'servicepoint' ];

		WC()->session->set(
			self::SESSION,
			[
				'0' => [
					'service_point' => [
						'id'        => $id,
						'name'      => 'Once a point',
						'carrier'   => [ 'code' => $carrier ],
						'shop_type' => $shop_type,
						'address'   => [ 'country_code' => $country ],
					],
					'post_number'   => $post_number,
				],
			]
		);
	}

	public function roads(): array {
		return [
			'block checkout'   => [ 'store api' ],
			'classic checkout' => [ 'classic' ],
		];
	}

	/**
	 * @dataProvider roads
	 */
	public function test_refuses_an_order_without_a_point( string $road ): void {
		$this->shop();

		self::assertSame( 'Please choose a service point.', $this->order_by( $road ) );
		$this->assert_nothing_ordered();
	}

	/**
	 * @dataProvider roads
	 */
	public function test_places_the_order_with_a_point( string $road ): void {
		$this->shop();
		$this->select( self::PARIS );

		self::assertSame( '', $this->order_by( $road ) );
		self::assertSame( self::PARIS, sendcloud_service_points_get_order_points( $this->only_order() )[0]['service_point']['id'] );
	}

	/**
	 * @dataProvider roads
	 */
	public function test_a_free_order_needs_a_point_too( string $road ): void {
		add_filter( 'woocommerce_package_rates', [ $this, 'make_free' ] );
		$this->shop( 'FR', self::RELAY, 'sticker' );
		self::assertSame( 0.0, (float) WC()->cart->get_total( 'edit' ) );

		self::assertSame( 'Please choose a service point.', $this->order_by( $road ) );
		$this->assert_nothing_ordered();

		$this->select( self::PARIS );
		self::assertSame( '', $this->order_by( $road ) );
	}

	/**
	 * @param array<string, \WC_Shipping_Rate> $rates
	 * @return array<string, \WC_Shipping_Rate>
	 */
	public function make_free( array $rates ): array {
		foreach ( $rates as $rate ) {
			$rate->set_cost( '0' );
			$rate->set_taxes( [] );
		}

		return $rates;
	}

	/**
	 * @dataProvider roads
	 */
	public function test_another_method_needs_no_point( string $road ): void {
		$this->shop( 'FR', 'Home delivery' );

		self::assertSame( '', $this->order_by( $road ) );
		self::assertSame( [], sendcloud_service_points_get_order_points( $this->only_order() ) );
	}

	public function unfit_choices(): array {
		$choices = [
			'a point of another country'                 => [ 'FR', self::BRUSSELS, '', 'not in the country' ],
			'a point of a carrier the method has not'    => [ 'DE', self::BERLIN_HERMES, '', 'does not deliver to this service point' ],
			'a point the carrier has withdrawn'          => [ 'FR', self::EXPIRED, '', 'does not accept parcels' ],
			'a point that is full'                       => [ 'FR', self::UNAVAILABLE, '', 'does not accept parcels' ],
			'a point that is gone'                       => [ 'FR', self::MISSING, '', 'no longer exists' ],
			'a Packstation without a post number'        => [ 'DE', self::PACKSTATION, '', 'needs your DHL post number' ],
			'a Packstation with a post number too short' => [ 'DE', self::PACKSTATION, '123', '6 to 10 digits' ],
			'a Packstation with letters for a number'    => [ 'DE', self::PACKSTATION, 'ABCDEFGH', '6 to 10 digits' ],
		];
		$roads   = [];

		foreach ( $choices as $name => $choice ) {
			foreach ( $this->roads() as $road => $arguments ) {
				$roads[ "$name, $road" ] = [ ...$arguments, ...$choice ];
			}
		}

		return $roads;
	}

	/**
	 * Whatever got into the session, and however long ago.
	 *
	 * @dataProvider unfit_choices
	 */
	public function test_refuses_a_stored_choice_that_does_not_hold( string $road, string $country, int $id, string $post_number, string $message ): void {
		$this->shop( $country );
		$this->remember( $id, $post_number );

		self::assertStringContainsString( $message, $this->order_by( $road, $country ) );
		$this->assert_nothing_ordered();
	}

	/**
	 * @dataProvider unfit_choices
	 */
	public function test_refuses_to_take_the_choice( string $road, string $country, int $id, string $post_number, string $message ): void {
		if ( self::UNAVAILABLE === $id ) {
			$message = ''; // Carriers are asked when the order is placed, not on every click.
		}

		$this->shop( $country );

		if ( 'classic' === $road ) {
			$refusal = $this->order_by(
				$road,
				$country,
				[
					'sendcloud_service_point' => [ '0' => (string) $id ],
					'sendcloud_post_number'   => [ '0' => $post_number ],
				]
			);
			self::assertNotSame( '', $refusal );
			$this->assert_nothing_ordered();
		} else {
			$refusal = $this->select( $id, $post_number )->get_data()['message'] ?? '';
		}

		self::assertStringContainsString( $message, $refusal );
	}

	public function test_a_forged_point_in_the_form_is_looked_up_not_believed(): void {
		$this->shop();

		$answer = $this->submit_form(
			'FR',
			[
				'sendcloud_service_point' => [ '0' => (string) self::PARIS ],
				'_sendcloud_service_point_name' => 'My own address',
			]
		);

		self::assertSame( 'success', $answer['result'] );
		self::assertSame( 'Relais du Faubourg', sendcloud_service_points_get_order_points( $this->only_order() )[0]['service_point']['name'] );
	}

	/**
	 * @dataProvider roads
	 */
	public function test_nonsense_in_the_form_and_the_session_is_no_point( string $road ): void {
		$this->shop();

		foreach ( [ 'x', [ 'x' ], [ '0' => 'x' ], [ '0' => [ 'service_point' => [ 'id' => [] ] ] ] ] as $nonsense ) {
			WC()->session->set( self::SESSION, $nonsense );
			self::assertSame( 'Please choose a service point.', $this->order_by( $road, 'FR', [ 'sendcloud_service_point' => $nonsense ] ) );
		}

		$this->assert_nothing_ordered();
	}

	/**
	 * @dataProvider roads
	 */
	public function test_orders_with_a_point_chosen_before_sendcloud_went_down( string $road ): void {
		$this->shop();
		$this->select( self::PARIS );
		$this->sandbox( 'POST', '/_faults', [ 'fault' => 'server_error' ] );

		self::assertSame( '', $this->order_by( $road ) );
		self::assertSame( self::PARIS, sendcloud_service_points_get_order_points( $this->only_order() )[0]['service_point']['id'] );
	}

	/**
	 * @dataProvider roads
	 */
	public function test_a_country_changed_with_the_order_itself_is_noticed( string $road ): void {
		$this->shop();
		$this->select( self::PARIS );
		WC()->session->set( 'chosen_shipping_methods', [] );
		$this->ship_to( 'NL', '5611 EM', 'Eindhoven' );
		$this->choose( $this->rate( self::RELAY ) );

		self::assertStringContainsString( 'not in the country', $this->order_by( $road, 'NL' ) );
		$this->assert_nothing_ordered();
	}

	/**
	 * @dataProvider roads
	 */
	public function test_every_package_needs_its_own_point( string $road ): void {
		add_filter( 'woocommerce_cart_shipping_packages', [ $this, 'split' ] );
		$this->fill_cart( 'mug' );
		$this->fill_cart( 'lamp' );
		$this->ship_to( 'FR', '75010', 'Paris' );
		$this->choose( $this->rate( self::RELAY, 0 ), 0 );
		$this->choose( $this->rate( self::RELAY, 1 ), 1 );

		$this->select( self::PARIS, '', 0 );
		self::assertSame( 'Please choose a service point.', $this->order_by( $road ) );
		$this->assert_nothing_ordered();

		$this->select( self::PARIS_OTHER, '', 1 );
		self::assertSame( '', $this->order_by( $road ) );
		self::assertSame(
			[ self::PARIS, self::PARIS_OTHER ],
			array_map( static fn( array $selection ): int => $selection['service_point']['id'], sendcloud_service_points_get_order_points( $this->only_order() ) )
		);
	}

	/**
	 * @dataProvider roads
	 */
	public function test_a_package_sent_home_beside_one_to_a_point_keeps_its_line_clean( string $road ): void {
		add_filter( 'woocommerce_cart_shipping_packages', [ $this, 'split' ] );
		$this->fill_cart( 'mug' );
		$this->fill_cart( 'lamp' );
		$this->ship_to( 'FR', '75010', 'Paris' );
		$this->choose( $this->rate( 'Home delivery', 0 ), 0 );
		$this->choose( $this->rate( self::RELAY, 1 ), 1 );
		$this->select( self::PARIS, '', 1 );

		self::assertSame( '', $this->order_by( $road ) );

		$lines = array_values( $this->only_order()->get_items( 'shipping' ) );
		self::assertSame( '', $lines[0]->get_meta( '_sendcloud_service_point' ) );
		self::assertSame( self::PARIS, $lines[1]->get_meta( '_sendcloud_service_point' )['service_point']['id'] );
		self::assertSame( (string) self::PARIS, $this->only_order()->get_meta( '_sendcloud_service_point_id' ) );
	}

	/**
	 * @param list<array<string, mixed>> $packages
	 * @return list<array<string, mixed>>
	 */
	public function split( array $packages ): array {
		return array_map(
			static fn( array $item, string $key ): array => array_replace(
				$packages[0],
				[
					'contents'      => [ $key => $item ],
					'contents_cost' => $item['line_total'],
				]
			),
			$packages[0]['contents'],
			array_keys( $packages[0]['contents'] )
		);
	}

	/**
	 * @dataProvider roads
	 */
	public function test_a_retry_after_a_failed_payment_takes_the_new_point( string $road ): void {
		$this->shop();
		$this->select( self::PARIS );

		$fail = static fn() => throw new \Exception( 'The card was declined.' );
		add_filter( 'woocommerce_cod_process_payment_order_status', $fail );
		self::assertStringContainsString( 'declined', $this->order_by( $road ) );
		self::assertFalse( WC()->cart->is_empty() );

		remove_filter( 'woocommerce_cod_process_payment_order_status', $fail );
		$this->select( self::PARIS_OTHER );
		self::assertSame( '', $this->order_by( $road ) );

		$order = $this->only_order();
		$lines = array_values( $order->get_items( 'shipping' ) );
		self::assertCount( 1, $lines );
		self::assertSame( self::PARIS_OTHER, $lines[0]->get_meta( '_sendcloud_service_point' )['service_point']['id'] );
		self::assertSame( (string) self::PARIS_OTHER, $order->get_meta( '_sendcloud_service_point_id' ) );
		self::assertSame( (string) self::PARIS_OTHER, json_decode( $order->get_meta( 'sendcloudshipping_v2_service_point' ), true )['id'] );
	}

	/**
	 * @dataProvider roads
	 */
	public function test_a_retry_with_another_method_takes_the_point_away( string $road ): void {
		$this->shop();
		$this->select( self::PARIS );

		$fail = static fn() => throw new \Exception( 'The card was declined.' );
		add_filter( 'woocommerce_cod_process_payment_order_status', $fail );
		$this->order_by( $road );
		remove_filter( 'woocommerce_cod_process_payment_order_status', $fail );

		$this->choose( $this->rate( 'Home delivery' ) );
		self::assertSame( '', $this->order_by( $road ) );

		$orders = wc_get_orders( [ 'status' => 'processing' ] );
		self::assertCount( 1, $orders );
		$keys = array_map( static fn( \WC_Meta_Data $meta ): string => $meta->key, $orders[0]->get_meta_data() );
		self::assertSame( [], preg_grep( '/sendcloud/', $keys ) );
	}

	/**
	 * @dataProvider roads
	 */
	public function test_the_choice_is_forgotten_with_the_cart( string $road ): void {
		$this->shop();
		$this->select( self::PARIS );
		self::assertSame( '', $this->order_by( $road ) );

		$this->shop();
		self::assertSame( 'Please choose a service point.', $this->order_by( $road ) );
	}

	public function test_software_that_creates_orders_without_validating_them_cannot_either(): void {
		$this->shop();

		$order = WC()->checkout()->create_order( [ 'payment_method' => 'cod' ] );

		self::assertInstanceOf( \WP_Error::class, $order );
		self::assertSame( 'Please choose a service point.', $order->get_error_message() );
	}

	public function test_an_order_made_in_the_admin_can_be_paid_without_a_point(): void {
		$order = wc_create_order( [ 'status' => 'pending' ] );
		$order->add_product( $this->product(), 1 );
		$line = new \WC_Order_Item_Shipping();
		$line->set_method_id( self::RELAY );
		$order->add_item( $line );
		$order->set_address( $this->address( 'FR' ) + [ 'email' => 'robin@example.com' ], 'billing' );
		$order->set_address( $this->address( 'FR' ), 'shipping' );
		$order->calculate_totals();
		$order->save();
		// The shopper has a cart, too.
		$this->shop();

		$response = $this->store_api(
			'POST',
			'checkout/' . $order->get_id(),
			[
				'key'              => $order->get_order_key(),
				'billing_email'    => 'robin@example.com',
				'billing_address'  => $this->address( 'FR' ) + [ 'email' => 'robin@example.com' ],
				'shipping_address' => $this->address( 'FR' ),
				'payment_method'   => 'cod',
			]
		);

		self::assertSame( 200, $response->get_status(), (string) ( $response->get_data()['message'] ?? '' ) );
	}

	public function test_an_order_id_in_the_body_is_no_way_past(): void {
		$this->shop();

		$response = $this->store_api(
			'POST',
			'checkout',
			[
				'id'               => 1,
				'billing_address'  => $this->address( 'FR' ) + [ 'email' => 'robin@example.com' ],
				'shipping_address' => $this->address( 'FR' ),
				'payment_method'   => 'cod',
			]
		);

		self::assertSame( 400, $response->get_status() );
		self::assertSame( 'sendcloud_service_points_missing', $response->get_data()['code'] );
		$this->assert_nothing_ordered();
	}

	public function test_the_block_checkout_learns_what_to_show_where(): void {
		$this->shop();

		$answer = $this->place_order()->get_data();

		self::assertSame( 'sendcloud_service_points_missing', $answer['code'] );
		self::assertSame( 'wc/checkout/shipping-methods', $answer['data']['context'] );
	}

	public function test_saving_a_draft_needs_no_point(): void {
		$this->shop();

		$response = $this->store_api( 'PUT', 'checkout', [ 'payment_method' => 'cod' ] );

		self::assertSame( 200, $response->get_status() );
	}
}
