<?php
/**
 * Where a customer and the merchant see the point.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Order;

use DateTimeZone;
use SendcloudServicePoints\Domain\Selection;
use WC_Emails;
use WC_Order;

final class OrderDisplayTest extends OrderTestCase {

	public function test_my_account_and_the_classic_thank_you_page_show_it_once(): void {
		$order = $this->order_to( self::SPLIT_DAYS );

		$html = $this->printed( static fn () => woocommerce_order_details_table( $order->get_id() ) );
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

		$html = $this->printed( static fn () => do_action( 'woocommerce_admin_order_data_after_shipping_address', $order ) );

		self::assertStringContainsString( 'Packstation 142', $html );
		self::assertStringContainsString( 'Post number: 12345678', $html );
	}

	public function test_the_line_of_the_admins_order_does_not_show_it_raw(): void {
		self::assertContains( '_sendcloud_service_point', apply_filters( 'woocommerce_hidden_order_itemmeta', [] ) );
	}

	/**
	 * What a mail about an order says.
	 */
	private function mail( string $type, WC_Order $order ): string {
		// What a mail is made of is hooked once a process, and each test starts without.
		if ( false === has_action( 'woocommerce_email_order_details', [ WC()->mailer(), 'order_details' ] ) ) {
			new WC_Emails();
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
		self::assertStringContainsString( 'Opening hours in the week of ' . wp_date( wc_date_format(), strtotime( 'monday this week UTC' ), new DateTimeZone( 'UTC' ) ), $mail );
	}

	public function test_hours_that_do_not_know_their_week_are_left_out(): void {
		$order = $this->order_to( self::SPLIT_DAYS );
		$shown = fn (): string => $this->printed( fn () => do_action( 'woocommerce_order_details_after_order_table', $this->reload( $order ) ) );
		self::assertStringContainsString( 'Monday: Closed', $shown() );

		// As an earlier version wrote it.
		$line = array_values( $order->get_items( 'shipping' ) )[0];
		$meta = $line->get_meta( '_sendcloud_service_point' );
		unset( $meta['service_point']['opening_week'], $meta['service_point']['next_open_at'], $meta['service_point']['is_expired'] );
		$meta['service_point']['is_active'] = true;
		$line->update_meta_data( '_sendcloud_service_point', $meta );
		$line->save();

		self::assertStringContainsString( 'Cordonnerie du Midi', $shown() );
		self::assertStringContainsString( 'openstreetmap.org', $shown() );
		self::assertStringNotContainsString( 'Monday', $shown() );
		self::assertStringNotContainsString( 'Opening hours', $shown() );
	}

	public function test_a_shop_on_holiday_has_no_hours_to_tell_and_keeps_when_it_opens(): void {
		$order = $this->order_to( self::HOLIDAY );
		$point = sendcloud_service_points_get_order_points( $order )[0]['service_point'];
		self::assertNull( $point['opening_times'] );
		self::assertMatchesRegularExpression( '/^\d{4}-\d\d-\d\dT09:00:00\+0[12]:00$/', $point['next_open_at'] );
		self::assertStringNotContainsString( 'Closed', $this->printed( static fn () => do_action( 'woocommerce_order_details_after_order_table', $order ) ) );
	}

	public function test_the_plain_mail_shows_it_in_lines_of_plain_text(): void {
		$order = $this->order_to( self::ACCENTED_NAME );
		$point = Selection::from_array( sendcloud_service_points_get_order_points( $order )[0] )->service_point;
		$mail  = $this->mail( 'plain', $order );

		self::assertStringContainsString( "SERVICE POINT\n\nL'Épicerie d'à côté\n{$point->street}\n75010 Paris\nMondial Relay\n", $mail );
		self::assertStringNotContainsString( '&#0', $mail );
	}

	public function test_the_preview_of_a_mail_with_an_order_that_does_not_exist_survives(): void {
		$order = new WC_Order();
		$order->set_id( 12345 );

		self::assertSame( '', $this->printed( static fn () => do_action( 'woocommerce_email_after_order_table', $order, false, false ) ) );
	}
}
