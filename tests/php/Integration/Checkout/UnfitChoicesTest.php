<?php
/**
 * A point is named that cannot be taken: in the session, in the form, or since the address changed.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

final class UnfitChoicesTest extends GuardTestCase {

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

	public function unfit_choices(): array {
		$choices = [
			'a point of another country'                 => [ 'FR', self::BRUSSELS, '', 'not in the country' ],
			'a point of a carrier the method has not'    => [ 'DE', self::BERLIN_HERMES, '', 'does not deliver to this service point' ],
			'a point of old details that is full'        => [ 'FR', self::STALE, '', 'does not accept parcels' ],
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

	/** @dataProvider unfit_choices */
	public function test_refuses_to_take_the_choice( string $road, string $country, int $id, string $post_number, string $message ): void {
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

	/** @dataProvider roads */
	public function test_a_point_that_its_carrier_has_not_confirmed_lately_is_chosen_and_ordered_to( string $road ): void {
		$this->shop();
		self::assertTrue( $this->extension( $this->select( self::EXPIRED ) )['packages']['0']['selection']['service_point']['is_expired'] );
		self::assertSame( '', $this->order_by( $road ) );

		$order = $this->only_order();
		self::assertTrue( sendcloud_service_points_get_order_points( $order )[0]['service_point']['is_expired'] );
		self::assertSame( 'ok', $order->get_meta( '_sendcloud_service_point_status' ) );
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

	/** @dataProvider roads */
	public function test_nonsense_in_the_form_and_the_session_is_no_point( string $road ): void {
		$this->shop();

		foreach ( [ 'x', [ 'x' ], [ '0' => 'x' ], [ '0' => [ 'service_point' => [ 'id' => [] ] ] ] ] as $nonsense ) {
			WC()->session->set( self::SESSION, $nonsense );
			self::assertSame( 'Please choose a service point.', $this->order_by( $road, 'FR', [ 'sendcloud_service_point' => $nonsense ] ) );
		}

		$this->assert_nothing_ordered();
	}

	/** @dataProvider roads */
	public function test_a_country_changed_with_the_order_itself_is_noticed( string $road ): void {
		$this->shop();
		$this->select( self::PARIS );
		WC()->session->set( 'chosen_shipping_methods', [] );
		$this->ship_to( 'NL', '5611 EM', 'Eindhoven' );
		$this->choose( $this->rate( self::RELAY ) );

		self::assertStringContainsString( 'not in the country', $this->order_by( $road, 'NL' ) );
		$this->assert_nothing_ordered();
	}
}
