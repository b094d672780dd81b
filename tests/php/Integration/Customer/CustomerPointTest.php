<?php
/**
 * Customers change the service point of their order, signed in or by the link in its mails. Nobody else does, and nobody too late.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Customer;

use SendcloudServicePoints\Checkout\Classic\ClassicScript;
use SendcloudServicePoints\Checkout\Classic\Placeholder;
use SendcloudServicePoints\Customer\ChangeLink;
use SendcloudServicePoints\Customer\ChangePage;
use SendcloudServicePoints\Customer\ChangePeriod;
use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Plugin;
use SendcloudServicePoints\Settings\Settings;
use SendcloudServicePoints\Support\Lock;
use SendcloudServicePoints\Tests\Integration\Emails\EmailTestCase;
use WC_Order;
use WC_Order_Item_Shipping;
use WP_REST_Response;

final class CustomerPointTest extends EmailTestCase {

	protected const ID = 'sendcloud_service_point_changed_by_customer';

	private const FAUBOURG    = 1000010;
	private const BALTO       = 1000012;
	private const UNAVAILABLE = 1000015;
	private const IN_NL       = 1000001;

	public function test_the_customer_changes_the_point_and_both_sides_hear_of_it(): void {
		$order = $this->order( 'processing', $this->customer() );
		wp_set_current_user( $order->get_customer_id() );

		$answer = $this->post( $order, self::BALTO );

		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		self::assertSame( self::BALTO, $answer->get_data()['selection']['service_point']['id'] );
		$fresh = $this->reload( $order );
		self::assertSame( self::BALTO, $this->point( $fresh ) );
		self::assertStringContainsString( '"id":"1000012"', $fresh->get_meta( 'sendcloudshipping_v2_service_point' ) );
		self::assertSame( [ 'claire@example.com', 'admin@example.com' ], array_column( $this->mails, 'to' ) );
		self::assertStringContainsString( 'Relais du Faubourg, Paris, but to this one', $this->mails[0]['message'] );
		self::assertStringContainsString( 'Le Balto', $this->mails[1]['message'] );
		self::assertStringContainsString( 'The customer has changed', $this->mails[1]['subject'] );
		self::assertSame( 1, $this->notes( $order ) );
	}

	public function test_a_guest_does_it_by_the_link_of_the_mail(): void {
		$order = $this->order();
		[ $expires, $signature ] = $this->link( $order );

		self::assertSame( 200, $this->post( $order, self::BALTO, $expires, $signature )->get_status() );
		self::assertSame( self::BALTO, $this->point( $this->reload( $order ) ) );
	}

	public function test_nobody_else_changes_an_order(): void {
		$order = $this->order( 'processing', $this->customer() );
		$other = $this->order();
		[ $expires, $signature ] = $this->link( $other );

		self::assertSame( 403, $this->post( $order, self::BALTO )->get_status(), 'A visitor.' );
		self::assertSame( 403, $this->post( $order, self::BALTO, $expires, $signature )->get_status(), 'With the link of another order.' );
		self::assertSame( 403, $this->post( $other, self::BALTO, $expires + 86400, $signature )->get_status(), 'A link made longer.' );
		self::assertSame( 403, $this->post( $other, self::BALTO, $expires, '' )->get_status(), 'Unsigned.' );
		self::assertSame( 403, $this->post( $other, self::BALTO, $expires, substr( $signature, 0, -1 ) )->get_status() );
		wp_set_current_user( get_user_by( 'login', 'customer' )->ID );
		self::assertSame( 403, $this->post( $order, self::BALTO )->get_status(), 'Another customer.' );
		self::assertSame( 403, $this->post( $other, self::BALTO )->get_status(), 'A guest\'s order.' );
		$there = $this->post( $other, self::BALTO );
		self::assertSame( $there->get_data(), $this->rest( 'POST', '/sendcloud-service-points/v1/orders/987654/customer-service-point', $this->body( $other, self::BALTO ) )->get_data(), 'Nobody learns which orders there are.' );
		self::assertSame( self::FAUBOURG, $this->point( $this->reload( $order ) ) );
		self::assertSame( self::FAUBOURG, $this->point( $this->reload( $other ) ) );
		self::assertSame( [], $this->mails );
	}

	public function test_a_link_ends_with_its_time_and_with_the_address_it_was_sent_to(): void {
		$order = $this->order();
		$past  = time() - 60;
		$late  = $this->post( $order, self::BALTO, $past, ChangeLink::arguments( $order, $past )['signature'] );
		self::assertSame( 403, $late->get_status() );
		self::assertSame( 'sendcloud_service_points_too_late', $late->get_data()['code'] );

		[ $expires, $signature ] = $this->link( $order );
		$order->set_billing_email( 'corrected@example.com' );
		$order->save();
		self::assertSame( 403, $this->post( $order, self::BALTO, $expires, $signature )->get_status() );
		self::assertSame( self::FAUBOURG, $this->point( $this->reload( $order ) ) );
	}

	/** @return array<string, array{callable(WC_Order): mixed}> */
	public function ends(): array {
		return [
			'shipped'              => [ static fn ( WC_Order $order ) => $order->update_status( 'completed' ) ],
			'cancelled'            => [ static fn ( WC_Order $order ) => $order->update_status( 'cancelled' ) ],
			'refunded'             => [ static fn ( WC_Order $order ) => $order->update_status( 'refunded' ) ],
			'sent in parts'        => [
				static function ( WC_Order $order ): void {
					$order->update_meta_data( '_fulfillment_status', 'partially_fulfilled' );
					$order->save();
				},
			],
			'hours over'           => [
				static function ( WC_Order $order ): void {
					$order->set_date_paid( time() - 3 * 3600 );
					$order->save();
				},
			],
			'switched off'         => [ static fn () => update_option( Settings::CHANGE_HOURS, '0' ) ],
			'forbidden by a plugin' => [ static fn () => add_filter( 'sendcloud_service_points_customer_may_change', '__return_false' ) ],
		];
	}

	/**
	 * @dataProvider ends
	 * @param callable(WC_Order): mixed $end
	 */
	public function test_what_happens_after_the_page_was_opened_ends_it( callable $end ): void {
		$order = $this->order();
		[ $expires, $signature ] = $this->link( $order );
		self::assertStringContainsString( 'scsp-choose', $this->page( $order, $expires, $signature ) );
		$end( $order );
		$this->mails = [];

		$answer = $this->post( $order, self::BALTO, $expires, $signature );

		self::assertContains( $answer->get_status(), [ 403, 409 ] );
		self::assertStringContainsString( 'can no longer be changed', $answer->get_data()['message'] );
		self::assertSame( self::FAUBOURG, $this->point( $this->reload( $order ) ) );
		self::assertSame( [], $this->mails );
		$page = $this->page( $order, $expires, $signature );
		self::assertStringNotContainsString( 'scsp-choose', $page );
		self::assertStringContainsString( 'can no longer be changed', $page );
	}

	public function test_the_merchants_hours_count_and_a_plugin_may_allow_more(): void {
		$order = $this->order();
		$order->set_date_paid( time() - 20 * 3600 );
		$order->save();
		self::assertFalse( ( new ChangePeriod( new Settings() ) )->is_open( $order ) );
		update_option( Settings::CHANGE_HOURS, '24' );
		self::assertTrue( ( new ChangePeriod( new Settings() ) )->is_open( $order ) );
		update_option( Settings::CHANGE_HOURS, '2' );
		add_filter( 'sendcloud_service_points_customer_may_change', '__return_true' );
		self::assertTrue( ( new ChangePeriod( new Settings() ) )->is_open( $order ) );
	}

	public function test_only_a_point_that_takes_the_parcel_is_taken_and_the_message_says_why(): void {
		$order = $this->order( 'processing', $this->customer() );
		wp_set_current_user( $order->get_customer_id() );

		self::assertStringContainsString( 'does not accept parcels', $this->post( $order, self::UNAVAILABLE )->get_data()['message'] );
		self::assertStringContainsString( 'not in the country', $this->post( $order, self::IN_NL )->get_data()['message'] );
		self::assertStringContainsString( 'no longer exists', $this->post( $order, 1999999 )->get_data()['message'] );
		self::assertSame( 400, $this->post( $order, 0 )->get_status() );
		self::assertSame( 400, $this->rest( 'POST', $this->route( $order ), [ 'service_point_id' => 'x' ] + $this->body( $order, 1 ) )->get_status() );
		self::assertSame( 400, $this->rest( 'POST', $this->route( $order ), [ 'package_id' => '999999' ] + $this->body( $order, self::BALTO ) )->get_status(), 'A line of another order.' );
		self::assertSame( 400, $this->rest( 'POST', $this->route( $order ), [ 'package_id' => [ '1' ] ] + $this->body( $order, self::BALTO ) )->get_status() );
		self::assertSame( self::FAUBOURG, $this->point( $this->reload( $order ) ) );
		self::assertSame( [], $this->mails );
	}

	public function test_the_same_request_again_changes_and_tells_nothing(): void {
		$order = $this->order();
		[ $expires, $signature ] = $this->link( $order );
		$this->post( $order, self::BALTO, $expires, $signature );
		$this->mails = [];

		self::assertSame( 200, $this->post( $order, self::BALTO, $expires, $signature )->get_status() );
		self::assertSame( [], $this->mails );
		self::assertSame( 1, $this->notes( $order ) );
	}

	public function test_of_two_windows_at_once_one_waits(): void {
		$order = $this->order();
		[ $expires, $signature ] = $this->link( $order );
		$lock = Lock::acquire( "customer-point-{$order->get_id()}", 30 );

		self::assertSame( 409, $this->post( $order, self::BALTO, $expires, $signature )->get_status() );
		$lock?->release();
		self::assertSame( 200, $this->post( $order, self::BALTO, $expires, $signature )->get_status() );
	}

	public function test_a_visitor_who_asks_too_often_waits(): void {
		add_filter( 'sendcloud_service_points_visitor_limit', static fn (): int => 2 );
		$order = $this->order();

		self::assertSame( [ 403, 403, 429 ], array_map( fn (): int => $this->post( $order, self::BALTO )->get_status(), [ 1, 2, 3 ] ) );
	}

	public function test_the_mails_of_an_order_have_the_link_and_those_to_the_merchant_have_not(): void {
		$order = $this->order();
		$mail  = $this->email_part( $order, false, false );
		self::assertSame( 1, preg_match( '/href="([^"]+sendcloud_order=[^"]+)"/', $mail, $match ) );
		parse_str( (string) wp_parse_url( html_entity_decode( $match[1] ), PHP_URL_QUERY ), $query );
		self::assertTrue( ChangeLink::is_genuine( $order, (int) $query['expires'], $query['signature'] ) );
		self::assertStringNotContainsString( $order->get_order_key(), $mail );
		self::assertStringNotContainsString( 'claire', $mail );
		self::assertStringContainsString( 'signature=', $this->email_part( $order, false, true ) );
		self::assertStringNotContainsString( 'signature', $this->email_part( $order, true, false ) );

		$order->update_status( 'completed' );
		self::assertStringNotContainsString( 'signature', $this->email_part( $order, false, false ) );
	}

	public function test_the_page_of_the_link_shows_the_point_and_not_where_the_customer_lives(): void {
		$order = $this->order();
		$page  = $this->page( $order, ...$this->link( $order ) );
		self::assertStringContainsString( 'Relais du Faubourg', $page );
		self::assertStringContainsString( 'Change service point', $page );
		self::assertStringContainsString( 'Please switch on JavaScript', $page );
		self::assertStringContainsString( '75010 Paris', $page );
		self::assertStringNotContainsString( '80 Rue du Faubourg', $page );
		self::assertStringNotContainsString( 'claire', $page );

		self::assertStringContainsString( 'This link is not valid', $this->page( $order, time() + 60, 'x' ) );
	}

	public function test_an_order_that_goes_home_has_nothing_to_change(): void {
		$order = $this->order();
		foreach ( $order->get_items( 'shipping' ) as $line ) {
			$line->set_method_id( 'flat_rate' );
			$line->set_method_title( 'Home' );
		}
		$order->save();
		$order = $this->reload( $order );
		[ $expires, $signature ] = $this->link( $order );

		self::assertSame( 400, $this->post( $order, self::BALTO, $expires, $signature )->get_status() );
		self::assertSame( '', trim( $this->email_part( $order, false, false ) ) );
	}

	/** @return array{int, string} */
	private function link( WC_Order $order ): array {
		return array_values( ChangeLink::arguments( $order, time() + 3600 ) );
	}

	private function page( WC_Order $order, int $expires, string $signature ): string {
		$_GET = [
			'sendcloud_order' => (string) $order->get_id(),
			'expires'         => (string) $expires,
			'signature'       => $signature,
		];
		$this->change_page()->register_link();
		try {
			return (string) apply_filters( 'pre_do_shortcode_tag', false, 'woocommerce_my_account', [], [] );
		} finally {
			remove_all_filters( 'pre_do_shortcode_tag' );
			$_GET = [];
		}
	}

	private function email_part( WC_Order $order, bool $to_admin, bool $is_plain ): string {
		ob_start();
		$this->change_page()->render_in_email( $order, $to_admin, $is_plain );
		return (string) ob_get_clean();
	}

	private function change_page(): ChangePage {
		$services = Plugin::services();
		return new ChangePage(
			new ChangePeriod( $services->settings() ),
			$services->order_choices(),
			new Placeholder( $services->order_choices(), $services->point_formatter() ),
			new ClassicScript( $services->assets() ),
			$services->order_display()
		);
	}

	private function post( WC_Order $order, int $point, ?int $expires = null, string $signature = '' ): WP_REST_Response {
		$proof = null === $expires ? [] : [
			'expires'   => $expires,
			'signature' => $signature,
		];
		return $this->rest( 'POST', $this->route( $order ), $this->body( $order, $point ) + $proof );
	}

	private function route( WC_Order $order ): string {
		return "/sendcloud-service-points/v1/orders/{$order->get_id()}/customer-service-point";
	}

	/** @return array<string, int|string> */
	private function body( WC_Order $order, int $point ): array {
		return [
			'package_id'       => (string) array_key_first( $order->get_items( 'shipping' ) ),
			'service_point_id' => $point,
		];
	}

	private function point( WC_Order $order ): int {
		return ( new OrderServicePoints() )->read( $order )[0]->service_point->id;
	}

	private function notes( WC_Order $order ): int {
		return count( array_filter( wc_get_order_notes( [ 'order_id' => $order->get_id() ] ), static fn ( object $note ): bool => str_starts_with( $note->content, 'Service point changed by the customer: ' ) ) );
	}

	private function customer(): int {
		$id = wp_insert_user(
			[
				'user_login' => uniqid( 'claire' ),
				'user_pass'  => 'secret',
				'role'       => 'customer',
			]
		);
		self::assertIsInt( $id );
		return $id;
	}

	protected function order( string $status = 'processing', int $customer = 0 ): WC_Order {
		$order = new WC_Order();
		$order->set_customer_id( $customer );
		$order->set_address(
			[
				'first_name' => 'Claire',
				'address_1'  => '80 Rue du Faubourg Saint-Denis',
				'postcode'   => '75010',
				'city'       => 'Paris',
				'country'    => 'FR',
				'email'      => 'claire@example.com',
			],
			'billing'
		);
		$line = new WC_Order_Item_Shipping();
		$line->set_method_id( 'service_point_v2_shipping_method' );
		$order->add_item( $line );
		$order->set_order_key( wc_generate_order_key() );
		$order->set_status( $status );
		$order->save();
		wp_set_current_user( 1 );
		$this->rest( 'POST', "/sendcloud-service-points/v1/orders/{$order->get_id()}/service-point", [ 'service_point_id' => self::FAUBOURG ] );
		wp_set_current_user( 0 );
		$this->mails = [];
		return $this->reload( $order );
	}
}
