<?php
/**
 * Lists the mail about closed service points among WooCommerce's, and has it sent.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Availability;

use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Order\PointFormatter;
use WC_Order;

final class ClosedPointMail {

	public function __construct( private readonly PointFormatter $formatter ) {}

	public function register(): void {
		add_filter( 'woocommerce_email_classes', [ $this, 'add' ] );
		add_action( 'sendcloud_service_points_point_closed', [ $this, 'send' ], 10, 2 );
	}

	/**
	 * @param mixed $emails WooCommerce's mails by class.
	 */
	public function add( mixed $emails ): mixed {
		return is_array( $emails ) ? $emails + [ ClosedPointEmail::class => new ClosedPointEmail( $this->formatter ) ] : $emails;
	}

	public function send( WC_Order $order, Selection $selection ): void {
		$email = WC()->mailer()->get_emails()[ ClosedPointEmail::class ] ?? null;

		if ( $email instanceof ClosedPointEmail ) {
			$email->trigger( $order, $selection );
		}
	}
}
