<?php
/**
 * A country with zones of several prices: a point is taken at the price of the zone that it lies in, or not at all.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

use SendcloudServicePoints\Domain\ServicePoint;
use WC_Shipping_Zone;
use WC_Shipping_Zones;
use WP_REST_Request;

final class PointZoneTest extends GuardTestCase {

	private const NAME    = 'Livraison en point relais';
	private const REFUSED = 'The delivery to this service point has another price than the one to your address. Please choose another one.';
	private const HINT    = 'Only service points where the delivery costs the same as at your address are shown.';

	/** @return array<string, string> */
	protected function address( string $country ): array {
		return [ 'state' => 'M' ] + parent::address( $country );
	}

	/** @dataProvider roads */
	public function test_the_islands_are_not_reached_at_the_mainlands_price( string $road ): void {
		$this->islands( '15.00' );
		$this->shopper( 'M', '28013' );

		$answer = $this->select( self::LAS_PALMAS );
		self::assertSame( [ 400, 'sendcloud_service_points_other_zone' ], [ $answer->get_status(), $answer->get_data()['code'] ] );
		self::assertSame( self::REFUSED, $answer->get_data()['message'] );
		self::assertNotSame( '', $this->order_by( $road, 'ES', [ 'sendcloud_service_point' => [ '0' => (string) self::LAS_PALMAS ] ] ) );
		$this->assert_nothing_ordered();

		$this->extension( $this->select( self::MADRID ) );
		self::assertSame( '', $this->order_by( $road, 'ES' ) );
	}

	public function test_the_classic_form_says_why(): void {
		$this->islands( '15.00' );
		$this->shopper( 'M', '28013' );

		self::assertSame( self::REFUSED, $this->order_by( 'classic', 'ES', [ 'sendcloud_service_point' => [ '0' => (string) self::LAS_PALMAS ] ] ) );
	}

	public function test_islanders_choose_on_their_islands(): void {
		$this->islands( '15.00' );
		$this->shopper( 'GC', '35001' );

		self::assertSame( 'sendcloud_service_points_other_zone', $this->select( self::MADRID )->get_data()['code'] );
		$this->extension( $this->select( self::LAS_PALMAS ) );
	}

	public function test_a_point_chosen_before_the_address_moved_to_another_zone_is_set_aside(): void {
		$this->islands( '15.00' );
		$this->shopper( 'M', '28013' );
		$this->extension( $this->select( self::MADRID ) );

		$this->shopper( 'GC', '35001' );
		$package = $this->extension( $this->store_api( 'GET', 'cart' ) )['packages']['0'];
		self::assertNull( $package['selection'] );
		self::assertSame( self::REFUSED, $package['reason'] );
	}

	public function test_the_page_learns_of_the_zone_and_the_list_leaves_the_others_out(): void {
		$islands = $this->islands( '15.00' );
		$this->shopper( 'M', '28013' );
		$rules = $this->extension( $this->store_api( 'GET', 'cart' ) )['packages']['0']['rules'];
		$rule  = array_values( $rules )[0];
		self::assertSame( self::HINT, $rule['hint'] );
		self::assertNotContains( $islands, $rule['zones'] );

		self::assertContains( self::LAS_PALMAS, $this->found( '35001', [] ) );
		self::assertSame( [], $this->found( '35001', $rule['zones'] ) );
		self::assertContains( self::LAS_PALMAS, $this->found( '35001', [ $islands ] ) );
		self::assertContains( self::MADRID, $this->found( '28013', $rule['zones'] ) );
	}

	public function test_the_same_price_is_no_reason(): void {
		$this->islands( '5.00' );
		$this->shopper( 'M', '28013' );

		$this->extension( $this->select( self::LAS_PALMAS ) );
	}

	public function test_code_of_the_shop_allows(): void {
		$this->islands( '15.00' );
		add_filter( 'sendcloud_service_points_point_in_zone', static fn ( bool $allowed, ServicePoint $point ): bool => $allowed || 'ES' === $point->country_code, 10, 2 );
		$this->shopper( 'M', '28013' );

		$this->extension( $this->select( self::LAS_PALMAS ) );
	}

	public function test_zones_may_be_made_of_postcodes(): void {
		$this->islands( '15.00', [ [ '35*', 'postcode' ], [ '38*', 'postcode' ], [ 'ES', 'country' ] ] );
		$this->shopper( '', '28013' );
		self::assertSame( 'sendcloud_service_points_other_zone', $this->select( self::LAS_PALMAS )->get_data()['code'] );
		$this->extension( $this->select( self::MADRID ) );

		$this->shopper( '', '35001' );
		$this->extension( $this->select( self::LAS_PALMAS ) );
	}

	public function test_where_nobody_can_tell_it_is_allowed(): void {
		$this->islands( '15.00' );
		// WooCommerce prices an address without a province somehow, and no point could be compared with it.
		$this->shopper( '', '28013' );
		$this->extension( $this->select( self::LAS_PALMAS ) );
	}

	public function test_a_shop_whose_zones_are_countries_is_left_alone(): void {
		$this->shopper( 'M', '28013' );
		$rules = $this->extension( $this->select( self::LAS_PALMAS ) )['packages']['0']['rules'];

		self::assertArrayNotHasKey( 'zones', array_values( $rules )[0] );
		self::assertSame( '', array_values( $rules )[0]['hint'] );
	}

	/**
	 * A zone before Spain's, with the same method at this price.
	 *
	 * @param list<array{string, string}> $locations
	 */
	private function islands( string $cost, array $locations = [ [ 'ES:GC', 'state' ], [ 'ES:TF', 'state' ] ] ): int {
		foreach ( array_column( WC_Shipping_Zones::get_zones(), 'zone_id' ) as $id ) {
			$other = new WC_Shipping_Zone( $id );
			$other->set_zone_order( 9 );
			$other->save();
		}
		$zone = new WC_Shipping_Zone();
		$zone->set_zone_name( 'Islands' );
		$zone->set_zone_order( 1 );
		foreach ( $locations as [ $code, $type ] ) {
			$zone->add_location( $code, $type );
		}
		$zone->save();
		$instance = $zone->add_shipping_method( 'flat_rate' );
		update_option(
			"woocommerce_flat_rate_{$instance}_settings",
			[
				'title'      => self::NAME,
				'tax_status' => 'taxable',
				'cost'       => $cost,
			]
		);
		return $zone->get_id();
	}

	private function shopper( string $state, string $postcode ): void {
		if ( WC()->cart->is_empty() ) {
			$this->fill_cart();
		}
		WC()->customer->set_shipping_state( $state );
		WC()->customer->set_billing_state( $state );
		$this->ship_to( 'ES', $postcode, 'Madrid' );
		$this->choose( $this->rate( self::NAME ) );
	}

	/**
	 * @param list<int> $zones
	 * @return list<int> Ids of the points that the search answers.
	 */
	private function found( string $postcode, array $zones ): array {
		$request = new WP_REST_Request( 'GET', '/sendcloud-service-points/v1/service-points' );
		$request->set_query_params(
			[
				'country' => 'ES',
				'address' => $postcode,
				'zones'   => implode( ',', $zones ),
			]
		);
		$answer = json_decode( (string) wp_json_encode( rest_get_server()->response_to_data( rest_do_request( $request ), false ) ), true );

		return array_column( $answer['service_points'], 'id' );
	}
}
