<?php
/**
 * Hooks the mail about closed service points into WooCommerce, and has it sent.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Availability;

use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Order\PointFormatter;
use WC_Order;

final class ClosedPointEmailHooks {

	/** Here, since the mail itself can only be loaded once WooCommerce has loaded its own. */
	public const SETTINGS = 'woocommerce_sendcloud_service_point_closed_settings';

	public function __construct( private readonly PointFormatter $formatter ) {}

	public function register(): void {
		add_filter( 'woocommerce_email_classes', [ $this, 'add_email' ] );
		add_filter( 'woocommerce_prepare_email_for_preview', [ $this, 'prepare_preview' ] );
		add_action( 'sendcloud_service_points_point_closed', [ $this, 'send_email' ], 10, 2 );
	}

	/** @param mixed $emails WooCommerce's mails. */
	public function add_email( mixed $emails ): mixed {
		return is_array( $emails ) ? $emails + [ ClosedPointEmail::ID => new ClosedPointEmail( $this->formatter ) ] : $emails;
	}

	/**
	 * WooCommerce brings an order that is an example; its point is one too.
	 *
	 * @param mixed $email The mail to be shown.
	 */
	public function prepare_preview( mixed $email ): mixed {
		$point = ServicePoint::from_array(
			[
				'id'      => 1,
				'name'    => __( 'Corner Shop', 'sendcloud-service-points' ),
				'carrier' => [ 'name' => 'DHL' ],
				'address' => [
					'street'       => 'Stadhuisplein',
					'house_number' => '1',
					'postal_code'  => '5611 EM',
					'city'         => 'Eindhoven',
					'country_code' => 'NL',
				],
			]
		);
		if ( $email instanceof ClosedPointEmail && null !== $point ) {
			$email->set_selection( new Selection( $point ) );
		}

		return $email;
	}

	public function send_email( WC_Order $order, Selection $selection ): void {
		$email = WC()->mailer()->get_emails()[ ClosedPointEmail::ID ] ?? null;

		if ( $email instanceof ClosedPointEmail ) {
			$email->trigger( $order, $selection );
		}
	}
}
