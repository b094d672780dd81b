<?php
/**
 * An order's address as Sendcloud's API writes it.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Export;

use WC_Order;

final class OrderAddress {

	/** What Sendcloud refuses an address without. */
	private const REQUIRED = [ 'name', 'address_line_1', 'postal_code', 'city', 'country_code' ];

	/** @return array<string, mixed> The billing address where the order has no other. */
	public static function shipping( WC_Order $order ): array {
		$billing = self::from_type( $order, 'billing' );
		return $order->has_shipping_address() ? self::from_type( $order, 'shipping' ) + array_intersect_key( $billing, [ 'name' => '' ] ) : $billing;
	}

	/** @return array<string, mixed>|null Null where it is not whole: a shop may ask for less, and Sendcloud can do without. */
	public static function billing( WC_Order $order ): ?array {
		$billing = self::from_type( $order, 'billing' );
		return [] === array_diff( self::REQUIRED, array_keys( $billing ) ) ? $billing : null;
	}

	/** @return array<string, mixed> */
	public static function customer( WC_Order $order ): array {
		return Payload::filled(
			[
				'name'         => self::from_type( $order, 'billing' )['name'] ?? self::shipping( $order )['name'] ?? '-',
				'email'        => $order->get_billing_email(),
				'phone_number' => $order->get_billing_phone(),
			]
		);
	}

	/**
	 * @param 'billing'|'shipping' $type
	 * @return array<string, mixed>
	 */
	private static function from_type( WC_Order $order, string $type ): array {
		$part    = array_filter( $order->get_address( $type ), 'is_string' );
		$country = $part['country'] ?? '';
		$company = $part['company'] ?? '';
		$name    = trim( ( $part['first_name'] ?? '' ) . ' ' . ( $part['last_name'] ?? '' ) );
		$phone   = $part['phone'] ?? '';

		return Payload::filled(
			[
				// Sendcloud wants a name, even for a company that gave none.
				'name'                => '' === $name ? $company : $name,
				'company_name'        => $company,
				'address_line_1'      => $part['address_1'] ?? '',
				'address_line_2'      => $part['address_2'] ?? '',
				'postal_code'         => $part['postcode'] ?? '',
				'city'                => $part['city'] ?? '',
				'state_province_code' => self::subdivision( $country, $part['state'] ?? '' ),
				'country_code'        => $country,
				'email'               => $order->get_billing_email(),
				'phone_number'        => '' === $phone ? $order->get_billing_phone() : $phone,
			]
		);
	}

	/** ISO 3166-2, which WooCommerce's codes are without the country, mostly; where they are words, the address is clear without. */
	private static function subdivision( string $country, string $state ): string {
		return 1 === preg_match( '/^[A-Z0-9]{1,3}$/', $state ) ? "$country-$state" : '';
	}
}
