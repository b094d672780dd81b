<?php
/**
 * Hooks the mails into WooCommerce, and has them sent.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Emails;

use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Order\PointFormatter;
use WC_Order;

final class EmailHooks {

	/** Here, since the mails themselves can only be loaded once WooCommerce has loaded its own. */
	public const SETTINGS = [ 'woocommerce_sendcloud_service_point_closed_settings', 'woocommerce_sendcloud_service_point_changed_settings', 'woocommerce_sendcloud_service_point_changed_by_customer_settings' ];

	/** Nobody has told the customer of such an order yet, or it goes nowhere. */
	private const UNTOLD = [ 'auto-draft', 'checkout-draft', 'pending', 'failed', 'cancelled', 'refunded', 'trash' ];

	public function __construct( private readonly PointFormatter $formatter ) {}

	public function register(): void {
		add_filter( 'woocommerce_email_classes', [ $this, 'add_emails' ] );
		add_filter( 'woocommerce_prepare_email_for_preview', [ $this, 'prepare_preview' ] );
		add_action( 'sendcloud_service_points_point_closed', [ $this, 'send_closed' ], 10, 2 );
		add_action( 'sendcloud_service_points_point_changed', [ $this, 'send_changed' ], 10, 4 );
	}

	/** @param mixed $emails WooCommerce's mails, by their ids: no class names, whose backslashes do not come through in its settings. */
	public function add_emails( mixed $emails ): mixed {
		return is_array( $emails ) ? $emails + [
			ClosedPointEmail::ID    => new ClosedPointEmail( $this->formatter ),
			ChangedPointEmail::ID   => new ChangedPointEmail( $this->formatter ),
			CustomerChangeEmail::ID => new CustomerChangeEmail( $this->formatter ),
		] : $emails;
	}

	/**
	 * WooCommerce brings an order that is an example; its points are too.
	 *
	 * @param mixed $email The mail to be shown.
	 */
	public function prepare_preview( mixed $email ): mixed {
		if ( $email instanceof PointEmail ) {
			$email->set_selection( self::example( 1, __( 'Corner Shop', 'sendcloud-service-points' ) ), self::example( 2, __( 'Kiosk', 'sendcloud-service-points' ) ) );
		}
		return $email;
	}

	public function send_closed( WC_Order $order, Selection $selection ): void {
		$this->email( ClosedPointEmail::ID )?->trigger( $order, $selection );
	}

	public function send_changed( WC_Order $order, ?Selection $selection, ?Selection $old, bool $by_customer = false ): void {
		if ( $order->has_status( self::UNTOLD ) ) {
			return;
		}
		$this->email( ChangedPointEmail::ID )?->trigger( $order, $selection, $old );
		if ( $by_customer ) {
			$this->email( CustomerChangeEmail::ID )?->trigger( $order, $selection, $old );
		}
	}

	private function email( string $id ): ?PointEmail {
		$email = WC()->mailer()->get_emails()[ $id ] ?? null;

		return $email instanceof PointEmail ? $email : null;
	}

	private static function example( int $id, string $name ): ?Selection {
		$point = ServicePoint::from_array(
			[
				'id'      => $id,
				'name'    => $name,
				'carrier' => [ 'name' => 'DHL' ],
				'address' => [
					'street'       => 'Stadhuisplein',
					'house_number' => (string) $id,
					'postal_code'  => '5611 EM',
					'city'         => 'Eindhoven',
					'country_code' => 'NL',
				],
			]
		);
		return null === $point ? null : new Selection( $point );
	}
}
