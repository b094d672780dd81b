<?php
/**
 * What an order carries.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Order;

use SendcloudServicePoints\Order\OrderServicePoints;
use WC_Meta_Data;
use WC_Order_Item_Shipping;
use WP_REST_Request;

final class OrderServicePointsTest extends OrderTestCase {

	public function test_the_shipping_line_holds_the_whole_choice(): void {
		$order = $this->order_to( self::PACKSTATION, 'DE', '1234 5678' );
		$line  = array_values( $order->get_items( 'shipping' ) )[0];
		$meta  = $line->get_meta( '_sendcloud_service_point' );

		self::assertSame( self::RELAY, $line->get_method_id() );
		self::assertSame( '12345678', $meta['post_number'] );
		self::assertSame( self::PACKSTATION, $meta['service_point']['id'] );
		self::assertSame( 'locker', $meta['service_point']['shop_type'] );
		self::assertSame( 'DE', $meta['service_point']['address']['country_code'] );
		self::assertSame( 'required', $meta['service_point']['post_number'] );
	}

	public function test_the_order_has_a_summary_of_plain_words(): void {
		$order   = $this->order_to( self::PACKSTATION, 'DE', '12345678' );
		$summary = [];

		foreach ( [ 'id', 'name', 'carrier', 'street', 'house_number', 'postal_code', 'city', 'country' ] as $key ) {
			$summary[ $key ] = $order->get_meta( "_sendcloud_service_point_$key" );
		}

		self::assertSame(
			[
				'id'           => '1000030',
				'name'         => 'Packstation 142',
				'carrier'      => 'dhl',
				'street'       => $summary['street'],
				'house_number' => $summary['house_number'],
				'postal_code'  => '10178',
				'city'         => 'Berlin',
				'country'      => 'DE',
			],
			$summary
		);
		self::assertNotSame( '', $summary['street'] );
		self::assertSame( '12345678', $order->get_meta( '_sendcloud_post_number' ) );
	}

	public function names(): array {
		return [
			'an ordinary name'    => [ self::PARIS ],
			'quotation marks'     => [ self::QUOTED_NAME ],
			'accents, apostrophe' => [ self::ACCENTED_NAME ],
			'markup'              => [ self::MARKUP_NAME ],
		];
	}

	/** @dataProvider names */
	public function test_the_mirror_sendcloud_reads_has_exactly_seven_strings( int $id ): void {
		$order = $this->order_to( $id );
		$point = sendcloud_service_points_get_order_points( $order )[0]['service_point'];
		$meta  = $order->get_meta( 'sendcloudshipping_v2_service_point' );

		self::assertIsString( $meta );
		self::assertSame(
			[
				'id'           => (string) $id,
				'toPostalCode' => '',
				'name'         => $point['name'],
				'street'       => $point['address']['street'],
				'city'         => $point['address']['city'],
				'postal_code'  => $point['address']['postal_code'],
				'house_number' => $point['address']['house_number'],
			],
			json_decode( $meta, true, 2, JSON_THROW_ON_ERROR )
		);
	}

	public function test_the_post_number_is_where_sendcloud_looks_for_it(): void {
		$order = $this->order_to( self::PACKSTATION, 'DE', '12345678' );

		self::assertSame( '12345678', json_decode( $order->get_meta( 'sendcloudshipping_v2_service_point' ), true )['toPostalCode'] );
		self::assertSame( '12345678', $order->get_meta( 'sendcloudshipping_service_point_meta' )['post_number'] );
	}

	public function test_the_first_integrations_mirror(): void {
		self::assertSame(
			[
				'id'          => (string) self::QUOTED_NAME,
				'extra'       => 'Tabac "Le Balto"|Boulevard de Strasbourg 12 bis|75010 Paris',
				'post_number' => '',
			],
			$this->order_to( self::QUOTED_NAME )->get_meta( 'sendcloudshipping_service_point_meta' )
		);
	}

	public function test_the_first_integrations_mirror_can_be_left_out(): void {
		add_filter( 'sendcloud_service_points_write_v1_meta', '__return_false' );

		self::assertSame( '', $this->order_to( self::PARIS )->get_meta( 'sendcloudshipping_service_point_meta' ) );
	}

	public function test_the_buyers_address_stays_the_shipping_address(): void {
		self::assertSame( 'Main Street 1', $this->order_to( self::PARIS )->get_shipping_address_1() );
	}

	public function test_the_panel_reads_it_over_woocommerces_rest_api(): void {
		$order = $this->order_to( self::ACCENTED_NAME );
		wp_set_current_user( 1 );

		$answer = rest_do_request( new WP_REST_Request( 'GET', '/wc/v3/orders/' . $order->get_id() ) )->get_data();
		$meta   = array_column( array_map( static fn ( $meta ): array => $meta->get_data(), $answer['meta_data'] ), 'value', 'key' );

		self::assertSame( (string) self::ACCENTED_NAME, json_decode( $meta['sendcloudshipping_v2_service_point'], true )['id'] );
		self::assertSame( self::RELAY, $answer['shipping_lines'][0]['method_id'] );
	}

	public function test_nothing_is_written_to_an_order_that_never_had_a_point(): void {
		$order = wc_create_order();
		$order->add_item( new WC_Order_Item_Shipping() );

		( new OrderServicePoints() )->write( $order, [ null ] );

		self::assertSame( [], preg_grep( '/sendcloud/', array_column( array_map( static fn ( WC_Meta_Data $meta ): array => $meta->get_data(), $order->get_meta_data() ), 'key' ) ) );
	}
}
