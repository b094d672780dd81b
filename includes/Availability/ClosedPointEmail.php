<?php
/**
 * The mail to the merchant: WooCommerce > Settings > Emails > Service point closed.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Availability;

use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Order\PointFormatter;
use WC_Email;
use WC_Order;

final class ClosedPointEmail extends WC_Email {

	/** Also its page in WooCommerce's settings: no class name, whose backslashes do not come through there. */
	public const ID = 'sendcloud_service_point_closed';

	private ?Selection $selection = null;

	public function __construct( private readonly PointFormatter $formatter ) {
		$this->id             = self::ID;
		$this->title          = __( 'Service point closed', 'sendcloud-service-points' );
		$this->description    = __( 'Sent to you when the service point of an order that is not shipped yet has been withdrawn or takes no parcels at the moment.', 'sendcloud-service-points' );
		$this->template_base  = __DIR__ . '/templates/';
		$this->template_html  = 'emails/sendcloud-service-point-closed.php';
		$this->template_plain = 'emails/plain/sendcloud-service-point-closed.php';
		$this->placeholders   = [
			'{order_number}'  => '',
			'{order_date}'    => '',
			'{service_point}' => '',
		];

		parent::__construct();

		$this->recipient = $this->get_option( 'recipient', self::merchant() );
	}

	/** Wherever WooCommerce loads its mails, a cart included, WordPress would ask the database for settings that were never saved. */
	public function init_settings(): void {
		parent::init_settings();
		if ( false === get_option( $this->get_option_key() ) ) {
			add_option( $this->get_option_key(), [] );
		}
	}

	public function trigger( WC_Order $order, Selection $selection ): void {
		$this->setup_locale();

		$this->object       = $order;
		$this->placeholders = [
			'{order_number}' => $order->get_order_number(),
			'{order_date}'   => (string) $order->get_date_created()?->date_i18n( wc_date_format() ),
		] + $this->placeholders;
		$this->set_selection( $selection );

		if ( $this->is_enabled() && '' !== $this->get_recipient() ) {
			$this->send( $this->get_recipient(), $this->get_subject(), $this->get_content(), $this->get_headers(), $this->get_attachments() );
		}

		$this->restore_locale();
	}

	public function set_selection( Selection $selection ): void {
		$this->selection                       = $selection;
		$this->placeholders['{service_point}'] = $selection->service_point->name;
	}

	/** @return string */
	public function get_default_subject() {
		return __( '[{site_title}]: The service point of order #{order_number} is closed', 'sendcloud-service-points' );
	}

	/** @return string */
	public function get_default_heading() {
		return __( 'Service point closed: order #{order_number}', 'sendcloud-service-points' );
	}

	/** @return string */
	public function get_content_html() {
		return wc_get_template_html( $this->template_html, $this->arguments( false ), '', $this->template_base );
	}

	/** @return string */
	public function get_content_plain() {
		return wc_get_template_html( $this->template_plain, $this->arguments( true ), '', $this->template_base );
	}

	/** @return void */
	public function init_form_fields() {
		parent::init_form_fields();

		$recipient = [
			'title'       => __( 'Recipient(s)', 'sendcloud-service-points' ),
			'type'        => 'text',
			/* translators: %s: e-mail address. */
			'description' => sprintf( __( 'E-mail addresses, separated by commas. Default: %s', 'sendcloud-service-points' ), esc_html( self::merchant() ) ),
			'default'     => '',
			'desc_tip'    => true,
		];

		// After "Enable", as in WooCommerce's own.
		$this->form_fields = array_slice( $this->form_fields, 0, 1, true ) + [ 'recipient' => $recipient ] + $this->form_fields;
	}

	private static function merchant(): string {
		$address = get_option( 'admin_email' );

		return is_string( $address ) ? $address : '';
	}

	/** @return array<string, mixed> */
	private function arguments( bool $is_plain ): array {
		$selection = $this->selection;

		return [
			'order'              => $this->object,
			'point'              => null === $selection ? '' : ( $is_plain ? $this->formatter->plain( $selection ) : $this->formatter->html( $selection ) ),
			'email_heading'      => $this->get_heading(),
			'additional_content' => $this->get_additional_content(),
			'sent_to_admin'      => true,
			'plain_text'         => $is_plain,
			'email'              => $this,
		];
	}
}
