<?php
/**
 * Keeps the delivery to a service point that a shopper has chosen, and notices that it is gone.
 *
 * WooCommerce takes its default, at another price, in silence, whenever any of the offered rates comes or goes, and free home delivery with
 * a coupon for it. That is for those who have chosen none. When the chosen one is gone as the order is placed, the shopper has never seen
 * what was taken instead.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use SendcloudServicePoints\Shipping\LegacyServicePointMethod;
use SendcloudServicePoints\Shipping\RelayRates;
use SendcloudServicePoints\Shipping\Rules\PackageRules;
use SendcloudServicePoints\Shipping\ServicePointMethod;
use WC_Session;
use WC_Shipping_Rate;

final class ChosenRate {

	/** Where the session has the chosen rates that need a point, by package id: of one that is gone only its id is left. */
	private const REMEMBERED = 'sendcloud_service_points_rates';

	private const CHOSEN = 'chosen_shipping_methods';

	/** What WooCommerce took in place of a rate that is gone. */
	private string $taken = '';

	public function __construct(
		private readonly RelayRates $rates,
		private readonly PackageRules $rules,
	) {}

	public function register(): void {
		// After others that choose for the shopper.
		add_filter( 'woocommerce_shipping_chosen_method', [ $this, 'keep' ], PHP_INT_MAX, 3 );
		// When the rules are known.
		add_filter( 'woocommerce_shipping_packages', [ $this, 'remember' ], PHP_INT_MAX );
		add_action( 'woocommerce_applied_coupon', [ $this, 'choose_again' ] );
	}

	/** @param mixed $packages WooCommerce's arrays by package id. */
	public function remember( mixed $packages ): mixed {
		$before = self::in_session( self::REMEMBERED );
		$chosen = self::in_session( self::CHOSEN );
		$after  = $before;
		foreach ( is_array( $packages ) ? $packages : [] as $key => $package ) {
			$id = $chosen[ $key ] ?? null;
			if ( ! is_string( $id ) || ! is_array( $package ) || ! is_array( $package['rates'] ?? null ) || ! isset( $package['rates'][ $id ] ) ) {
				continue;
			}
			unset( $after[ $key ] );
			if ( isset( $this->rules->of( $package )[ $id ] ) ) {
				$after[ $key ] = $id;
			}
		}
		if ( $after !== $before ) {
			WC()->session?->set( self::REMEMBERED, [] === $after ? null : $after );
		}
		return $packages;
	}

	/** A coupon for free shipping has chosen that, for every package. */
	public function choose_again(): void {
		$chosen = self::in_session( self::CHOSEN );
		$free   = array_filter( $chosen, static fn ( mixed $id ): bool => 'free_shipping' === $id );
		$again  = array_intersect_key( self::in_session( self::REMEMBERED ), $free );
		if ( [] !== $again ) {
			WC()->session?->set( self::CHOSEN, array_replace( $chosen, $again ) );
		}
	}

	/**
	 * @param mixed $instead The rate that WooCommerce takes.
	 * @param mixed $rates   Those offered, by id.
	 * @param mixed $chosen  The id of the rate that was chosen.
	 */
	public function keep( mixed $instead, mixed $rates = [], mixed $chosen = '' ): mixed {
		if ( ! is_string( $chosen ) || ! is_array( $rates ) || [] === $rates ) {
			return $instead;
		}
		if ( isset( $rates[ $chosen ] ) ) {
			return $this->needs_point( $rates[ $chosen ] ) ? $chosen : $instead;
		}
		[ $method_id, $instance_id ] = explode( ':', "$chosen:0" );
		$converted                   = ServicePointMethod::ID . ":$instance_id";
		if ( LegacyServicePointMethod::ID === $method_id && isset( $rates[ $converted ] ) ) {
			return $converted;
		}
		if ( is_string( $instead ) && ( in_array( $chosen, self::in_session( self::REMEMBERED ), true ) || $this->rates->is_relay( $method_id, (int) $instance_id ) ) ) {
			$this->taken = $instead;
		}
		return $instead;
	}

	/** @throws InvalidSelection Once: the next request knows only what is offered. */
	public function refuse_when_lost(): void {
		$chosen = WC()->session?->get( 'chosen_shipping_methods' );
		$taken  = $this->taken;

		$this->taken = '';
		if ( '' !== $taken && is_array( $chosen ) && in_array( $taken, $chosen, true ) ) {
			// Makes the classic checkout draw its review again.
			WC()->session?->set( 'refresh_totals', true );
			throw InvalidSelection::lost();
		}
	}

	private function needs_point( mixed $rate ): bool {
		return $rate instanceof WC_Shipping_Rate && $this->rates->recognises( $rate );
	}

	/** @return array<mixed> */
	private static function in_session( string $key ): array {
		// No session outside the shop's own requests.
		$value = WC()->session instanceof WC_Session ? WC()->session->get( $key ) : null;

		return is_array( $value ) ? $value : [];
	}
}
