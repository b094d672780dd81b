<?php
/**
 * What the mails about an order's service point have in common. WooCommerce > Settings > Emails lists them; a theme can override their
 * templates.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Emails;

use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Order\PointFormatter;
use WC_Email;
use WC_Order;

abstract class PointEmail extends WC_Email {

	/** The point that the mail shows. */
	protected ?Selection $selection = null;

	/** What the order had before, where it has changed. */
	protected ?Selection $old = null;

	/** A subclass has said its id, title, description, and whether it goes to the customer. */
	public function __construct( private readonly PointFormatter $formatter ) {
		$file                 = strtr( $this->id, '_', '-' ) . '.php';
		$this->template_base  = __DIR__ . '/templates/';
		$this->template_html  = "emails/$file";
		$this->template_plain = "emails/plain/$file";
		$this->placeholders   = [
			'{order_number}'  => '',
			'{order_date}'    => '',
			'{service_point}' => '',
		];

		parent::__construct();

		if ( ! $this->customer_email ) {
			$this->recipient = $this->get_option( 'recipient', self::merchant() );
		}
	}

	/** What happened, for the customer or the merchant. Not escaped. */
	abstract protected function message( WC_Order $order ): string;

	/** Wherever WooCommerce loads its mails, a cart included, WordPress would ask the database for settings that were never saved. */
	public function init_settings(): void {
		parent::init_settings();
		if ( false === get_option( $this->get_option_key() ) ) {
			add_option( $this->get_option_key(), [] );
		}
	}

	public function trigger( WC_Order $order, ?Selection $selection, ?Selection $old = null ): void {
		$this->object = $order;
		if ( $this->customer_email ) {
			$this->recipient = $order->get_billing_email();
		}
		$this->setup_locale();
		$this->placeholders = [
			'{order_number}' => $order->get_order_number(),
			'{order_date}'   => (string) $order->get_date_created()?->date_i18n( wc_date_format() ),
		] + $this->placeholders;
		$this->set_selection( $selection, $old );

		if ( $this->is_enabled() && '' !== (string) $this->get_recipient() ) {
			$this->send( $this->get_recipient(), $this->get_subject(), $this->get_content(), $this->get_headers(), $this->get_attachments() );
		}

		$this->restore_locale();
	}

	public function set_selection( ?Selection $selection, ?Selection $old = null ): void {
		$this->selection                       = $selection;
		$this->old                             = $old;
		$this->placeholders['{service_point}'] = ( $selection ?? $old )->service_point->name ?? '';
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

		if ( $this->customer_email ) {
			return;
		}
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
			'message'            => $this->object instanceof WC_Order ? $this->message( $this->object ) : '',
			'point'              => null === $selection ? '' : ( $is_plain ? $this->formatter->plain( $selection ) : $this->formatter->html( $selection ) ),
			'email_heading'      => $this->get_heading(),
			'additional_content' => $this->get_additional_content(),
			'sent_to_admin'      => ! $this->customer_email,
			'plain_text'         => $is_plain,
			'email'              => $this,
		];
	}
}
