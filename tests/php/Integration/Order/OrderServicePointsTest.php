<?php
/**
 * What an order carries, and where it is shown.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Order;

use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Tests\Integration\Checkout\CheckoutTestCase;

final class OrderServicePointsTest extends CheckoutTestCase {

	/** An order placed in the block checkout. */
	private function order_to( int $point, string $country = 'FR', string $post_number = '' ): \WC_Order {
		$this->shop( $country );
		$this->extension( $this->select( $point, $post_number ) );

		return $this->placed( $this->place_order( $country ) );
	}

	/** An order made by hand, with meta as some software left it. */
	private function order_with( string $key, mixed $value, bool $on_line = false ): \WC_Order {
		$order = wc_create_order();
		$line  = new \WC_Order_Item_Shipping();
		$line->set_method_id( self::RELAY );
		( $on_line ? $line : $order )->update_meta_data( $key, $value );
		$order->add_item( $line );
		$order->save();

		return $this->reload( $order );
	}

	private function printed( callable $print ): string {
		ob_start();
		$print();

		return (string) ob_get_clean();
	}

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

	/**
	 * @dataProvider names
	 */
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

		$answer = rest_do_request( new \WP_REST_Request( 'GET', '/wc/v3/orders/' . $order->get_id() ) )->get_data();
		$meta   = array_column( array_map( static fn( $meta ): array => $meta->get_data(), $answer['meta_data'] ), 'value', 'key' );

		self::assertSame( (string) self::ACCENTED_NAME, json_decode( $meta['sendcloudshipping_v2_service_point'], true )['id'] );
		self::assertSame( self::RELAY, $answer['shipping_lines'][0]['method_id'] );
	}

	public function test_nothing_is_written_to_an_order_that_never_had_a_point(): void {
		$order = wc_create_order();
		$order->add_item( new \WC_Order_Item_Shipping() );

		( new OrderServicePoints() )->write( $order, [ null ] );

		self::assertSame( [], preg_grep( '/sendcloud/', array_column( array_map( static fn( \WC_Meta_Data $meta ): array => $meta->get_data(), $order->get_meta_data() ), 'key' ) ) );
	}

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

	/**
	 * @dataProvider poison
	 */
	public function test_meta_that_makes_no_sense_shows_nothing( string $key, mixed $value ): void {
		$order = $this->order_with( $key, $value, '_sendcloud_service_point' === $key );

		self::assertSame( [], sendcloud_service_points_get_order_points( $order ) );
		self::assertSame( '', $this->printed( static fn() => do_action( 'woocommerce_order_details_after_order_table', $order ) ) );
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

	public function test_my_account_and_the_classic_thank_you_page_show_it_once(): void {
		$order = $this->order_to( self::SPLIT_DAYS );

		$html = $this->printed( static fn() => woocommerce_order_details_table( $order->get_id() ) );
		$name = sendcloud_service_points_get_order_points( $order )[0]['service_point']['name'];

		self::assertSame( 1, substr_count( $html, esc_html( $name ) ) );
		self::assertStringContainsString( '<h2 class="woocommerce-column__title">Service point</h2>', $html );
		self::assertMatchesRegularExpression( '/Monday: Closed<br \/>Tuesday – \w+: [\d:apm ]+–[\d:apm ]+, [\d:apm ]+–[\d:apm ]+/', $html );
		self::assertStringContainsString( 'https://www.openstreetmap.org/?mlat=48.', $html );
	}

	public function test_the_order_confirmation_block_shows_it_once(): void {
		$order = $this->order_to( self::PARIS );
		set_query_var( 'order-received', $order->get_id() );
		$_GET['key'] = $order->get_order_key();

		$html = do_blocks( '<!-- wp:woocommerce/order-confirmation-totals-wrapper --><!-- wp:woocommerce/order-confirmation-totals /--><!-- /wp:woocommerce/order-confirmation-totals-wrapper --><!-- wp:woocommerce/order-confirmation-shipping-address /-->' );
		set_query_var( 'order-received', null );

		self::assertSame( 1, substr_count( $html, 'Relais du Faubourg' ) );
		self::assertStringContainsString( '84 Rue du Faubourg Saint-Denis<br />75010 Paris<br />Mondial Relay', $html );
	}

	public function test_the_admin_sees_it_under_the_shipping_address(): void {
		$order = $this->order_to( self::PACKSTATION, 'DE', '12345678' );

		$html = $this->printed( static fn() => do_action( 'woocommerce_admin_order_data_after_shipping_address', $order ) );

		self::assertStringContainsString( 'Packstation 142', $html );
		self::assertStringContainsString( 'Post number: 12345678', $html );
	}

	public function test_the_line_of_the_admins_order_does_not_show_it_raw(): void {
		self::assertContains( '_sendcloud_service_point', apply_filters( 'woocommerce_hidden_order_itemmeta', [] ) );
	}

	/**
	 * What a mail about an order says.
	 */
	private function mail( string $type, \WC_Order $order ): string {
		// What a mail is made of is hooked once a process, and each test starts without.
		if ( false === has_action( 'woocommerce_email_order_details', [ WC()->mailer(), 'order_details' ] ) ) {
			new \WC_Emails();
		}

		$message = '';
		add_filter(
			'pre_wp_mail',
			static function ( $sent, array $mail ) use ( &$message ) {
				$message = $mail['message'];

				return true;
			},
			5,
			2
		);
		$email             = WC()->mailer()->get_emails()['WC_Email_Customer_Processing_Order'];
		$email->email_type = $type;
		$email->trigger( $order->get_id(), $order );
		$email->email_type = 'html';

		return $message;
	}

	public function test_the_mail_shows_it(): void {
		$mail = $this->mail( 'html', $this->order_to( self::ACCENTED_NAME ) );

		self::assertStringContainsString( '>Service point</h2>', $mail );
		self::assertSame( 1, substr_count( html_entity_decode( $mail, ENT_QUOTES ), "L'Épicerie d'à côté" ) );
		self::assertStringContainsString( 'Opening hours', $mail );
	}

	public function test_the_plain_mail_shows_it_in_lines_of_plain_text(): void {
		$order = $this->order_to( self::ACCENTED_NAME );
		$point = Selection::from_array( sendcloud_service_points_get_order_points( $order )[0] )->service_point;
		$mail  = $this->mail( 'plain', $order );

		self::assertStringContainsString( "SERVICE POINT\n\nL'Épicerie d'à côté\n{$point->street}\n75010 Paris\nMondial Relay\n", $mail );
		self::assertStringNotContainsString( '&#0', $mail );
	}

	public function test_the_preview_of_a_mail_with_an_order_that_does_not_exist_survives(): void {
		$order = new \WC_Order();
		$order->set_id( 12345 );

		self::assertSame( '', $this->printed( static fn() => do_action( 'woocommerce_email_after_order_table', $order, false, false ) ) );
	}
}
