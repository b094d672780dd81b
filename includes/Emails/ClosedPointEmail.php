<?php
/**
 * To the merchant: the service point of an order is closed.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Emails;

use SendcloudServicePoints\Order\PointFormatter;
use WC_Order;

final class ClosedPointEmail extends PointEmail {

	public const ID = 'sendcloud_service_point_closed';

	public function __construct( PointFormatter $formatter ) {
		$this->id          = self::ID;
		$this->title       = __( 'Service point closed', 'sendcloud-service-points' );
		$this->description = __( 'Sent to you when the service point of an order that is not shipped yet has been withdrawn or takes no parcels at the moment.', 'sendcloud-service-points' );

		parent::__construct( $formatter );
	}

	/** @return string */
	public function get_default_subject() {
		return __( '[{site_title}]: The service point of order #{order_number} is closed', 'sendcloud-service-points' );
	}

	/** @return string */
	public function get_default_heading() {
		return __( 'Service point closed: order #{order_number}', 'sendcloud-service-points' );
	}

	protected function message( WC_Order $order ): string {
		return sprintf(
			/* translators: 1: order number, 2: name of the customer. */
			__( 'The service point that order #%1$s of %2$s goes to has been withdrawn, or takes no parcels at the moment:', 'sendcloud-service-points' ),
			$order->get_order_number(),
			$order->get_formatted_billing_full_name()
		);
	}
}
