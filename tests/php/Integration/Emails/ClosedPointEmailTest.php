<?php
/**
 * The mail that tells the merchant of a closed point.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Emails;

use SendcloudServicePoints\Availability\CheckQueue;
use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Emails\ClosedPointEmail;
use SendcloudServicePoints\Order\OrderServicePoints;
use WC_Admin_Settings;
use WC_Order;
use WC_Order_Item_Shipping;
use WC_Settings_Emails;

final class ClosedPointEmailTest extends EmailTestCase {

	protected const ID = 'sendcloud_service_point_closed';

	/** No such point, so it is closed. */
	private const GONE   = 1999999;
	private const POISON = 'L\'Épicerie "d\'à côté" & <b>fils</b> <3';

	public function test_each_order_to_a_closed_point_is_told_of_once(): void {
		$orders = [ $this->order_to_closed_point(), $this->order_to_closed_point() ];
		$ids    = array_map( static fn ( WC_Order $order ): int => $order->get_id(), $orders );

		do_action( CheckQueue::HOOK, $ids, '', 0 );
		do_action( CheckQueue::HOOK, $ids, '', 0 );

		self::assertCount( 2, $this->mails );
		foreach ( $ids as $index => $id ) {
			self::assertStringContainsString( "#$id", $this->mails[ $index ]['subject'] );
		}
	}

	public function test_a_name_from_outside_is_text_in_html(): void {
		$this->check( $this->order_to_closed_point() );

		$message = $this->mails[0]['message'];
		self::assertStringNotContainsString( '<b>', $message );
		self::assertStringContainsString( self::POISON, html_entity_decode( $message, ENT_QUOTES ) );
		self::assertStringContainsString( 'Rue X', $message );
		self::assertStringContainsString( 'Choose another service point', $message );
	}

	public function test_plain_text_has_the_name_as_it_is_and_all_that_follows(): void {
		$order = $this->order_to_closed_point();
		$this->settings( [ 'email_type' => 'plain' ] );
		$this->check( $order );

		$message = $this->mails[0]['message'];
		self::assertStringContainsString( "L'Épicerie \"d'à côté\" & fils <3\nRue X\n69001 Lyon\n", $message );
		self::assertStringContainsString( html_entity_decode( $order->get_edit_order_url() ), str_replace( "\n", '', $message ) );
		self::assertStringNotContainsString( '&#', $message );
	}

	public function test_a_mail_that_is_switched_off_is_not_sent_and_the_order_is_flagged_all_the_same(): void {
		$order = $this->order_to_closed_point();
		$this->settings( [ 'enabled' => 'no' ] );
		$this->check( $order );

		self::assertSame( [], $this->mails );
		self::assertSame( 'closed', $this->reload( $order )->get_meta( '_sendcloud_service_point_status' ) );
	}

	public function test_recipient_subject_and_additional_content_are_the_merchants(): void {
		$order = $this->order_to_closed_point();
		$this->settings(
			[
				'recipient'          => 'packing@example.com, boss@example.com',
				'subject'            => 'Attention {order_number}: {service_point}',
				'additional_content' => 'Ask Sam about {service_point}.',
			]
		);
		$this->check( $order );

		self::assertSame( 'packing@example.com, boss@example.com', $this->mails[0]['to'] );
		self::assertSame( "Attention {$order->get_id()}: " . self::POISON, $this->mails[0]['subject'] );
		self::assertStringContainsString( 'Ask Sam about L', $this->mails[0]['message'] );
	}

	public function test_without_a_recipient_of_its_own_it_goes_to_the_shops_address(): void {
		$this->check( $this->order_to_closed_point() );

		self::assertSame( 'admin@example.com', $this->mails[0]['to'] );
	}

	public function test_woocommerces_settings_show_and_save_it(): void {
		wp_set_current_user( 1 );
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		$page = array_values( array_filter( WC_Admin_Settings::get_settings_pages(), static fn ( object $page ): bool => $page instanceof WC_Settings_Emails ) )[0];
		// As WooCommerce reads it from the address that its own list of mails links to.
		$key                        = array_search( $this->email(), WC()->mailer()->get_emails(), true );
		$GLOBALS['current_section'] = sanitize_title( strtolower( (string) $key ) );

		try {
			ob_start();
			$page->output();
			$html = (string) ob_get_clean();
			self::assertStringContainsString( 'name="woocommerce_sendcloud_service_point_closed_recipient"', $html );
			self::assertStringContainsString( '{service_point}', $html );

			$_POST = [
				'woocommerce_sendcloud_service_point_closed_enabled'    => '1',
				'woocommerce_sendcloud_service_point_closed_recipient'  => 'sam@example.com',
				'woocommerce_sendcloud_service_point_closed_email_type' => 'plain',
			];
			$page->save();
		} finally {
			unset( $GLOBALS['current_section'] );
		}
		self::assertSame( 'sam@example.com', get_option( 'woocommerce_sendcloud_service_point_closed_settings' )['recipient'] );
		self::assertSame( 'yes', get_option( 'woocommerce_sendcloud_service_point_closed_settings' )['enabled'] );
	}

	/** @return array<string, array{string}> */
	public function types(): array {
		return [
			'HTML'       => [ 'html' ],
			'plain text' => [ 'plain' ],
		];
	}

	/** @dataProvider types */
	public function test_woocommerces_preview_shows_it_with_an_example( string $type ): void {
		$this->settings(
			[
				'email_type' => $type,
				'subject'    => 'Closed: {service_point}',
			]
		);
		wp_set_current_user( 1 );
		$nonce = wp_create_nonce( 'email-preview-nonce' );
		$class = ClosedPointEmail::class;

		$subject = $this->rest(
			'GET',
			'/wc-admin-email/settings/email/preview-subject',
			[
				'type'  => $class,
				'nonce' => $nonce,
			]
		);
		$sent = $this->rest(
			'POST',
			'/wc-admin-email/settings/email/send-preview',
			[
				'type'  => $class,
				'email' => 'me@example.com',
				'nonce' => $nonce,
			]
		);

		self::assertSame( 'Closed: Corner Shop', $subject->get_data()['subject'] );
		self::assertSame( 200, $sent->get_status(), (string) wp_json_encode( $sent->get_data() ) );
		self::assertStringContainsString( 'Corner Shop', $this->mails[0]['message'] );
		self::assertStringContainsString( 'Stadhuisplein', $this->mails[0]['message'] );
	}

	/** @dataProvider types */
	public function test_a_theme_can_override_it( string $type ): void {
		$theme = get_temp_dir() . uniqid( 'theme' );
		$path  = "$theme/woocommerce/emails/" . ( 'plain' === $type ? 'plain/' : '' );
		wp_mkdir_p( $path );
		file_put_contents( "{$path}sendcloud-service-point-closed.php", 'Ours: <?php echo esc_html( $order->get_id() ); ?>' );
		$before = $GLOBALS['wp_stylesheet_path'];
		$order  = $this->order_to_closed_point();
		$this->settings( [ 'email_type' => $type ] );

		$GLOBALS['wp_stylesheet_path'] = $theme; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
		try {
			$this->check( $order );
		} finally {
			$GLOBALS['wp_stylesheet_path'] = $before; // phpcs:ignore WordPress.WP.GlobalVariablesOverride.Prohibited
			array_map( 'unlink', (array) glob( "{$path}*.php" ) );
		}

		self::assertStringContainsString( "Ours: {$order->get_id()}", $this->mails[0]['message'] );
	}

	private function email(): ClosedPointEmail {
		foreach ( WC()->mailer()->get_emails() as $email ) {
			if ( $email instanceof ClosedPointEmail ) {
				return $email;
			}
		}
		self::fail( 'WooCommerce does not know the mail.' );
	}

	private function check( WC_Order $order ): void {
		do_action( CheckQueue::HOOK, [ $order->get_id() ], '', 0 );
	}

	private function order_to_closed_point(): WC_Order {
		$point = ServicePoint::from_array(
			[
				'id'      => self::GONE,
				'name'    => self::POISON,
				'address' => [
					'street'       => 'Rue X',
					'postal_code'  => '69001',
					'city'         => 'Lyon',
					'country_code' => 'FR',
				],
			]
		);
		self::assertNotNull( $point );
		$order = new WC_Order();
		$line  = new WC_Order_Item_Shipping();
		$line->set_method_id( 'service_point_v2_shipping_method' );
		$order->add_item( $line );
		$order->set_status( 'processing' );
		( new OrderServicePoints() )->write( $order, [ new Selection( $point ) ] );
		$order->save();
		// Those of a new order.
		$this->mails = [];
		return $order;
	}
}
