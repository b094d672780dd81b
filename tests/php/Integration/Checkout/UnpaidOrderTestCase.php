<?php
/**
 * An order that exists and is still to be paid, whatever made it.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Checkout;

use WC_Order;
use WC_Order_Item_Shipping;

abstract class UnpaidOrderTestCase extends GuardTestCase {

	protected function unpaid( string $kind ): WC_Order {
		if ( 'draft of a refused checkout' !== $kind ) {
			return $this->order_by_hand( 'renewal that failed' === $kind ? 'failed' : 'pending', self::RELAY );
		}
		$this->shop();
		self::assertSame( 400, $this->place_order()->get_status() );
		$drafts = wc_get_orders( [ 'status' => 'checkout-draft' ] );
		self::assertCount( 1, $drafts );
		$this->forget();

		return $this->reload( $drafts[0] );
	}

	protected function order_by_hand( string $status, string ...$methods ): WC_Order {
		$order = wc_create_order( [ 'status' => $status ] );
		$order->add_product( $this->product(), 1 );
		foreach ( $methods as $method ) {
			$line = new WC_Order_Item_Shipping();
			$line->set_method_id( $method );
			$order->add_item( $line );
		}
		$order->set_address( $this->address( 'FR' ) + [ 'email' => 'robin@example.com' ], 'billing' );
		$order->set_address( $this->address( 'FR' ), 'shipping' );
		$order->calculate_totals();
		$order->save();

		return $this->reload( $order );
	}
}
