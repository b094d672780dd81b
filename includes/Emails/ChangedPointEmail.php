<?php
/**
 * To the customer: the order has got another service point, or lost it. The mails before this one name the old point.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Emails;

use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Domain\Text;
use SendcloudServicePoints\Order\PointFormatter;
use WC_Order;

final class ChangedPointEmail extends PointEmail {

	public const ID = 'sendcloud_service_point_changed';

	/** @var string WooCommerce 10.3 and later sorts its list of mails by it. */
	public $email_group = 'order-changes';

	public function __construct( PointFormatter $formatter ) {
		$this->id             = self::ID;
		$this->customer_email = true;
		$this->title          = __( 'Service point changed', 'sendcloud-service-points' );
		$this->description    = __( 'Sent to customers when the service point of their order is chosen, changed or removed after the order.', 'sendcloud-service-points' );

		parent::__construct( $formatter );
	}

	/** @return string */
	public function get_default_subject() {
		return __( 'The service point of your {site_title} order #{order_number} has changed', 'sendcloud-service-points' );
	}

	/** @return string */
	public function get_default_heading() {
		return __( 'Another service point for your order', 'sendcloud-service-points' );
	}

	/** @return string */
	public function get_default_additional_content() {
		return __( 'If this is not what you want, please contact us at {store_email} before the parcel is sent.', 'sendcloud-service-points' );
	}

	protected function message( WC_Order $order ): string {
		$number = $order->get_order_number();
		$before = null === $this->old ? '' : self::name( $this->old );

		if ( null === $this->selection ) {
			/* translators: 1: order number, 2: name and town of a service point. */
			return sprintf( __( 'Your order #%1$s no longer goes to the service point %2$s. Please ask us if you do not know where it goes instead.', 'sendcloud-service-points' ), $number, $before );
		}
		return '' === $before
			/* translators: %s: order number. */
			? sprintf( __( 'Your order #%s goes to this service point:', 'sendcloud-service-points' ), $number )
			/* translators: 1: order number, 2: name and town of a service point. */
			: sprintf( __( 'Your order #%1$s no longer goes to the service point %2$s, but to this one:', 'sendcloud-service-points' ), $number, $before );
	}

	private static function name( Selection $selection ): string {
		return Text::join( ', ', $selection->service_point->name, $selection->service_point->city );
	}
}
