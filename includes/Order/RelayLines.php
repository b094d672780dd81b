<?php
/**
 * Which shipping lines of an order need a service point, and of which carriers.
 *
 * A shipping line remembers the rate it was made of well enough to ask about that.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use SendcloudServicePoints\Domain\Destination;
use SendcloudServicePoints\Shipping\RelayRates;
use WC_Order;
use WC_Order_Item_Shipping;
use WC_Shipping_Method;
use WC_Shipping_Rate;
use WC_Shipping_Zones;

final class RelayLines {

	public function __construct( private readonly RelayRates $rates, private readonly OrderServicePoints $points ) {}

	/** Whether any of an order's lines needs a point and has none. */
	public function lack_point( WC_Order $order ): bool {
		$selections = $this->points->by_line( $order );

		foreach ( $this->points->lines( $order ) as $index => $line ) {
			if ( ! isset( $selections[ $index ] ) && $this->needs_point( $line ) ) {
				return true;
			}
		}

		return false;
	}

	public function needs_point( WC_Order_Item_Shipping $line ): bool {
		return $this->rates->recognises( self::rate( $line ) ) && ! $this->has_old_title( $line );
	}

	/** Whether the customer collects it at the shop: then nothing is sent, to a point or elsewhere. */
	public static function is_collected( WC_Order_Item_Shipping $line ): bool {
		return RelayRates::is_pickup( $line->get_method_id() );
	}

	/** @return list<string> Carrier codes, empty for all. */
	public function carriers( WC_Order_Item_Shipping $line ): array {
		return $this->rates->carriers( self::rate( $line ) );
	}

	/** Where the order goes: its shipping address, or else its billing address. */
	public static function destination( WC_Order $order ): Destination {
		return Destination::from_address( $order->get_address( '' === $order->get_shipping_country() ? 'billing' : 'shipping' ) );
	}

	public static function rate( WC_Order_Item_Shipping $line ): WC_Shipping_Rate {
		$method   = $line->get_method_id();
		$instance = (int) $line->get_instance_id();

		return new WC_Shipping_Rate( "$method:$instance", $line->get_method_title(), 0, [], $method, $instance );
	}

	/** The order's screen changes a line's method, and leaves the title of the one before: that title says nothing any more. */
	private function has_old_title( WC_Order_Item_Shipping $line ): bool {
		$instance = (int) $line->get_instance_id();
		// Our own methods are known by their id alone.
		if ( 0 === $instance || ! RelayRates::can_be_set( $line->get_method_id() ) ) {
			return false;
		}
		$method = WC_Shipping_Zones::get_shipping_method( $instance );

		return $method instanceof WC_Shipping_Method && $method->id !== $line->get_method_id();
	}
}
