<?php
/**
 * The customer hears of a service point that the merchant has changed.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Emails;

use SendcloudServicePoints\Emails\ChangedPointEmail;
use WC_Order;
use WC_Order_Item_Shipping;

final class ChangedPointEmailTest extends EmailTestCase {

	protected const ID = 'sendcloud_service_point_changed';

	private const FAUBOURG = 1000010;
	private const BALTO    = 1000012;

	public function test_a_point_that_the_merchant_chooses_changes_or_removes_is_told_to_the_customer(): void {
		$order = $this->order();

		$this->change( $order, self::FAUBOURG );
		self::assertCount( 1, $this->mails );
		self::assertSame( 'claire@example.com', $this->mails[0]['to'] );
		self::assertStringContainsString( "#{$order->get_id()} goes to this service point:", $this->mails[0]['message'] );
		self::assertStringContainsString( 'Relais du Faubourg', $this->mails[0]['message'] );

		$this->change( $order, self::BALTO );
		self::assertCount( 2, $this->mails );
		self::assertStringContainsString( 'no longer goes to the service point Relais du Faubourg, Paris, but to this one:', $this->mails[1]['message'] );
		self::assertStringContainsString( 'Le Balto', $this->mails[1]['message'] );

		$this->rest( 'DELETE', $this->route( $order ) );
		self::assertCount( 3, $this->mails );
		self::assertStringContainsString( 'no longer goes to the service point', $this->mails[2]['message'] );
		self::assertStringContainsString( 'Le Balto', $this->mails[2]['message'] );
		self::assertStringNotContainsString( 'Show on a map', $this->mails[2]['message'] );
	}

	public function test_the_same_point_again_is_no_news(): void {
		$order = $this->order();
		$this->change( $order, self::FAUBOURG );
		$this->change( $order, self::FAUBOURG );

		self::assertCount( 1, $this->mails );
	}

	public function test_plain_text_says_the_same(): void {
		$this->settings( [ 'email_type' => 'plain' ] );
		$order = $this->order();
		$this->change( $order, self::FAUBOURG );
		$this->change( $order, self::BALTO );

		self::assertStringContainsString( 'Relais du Faubourg, Paris, but to this one: Tabac "Le Balto" 12 bis', (string) preg_replace( '/\s+/', ' ', $this->mails[1]['message'] ) );
		self::assertStringNotContainsString( '<', $this->mails[1]['message'] );
		self::assertStringNotContainsString( '&#', $this->mails[1]['message'] );
	}

	public function test_a_mail_that_is_switched_off_is_not_sent(): void {
		$this->settings( [ 'enabled' => 'no' ] );
		$this->change( $this->order(), self::FAUBOURG );

		self::assertSame( [], $this->mails );
	}

	public function test_the_words_are_the_merchants(): void {
		$this->settings(
			[
				'subject'            => 'Now at {service_point}',
				'additional_content' => 'Fetch {order_number} there.',
			]
		);
		$order = $this->order();
		$this->change( $order, self::FAUBOURG );

		self::assertSame( 'Now at Relais du Faubourg', $this->mails[0]['subject'] );
		self::assertStringContainsString( "Fetch {$order->get_id()} there.", $this->mails[0]['message'] );
	}

	/** @return array<string, array{string}> */
	public function statuses(): array {
		return [
			'not paid yet' => [ 'pending' ],
			'cancelled'    => [ 'cancelled' ],
		];
	}

	/** @dataProvider statuses */
	public function test_nobody_is_told_of_an_order_that_they_have_not_heard_of( string $status ): void {
		$this->change( $this->order( $status ), self::FAUBOURG );

		self::assertSame( [], $this->mails );
	}

	public function test_without_an_address_there_is_no_mail_and_no_failure(): void {
		$order = $this->order();
		$order->set_billing_email( '' );
		$order->save();
		$this->change( $order, self::FAUBOURG );

		self::assertSame( [], $this->mails );
	}

	public function test_woocommerces_preview_shows_it_with_an_example(): void {
		wp_set_current_user( 1 );
		$sent = $this->rest(
			'POST',
			'/wc-admin-email/settings/email/send-preview',
			[
				'type'  => ChangedPointEmail::class,
				'email' => 'me@example.com',
				'nonce' => wp_create_nonce( 'email-preview-nonce' ),
			]
		);

		self::assertSame( 200, $sent->get_status(), (string) wp_json_encode( $sent->get_data() ) );
		self::assertStringContainsString( 'Kiosk, Eindhoven, but to this one:', $this->mails[0]['message'] );
		self::assertStringContainsString( 'Corner Shop', $this->mails[0]['message'] );
	}

	private function change( WC_Order $order, int $point ): void {
		$answer = $this->rest( 'POST', $this->route( $order ), [ 'service_point_id' => $point ] );
		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
	}

	private function route( WC_Order $order ): string {
		return "/sendcloud-service-points/v1/orders/{$order->get_id()}/service-point";
	}

	protected function order( string $status = 'processing' ): WC_Order {
		$order = new WC_Order();
		$order->set_address(
			[
				'address_1' => '80 Rue du Faubourg Saint-Denis',
				'postcode'  => '75010',
				'city'      => 'Paris',
				'country'   => 'FR',
				'email'     => 'claire@example.com',
			],
			'billing'
		);
		$line = new WC_Order_Item_Shipping();
		$line->set_method_id( 'service_point_v2_shipping_method' );
		$order->add_item( $line );
		$order->set_status( $status );
		$order->save();
		wp_set_current_user( 1 );
		// Those of a new order.
		$this->mails = [];
		return $this->reload( $order );
	}
}
