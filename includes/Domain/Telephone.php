<?php
/**
 * Which points need the telephone number of whoever collects there: without it, the label is refused after the order is paid.
 *
 * Sendcloud knows what each shipping option requires (`requirements.fields` of POST /shipping-options: `to_telephone`, `to_email`), but not
 * which option a merchant will ship an order with, and that request is not in the documents we are held to. So what is public is in this
 * table; an e-mail address, which DHL Packstations, Mondial Relay and InPost in Spain want, WooCommerce always asks for.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

final class Telephone {

	/** As ServicePoint::is_of() reads them; no countries or kinds: all. */
	private const NEEDED_BY = [
		// "For a Paczkomat offer, receiver.phone and receiver.email": dokumentacja-inpost.atlassian.net, ShipX, creating a shipment. Italy uses it too.
		[
			'carrier'   => 'inpost',
			'countries' => [ 'PL', 'IT' ],
			'kinds'     => [],
		],
		// Sendcloud's own answer for UPS Access Points: `requirements.fields` is to_telephone and to_email.
		[
			'carrier'   => 'ups',
			'countries' => [],
			'kinds'     => [],
		],
		// Sendcloud, address field limits, telephone required: sendcloud.dev/docs/addresses/address-field-limits.
		[
			'carrier'   => 'gls',
			'countries' => [ 'ES' ],
			'kinds'     => [],
		],
		[
			'carrier'   => 'ctt',
			'countries' => [ 'ES', 'PT' ],
			'kinds'     => [],
		],
		// No document of Sendcloud's says so; merchants do. The relays announce parcels by text message, the lockers send their code by it.
		[
			'carrier'   => 'chronopost',
			'countries' => [],
			'kinds'     => [],
		],
		[
			'carrier'   => 'mondial_relay',
			'countries' => [],
			'kinds'     => [ 'locker' ],
		],
	];

	/** What nobody's telephone has fewer of. WooCommerce alone takes "-" for a number. */
	private const DIGITS = 6;

	public static function is_needed_for( ServicePoint $point ): bool {
		foreach ( self::NEEDED_BY as [ 'carrier' => $carrier, 'countries' => $countries, 'kinds' => $kinds ] ) {
			if ( $point->is_of( $carrier, $countries, $kinds ) ) {
				return true;
			}
		}
		return false;
	}

	/** @param list<string> $carriers Codes. */
	public static function may_be_needed_by( array $carriers ): bool {
		foreach ( array_column( self::NEEDED_BY, 'carrier' ) as $known ) {
			foreach ( $carriers as $carrier ) {
				if ( str_starts_with( strtolower( $carrier ), $known ) ) {
					return true;
				}
			}
		}
		return false;
	}

	public static function is_number( string $typed ): bool {
		return preg_match_all( '/\d/', $typed ) >= self::DIGITS;
	}
}
