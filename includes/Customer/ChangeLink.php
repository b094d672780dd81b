<?php
/**
 * The link in an order's mails by which customers change its service point, with or without an account.
 *
 * It is signed and ends. It names nothing but the order's number: who it is for is in the signature, so that it ends as well when the
 * merchant corrects the address it was sent to.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Customer;

use WC_Order;

final class ChangeLink {

	/** In the address of the page "My account". */
	public const ORDER     = 'sendcloud_order';
	public const EXPIRES   = 'expires';
	public const SIGNATURE = 'signature';

	public static function url( WC_Order $order, int $expires ): string {
		return add_query_arg( [ self::ORDER => $order->get_id() ] + self::arguments( $order, $expires ), wc_get_page_permalink( 'myaccount' ) );
	}

	/** @return array{expires: int, signature: string} */
	public static function arguments( WC_Order $order, int $expires ): array {
		return [
			self::EXPIRES   => $expires,
			self::SIGNATURE => self::signature( $order, $expires ),
		];
	}

	/** Whether we have made it for this order, however long ago. */
	public static function is_genuine( WC_Order $order, int $expires, string $signature ): bool {
		return hash_equals( self::signature( $order, $expires ), $signature );
	}

	private static function signature( WC_Order $order, int $expires ): string {
		return hash_hmac( 'sha256', implode( '|', [ 'service-point', $order->get_id(), $order->get_order_key(), $order->get_billing_email(), $expires ] ), wp_salt() );
	}
}
