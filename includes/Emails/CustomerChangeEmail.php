<?php
/**
 * To the merchant: the customer has changed the service point of an order.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Emails;

use SendcloudServicePoints\Order\PointFormatter;
use WC_Order;

final class CustomerChangeEmail extends PointEmail {

	public const ID = 'sendcloud_service_point_changed_by_customer';

	public function __construct( PointFormatter $formatter ) {
		$this->id          = self::ID;
		$this->title       = __( 'Service point changed by the customer', 'sendcloud-service-points' );
		$this->description = __( 'Sent to you when a customer changes the service point of an order that is not sent yet.', 'sendcloud-service-points' );

		parent::__construct( $formatter );
	}

	/** @return string */
	public function get_default_subject() {
		return __( '[{site_title}]: The customer has changed the service point of order #{order_number}', 'sendcloud-service-points' );
	}

	/** @return string */
	public function get_default_heading() {
		return __( 'Service point changed: order #{order_number}', 'sendcloud-service-points' );
	}

	protected function message( WC_Order $order ): string {
		return sprintf(
			/* translators: 1: order number, 2: name of the customer. */
			__( 'The customer of order #%1$s, %2$s, has chosen another service point:', 'sendcloud-service-points' ),
			$order->get_order_number(),
			$order->get_formatted_billing_full_name()
		);
	}
}
