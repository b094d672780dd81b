<?php
/**
 * Orders of the official plugins, and of whoever wrote nonsense.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Order;

final class OtherSoftwaresOrdersTest extends OrderTestCase {

	public function test_orders_of_the_official_plugins_are_read_too(): void {
		$v2      = $this->order_with( 'sendcloudshipping_v2_service_point', '{"id":"77","toPostalCode":"123456","name":"Chez Léon","street":"Rue X","city":"Lyon","postal_code":"69001","house_number":"3"}' );
		$v1      = $this->order_with(
			'sendcloudshipping_service_point_meta',
			[
				'id'    => '78',
				'extra' => 'Chez Léon|Rue X 3|69001 Lyon',
			]
		);
		$payload = $this->order_with(
			'sendcloudshipping_checkout_payload_meta',
			[
				'delivery_method_type' => 'service_point_delivery',
				'delivery_method_data' => [
					'service_point_id'  => 79,
					'formatted_address' => 'Chez Léon, Rue X 3, 69001 Lyon',
					'post_number'       => '123456',
				],
			]
		);

		foreach ( [
			77 => $v2,
			78 => $v1,
			79 => $payload,
		] as $id => $order ) {
			$selection = sendcloud_service_points_get_order_points( $order )[0];
			self::assertSame( $id, $selection['service_point']['id'] );
			self::assertSame( 'Chez Léon', $selection['service_point']['name'] );
			self::assertSame( '69001', $selection['service_point']['address']['postal_code'] );
			self::assertSame( 'Lyon', $selection['service_point']['address']['city'] );
			self::assertSame( 78 === $id ? '' : '123456', $selection['post_number'] );
		}
	}

	public function poison(): array {
		$keys   = [ 'sendcloudshipping_v2_service_point', 'sendcloudshipping_service_point_meta', 'sendcloudshipping_checkout_payload_meta', '_sendcloud_service_point' ];
		$values = [
			'nothing'         => '',
			'a word'          => 'x',
			'no object'       => '[1,2]',
			'JSON null'       => 'null',
			'a number'        => 7,
			'a list'          => [ 1 ],
			'lists for words' => [
				'id'            => [ 1 ],
				'extra'         => [ 'x' ],
				'service_point' => 'x',
			],
			'an object'       => (object) [ 'id' => 1 ],
			'broken JSON'     => '{"id":"1',
		];
		$poison = [];

		foreach ( $keys as $key ) {
			foreach ( $values as $name => $value ) {
				$poison[ "$key: $name" ] = [ $key, $value ];
			}
		}

		return $poison;
	}

	/** @dataProvider poison */
	public function test_meta_that_makes_no_sense_shows_nothing( string $key, mixed $value ): void {
		$order = $this->order_with( $key, $value, '_sendcloud_service_point' === $key );

		self::assertSame( [], sendcloud_service_points_get_order_points( $order ) );
		self::assertSame( '', $this->printed( static fn () => do_action( 'woocommerce_order_details_after_order_table', $order ) ) );
	}

	public function test_markup_in_any_field_is_text_everywhere(): void {
		$point = [
			'id'        => 1,
			'name'      => '<script>alert(1)</script>',
			'carrier'   => [ 'name' => '<i>x</i>' ],
			'address'   => [
				'street' => '"><img src=x onerror=alert(1)>',
				'city'   => '<b>City</b>',
			],
			'position'  => [
				'latitude'  => '1"><script>',
				'longitude' => 2,
			],
		];
		$order = $this->order_with(
			'_sendcloud_service_point',
			[
				'service_point' => $point,
				'post_number'   => '<u>1</u>',
			],
			true
		);
		$html  = $this->printed(
			static function () use ( $order ): void {
				do_action( 'woocommerce_order_details_after_order_table', $order );
				do_action( 'woocommerce_admin_order_data_after_shipping_address', $order );
				do_action( 'woocommerce_email_after_order_table', $order, false, false );
			}
		);

		self::assertSame( 3, substr_count( $html, '<strong>&lt;script&gt;alert(1)' ) );
		self::assertDoesNotMatchRegularExpression( '/<(script|img|i|b|u)[ >]/', $html );
	}
}
