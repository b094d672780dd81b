<?php
/**
 * An order of several packages.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

final class SeveralPackagesTest extends GuardTestCase {

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
}
