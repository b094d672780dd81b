<?php
/**
 * Keeps the delivery to a service point that a shopper has chosen, and notices that it is gone.
 *
 * WooCommerce takes its default, at another price, in silence, whenever any of the offered rates comes or goes. That is for those who have
 * chosen none. When the chosen one is gone as the order is placed, the shopper has never seen what was taken instead.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use SendcloudServicePoints\Shipping\LegacyServicePointMethod;
use SendcloudServicePoints\Shipping\RelayRates;
use SendcloudServicePoints\Shipping\ServicePointMethod;
use WC_Shipping_Rate;

final class ChosenRate {

	/** What WooCommerce took in place of a rate that is gone. */
	private string $taken = '';

	public function __construct( private readonly RelayRates $rates ) {}

	public function register(): void {
		// After others that choose for the shopper.
		add_filter( 'woocommerce_shipping_chosen_method', [ $this, 'keep' ], PHP_INT_MAX, 3 );
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
		if ( is_string( $instead ) && $this->rates->is_relay( $method_id, (int) $instance_id ) ) {
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
}
