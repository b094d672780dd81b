<?php
/**
 * An order in Sendcloud's own shape.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Export;

use SendcloudServicePoints\Export\OrderPayload;
use WC_Order;
use WC_Order_Item_Shipping;

final class OrderPayloadTest extends ExportTestCase {

	public function test_an_order_to_a_point_has_the_documented_shape(): void {
		$product = $this->product();
		$product->set_weight( '0.35' );
		$product->set_global_unique_id( '0799439112766' );
		$product->update_meta_data( 'sc_hs_code', '6912.00' );
		$product->update_meta_data( 'sc_country_of_origin', 'PT' );
		$product->save();
		$selection = self::selection( '12345678' );
		$order     = $this->place_order( $selection, 'processing', 'mug', 2 );
		$order->set_customer_note( 'Ring <b>twice</b> & wait' );
		$order->set_date_created( '2026-03-10T11:22:33+01:00' );
		$order->set_date_paid( '2026-03-10T11:23:00+01:00' );
		$order->save();

		$unit = (float) wc_get_price_including_tax( $product );
		$euro = static fn ( float $value ): array => [
			'value'    => round( $value, 2 ),
			'currency' => 'EUR',
		];
		$item = array_values( $order->get_items() )[0];
		self::assertEquals(
			[
				'order_id'              => (string) $order->get_id(),
				'order_number'          => $order->get_order_number(),
				'order_details'         => [
					'integration'      => [ 'id' => 7 ],
					'status'           => [
						'code'    => 'processing',
						'message' => 'Processing',
					],
					'order_created_at' => '2026-03-10T10:22:33Z',
					'order_items'      => [
						[
							'item_id'           => (string) $item->get_id(),
							'product_id'        => (string) $product->get_id(),
							'name'              => $product->get_name(),
							'quantity'          => 2,
							'sku'               => 'mug',
							'ean'               => '0799439112766',
							'hs_code'           => '6912.00',
							'country_of_origin' => 'PT',
							'unit_price'        => $euro( $unit ),
							'total_price'       => $euro( 2 * $unit ),
							'measurement'       => [
								'weight' => [
									'value' => 0.35,
									'unit'  => 'kg',
								],
							],
						],
					],
					'notes'            => 'Ring twice & wait',
				],
				'payment_details'       => [
					'is_cash_on_delivery'      => false,
					'total_price'              => $euro( (float) $order->get_total() ),
					'subtotal_price'           => $euro( (float) $order->get_subtotal() ),
					'estimated_shipping_price' => $euro( 6.0 ),
					'estimated_tax_price'      => $euro( (float) $order->get_total_tax() ),
					'status'                   => [
						'code'    => 'paid',
						'message' => 'Paid',
					],
					'freight_costs'            => [
						'value'    => '6.00',
						'currency' => 'EUR',
					],
				],
				'customer_details'      => [
					'name'         => 'Robin Tester',
					'email'        => 'robin@example.com',
					'phone_number' => '+33123456789',
				],
				'billing_address'       => $this->address(),
				'shipping_address'      => $this->address(),
				'shipping_details'      => [
					'is_local_pickup'    => false,
					'delivery_indicator' => 'Service Point Delivery',
					'measurement'        => [
						'weight' => [
							'value' => 0.7,
							'unit'  => 'kg',
						],
					],
				],
				'service_point_details' => [
					'id'          => '1000010',
					'post_number' => '12345678',
					'latitude'    => '48.870900',
					'longitude'   => '2.354500',
					'type'        => '24R',
				],
			],
			OrderPayload::from_order( $order, 7, [ $selection ] )->data
		);
	}

	public function test_the_hash_tells_a_change_but_not_the_language(): void {
		$order = $this->relay_order();
		$hash  = OrderPayload::from_order( $order, 7, [ self::selection() ] )->hash();
		add_filter(
			'wc_order_statuses',
			static fn (): array => [ 'wc-processing' => 'In Bearbeitung' ]
		);
		self::assertSame( $hash, OrderPayload::from_order( $this->reload( $order ), 7, [ self::selection() ] )->hash() );

		$order->set_billing_phone( '+33999999999' );
		self::assertNotSame( $hash, OrderPayload::from_order( $order, 7, [ self::selection() ] )->hash() );
	}

	public function test_a_company_without_a_person_and_an_american_state_are_written_as_sendcloud_wants_them(): void {
		$order = new WC_Order();
		$order->set_address(
			[
				'company'   => 'Acme Inc.',
				'address_1' => '1 Main St',
				'city'      => 'Dover',
				'state'     => 'DE',
				'postcode'  => '19901',
				'country'   => 'US',
			],
			'billing'
		);
		$address = OrderPayload::from_order( $order, 7, [] )->data['shipping_address'];

		self::assertSame( 'Acme Inc.', $address['name'] );
		self::assertSame( 'US-DE', $address['state_province_code'] );
		self::assertArrayNotHasKey( 'email', $address );
	}

	/** @return array<string, array{string}> */
	public function pickups(): array {
		return [
			'of zones'               => [ 'local_pickup' ],
			'of the block checkout'  => [ 'pickup_location' ],
			'of older WooCommerces'  => [ 'legacy_local_pickup' ],
		];
	}

	/** @dataProvider pickups */
	public function test_what_is_collected_in_the_shop_is_marked( string $method ): void {
		$order = $this->place_order();
		foreach ( $order->get_items( 'shipping' ) as $line ) {
			self::assertInstanceOf( WC_Order_Item_Shipping::class, $line );
			$line->set_method_id( $method );
		}
		self::assertTrue( OrderPayload::from_order( $order, 7, [] )->data['shipping_details']['is_local_pickup'] );
	}

	/** @return array<string, string> */
	private function address(): array {
		return [
			'name'           => 'Robin Tester',
			'address_line_1' => '10 rue de la Paix',
			'postal_code'    => '75002',
			'city'           => 'Paris',
			'country_code'   => 'FR',
			'email'          => 'robin@example.com',
			'phone_number'   => '+33123456789',
		];
	}

	public function test_sendcloud_takes_one_point_and_whoever_packs_reads_the_others(): void {
		$order = $this->place_order( self::selection() );
		$order->set_customer_note( 'Ring twice' );
		$first = self::selection();
		$data  = OrderPayload::from_order( $order, 7, [ $first, self::selection( '12345678' ) ] )->data;

		self::assertSame( '1000010', $data['service_point_details']['id'] );
		self::assertSame(
			"Ring twice\n+ Relais du Faubourg, 1 Rue du Faubourg Saint-Denis, 75010 Paris, 12345678 (1000010)",
			$data['order_details']['notes']
		);
	}
}
