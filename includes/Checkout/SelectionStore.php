<?php
/**
 * Keeps what a shopper chose in WooCommerce's session, one choice for each shipping package. They outlive a change of method, a reload and a failed payment.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Domain\Selection;
use WC_Session;

final class SelectionStore {

	private const KEY = 'sendcloud_service_points';

	/** Beside what a selection is made of. */
	private const PLACE = 'chosen_for';

	public function register(): void {
		// Only when the cart is emptied is an order past its payment; until then it may be tried again.
		add_action( 'woocommerce_cart_emptied', [ $this, 'clear_all' ] );
	}

	public function get( string $package_id ): ?Selection {
		return $this->all()[ $package_id ] ?? null;
	}

	/** Where the package went to as its point was chosen; null when it was not noted. */
	public function place( string $package_id ): ?string {
		$place = Fields::from_data( $this->read()[ $package_id ] ?? null )->data[ self::PLACE ] ?? null;

		return is_string( $place ) ? $place : null;
	}

	/** @param string $place Destination::$place. */
	public function set( string $package_id, Selection $selection, string $place ): void {
		$stored = $selection->to_array() + [
			'answers_for' => $selection->answers_for,
			self::PLACE   => $place,
		];
		$this->write( [ $package_id => $stored ] + $this->read() );
	}

	public function clear( string $package_id ): void {
		$this->write( array_diff_key( $this->read(), [ $package_id => true ] ) );
	}

	public function clear_all(): void {
		$this->write( [] );
	}

	/** @return array<array-key, Selection> Package id (PHP makes numeric ones integers) => selection. */
	public function all(): array {
		return array_filter( array_map( Selection::from_array( ... ), $this->read() ) );
	}

	/** @return array<mixed> What is stored, by package id. */
	private function read(): array {
		// Null outside the shop's own requests.
		$stored = WC()->session instanceof WC_Session ? WC()->session->get( self::KEY ) : null;

		return is_array( $stored ) ? $stored : [];
	}

	/** @param array<mixed> $stored By package id. */
	private function write( array $stored ): void {
		if ( WC()->session instanceof WC_Session ) {
			WC()->session->set( self::KEY, [] === $stored ? null : $stored );
		}
	}
}
