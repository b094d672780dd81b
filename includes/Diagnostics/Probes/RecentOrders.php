<?php
/**
 * The newest orders of the last 30 days that go to a service point.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Probes;

use Automattic\WooCommerce\Utilities\OrderUtil;
use SendcloudServicePoints\Shipping\RelayRates;
use WC_Order;
use WC_Order_Item_Shipping;

final class RecentOrders {

	private const DAYS = 30;

	/** Enough to see a fault, and no strain on a big shop. */
	private const LIMIT = 200;

	private const SHOWN = 20;

	/** Nothing is going to be sent for these. */
	private const CLOSED = [ 'cancelled', 'refunded', 'failed', 'trash', 'checkout-draft' ];

	/** @var list<WC_Order>|null */
	private ?array $orders = null;

	public function __construct( private readonly RelayRates $rates ) {}

	/** @return list<WC_Order> Newest first. */
	public function all(): array {
		return $this->orders ??= $this->read();
	}

	/** What was looked at, for findings that speak of all. */
	public static function scope(): string {
		return sprintf(
			/* translators: 1: number of days, 2: number of orders. */
			__( 'Looked at: the last %1$d days, the newest %2$d orders at most.', 'sendcloud-service-points' ),
			self::DAYS,
			self::LIMIT
		);
	}

	/**
	 * @param list<WC_Order> $orders
	 * @return list<string> Number and date of each, nothing about the customer.
	 */
	public static function lines( array $orders ): array {
		$lines = array_map(
			static fn ( WC_Order $order ): string => sprintf(
				'#%s (%s)',
				$order->get_order_number(),
				(string) $order->get_date_created()?->date_i18n( wc_date_format() )
			),
			array_slice( $orders, 0, self::SHOWN )
		);
		return count( $orders ) > self::SHOWN ? [ ...$lines, '…' ] : $lines;
	}

	/** @return list<WC_Order> */
	private function read(): array {
		$statuses = array_map( OrderUtil::remove_status_prefix( ... ), array_keys( wc_get_order_statuses() ) );
		$orders   = wc_get_orders(
			[
				'type'         => 'shop_order',
				'limit'        => self::LIMIT,
				'orderby'      => 'date',
				'order'        => 'DESC',
				'date_created' => '>' . ( time() - self::DAYS * DAY_IN_SECONDS ),
				'status'       => array_values( array_diff( $statuses, self::CLOSED ) ),
			]
		);
		return array_values(
			array_filter(
				is_array( $orders ) ? $orders : [],
				fn ( mixed $order ): bool => $order instanceof WC_Order && $this->goes_to_a_point( $order )
			)
		);
	}

	private function goes_to_a_point( WC_Order $order ): bool {
		foreach ( $order->get_shipping_methods() as $line ) {
			if ( $line instanceof WC_Order_Item_Shipping && $this->rates->is_relay( $line->get_method_id(), (int) $line->get_instance_id() ) ) {
				return true;
			}
		}
		return false;
	}
}
