<?php
/**
 * An order of several packages.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

final class SeveralPackagesTest extends GuardTestCase {

	/** @dataProvider roads */
	public function test_every_package_needs_its_own_point( string $road ): void {
		$this->shop_for_two();

		$this->select( self::PARIS, '', 0 );
		self::assertMatchesRegularExpression( '/^(Shipping|Shipment) 2: Please choose a service point\.$/', $this->order_by( $road ), 'In the words of this WooCommerce.' );
		$this->assert_nothing_ordered();

		$this->select( self::PARIS_OTHER, '', 1 );
		self::assertSame( '', $this->order_by( $road ) );
		self::assertSame(
			[ self::PARIS, self::PARIS_OTHER ],
			array_map( static fn ( array $selection ): int => $selection['service_point']['id'], sendcloud_service_points_get_order_points( $this->only_order() ) )
		);
	}

	/** @dataProvider roads */
	public function test_every_package_that_lacks_a_point_is_named( string $road ): void {
		add_filter( 'woocommerce_shipping_package_name', static fn ( string $name, int|string $id ): string => "<b>Parcel</b> no. $id", 10, 2 );
		$this->shop_for_two();

		self::assertStringEndsWith(
			'Parcel no. 0: Please choose a service point. Parcel no. 1: Please choose a service point.',
			(string) preg_replace( '/\s+/', ' ', $this->order_by( $road ) )
		);
		$this->assert_nothing_ordered();
	}

	/** @dataProvider roads */
	public function test_a_package_sent_home_is_not_named( string $road ): void {
		add_filter( 'woocommerce_shipping_package_name', static fn ( string $name, int|string $id ): string => "Parcel no. $id", 10, 2 );
		$this->shop_for_two( 'Home delivery' );

		self::assertSame( 'Parcel no. 1: Please choose a service point.', $this->order_by( $road ) );
	}

	public function test_the_classic_checkout_leads_to_the_button_of_each_package_with_what_is_wrong_there(): void {
		$this->shop_for_two();

		$messages = $this->submit_form(
			'FR',
			[
				'sendcloud_service_point' => [
					'0' => (string) self::BRUSSELS,
					'1' => (string) self::MISSING,
				],
			]
		)['messages'];

		self::assertMatchesRegularExpression( '/data-id="sendcloud_service_point_0"[^>]*>\s*\w+( 1)?: The service point is not in the country/', $messages );
		self::assertMatchesRegularExpression( '/data-id="sendcloud_service_point_1"[^>]*>\s*\w+ 2: This service point no longer exists/', $messages );
	}

	public function test_the_block_checkout_is_told_the_first_problems_code(): void {
		$this->shop_for_two();
		$this->ship_to( 'NL', '5611 EM', 'Eindhoven' );
		$this->choose( $this->rate( self::RELAY, 0 ), 0 );
		$this->choose( $this->rate( self::RELAY, 1 ), 1 );
		$this->extension( $this->select( self::EINDHOVEN, '', 1 ) );
		$this->ship_to( 'FR', '75010', 'Paris' );
		$this->choose( $this->rate( self::RELAY, 0 ), 0 );
		$this->choose( $this->rate( self::RELAY, 1 ), 1 );

		$answer = $this->place_order();

		self::assertSame( 400, $answer->get_status() );
		self::assertSame( 'sendcloud_service_points_missing', $answer->get_data()['code'] );
		self::assertMatchesRegularExpression( '/choose a service point\. \w+ 2: The service point is not in the country/', $answer->get_data()['message'] );
	}

	/** @dataProvider roads */
	public function test_a_package_sent_home_beside_beside_one_to_a_point_keeps_its_line_clean( string $road ): void {
		$this->shop_for_two( 'Home delivery' );
		$this->select( self::PARIS, '', 1 );

		self::assertSame( '', $this->order_by( $road ) );

		$lines = array_values( $this->only_order()->get_items( 'shipping' ) );
		self::assertSame( '', $lines[0]->get_meta( '_sendcloud_service_point' ) );
		self::assertSame( self::PARIS, $lines[1]->get_meta( '_sendcloud_service_point' )['service_point']['id'] );
		self::assertSame( (string) self::PARIS, $this->only_order()->get_meta( '_sendcloud_service_point_id' ) );
	}

	/** B2: both packages offer the same rate, and each may go to other points by it. */
	public function test_each_package_has_the_rule_of_its_own_contents(): void {
		$lamp = $this->product( 'lamp' );
		$lamp->update_meta_data( '_sendcloud_no_locker', 'yes' );
		$lamp->save();
		$this->shop_for_two();

		$packages = $this->extension( $this->store_api( 'GET', 'cart' ) )['packages'];
		$kinds    = array_map( static fn ( array $package ): array => array_column( $package['rules'], 'without_shop_types' ), $packages );

		self::assertSame( array_keys( $packages[0]['rules'] ), array_keys( $packages[1]['rules'] ) );
		self::assertSame( [ [ [] ], [ [ 'locker' ] ] ], $kinds );
	}

	/** Two packages to Paris, the second to a point. */
	private function shop_for_two( string $first = self::RELAY ): void {
		add_filter( 'woocommerce_cart_shipping_packages', [ $this, 'split' ] );
		$this->fill_cart( 'mug' );
		$this->fill_cart( 'lamp' );
		$this->ship_to( 'FR', '75010', 'Paris' );
		$this->choose( $this->rate( $first, 0 ), 0 );
		$this->choose( $this->rate( self::RELAY, 1 ), 1 );
	}

	/**
	 * @param list<array<string, mixed>> $packages
	 * @return list<array<string, mixed>>
	 */
	public function split( array $packages ): array {
		return array_map(
			static fn ( array $item, string $key ): array => array_replace(
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
}
