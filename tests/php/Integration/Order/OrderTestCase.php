<?php
/**
 * An order, placed or as some software left it.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Order;

use SendcloudServicePoints\Tests\Integration\Checkout\CheckoutTestCase;
use WC_Order;
use WC_Order_Item_Shipping;

abstract class OrderTestCase extends CheckoutTestCase {

	/** An order placed in the block checkout. */
	protected function order_to( int $point, string $country = 'FR', string $post_number = '' ): WC_Order {
		$this->shop( $country );
		$this->extension( $this->select( $point, $post_number ) );

		return $this->placed( $this->place_order( $country ) );
	}

	/** An order made by hand, with meta as some software left it. */
	protected function order_with( string $key, mixed $value, bool $on_line = false ): WC_Order {
		$order = wc_create_order();
		$line  = new WC_Order_Item_Shipping();
		$line->set_method_id( self::RELAY );
		( $on_line ? $line : $order )->update_meta_data( $key, $value );
		$order->add_item( $line );
		$order->save();

		return $this->reload( $order );
	}

	protected function printed( callable $print ): string {
		ob_start();
		$print();

		return (string) ob_get_clean();
	}
}
