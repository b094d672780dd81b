<?php
/**
 * An order that exists has got another service point, or lost it: told in one place, whoever did it.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use SendcloudServicePoints\Domain\Selection;
use WC_Order;

final class ChangedPoint {

	public static function announce( WC_Order $order, ?Selection $selection, ?Selection $old, bool $by_customer = false ): void {
		/**
		 * Fires when an order that exists has got another service point, or lost it, by the merchant or by the customer.
		 *
		 * @param WC_Order       $order       The order, saved.
		 * @param Selection|null $new         What it has now.
		 * @param Selection|null $old         What it had before.
		 * @param bool           $by_customer Whether the customer did it.
		 */
		do_action( 'sendcloud_service_points_point_changed', $order, $selection, $old, $by_customer );
	}
}
