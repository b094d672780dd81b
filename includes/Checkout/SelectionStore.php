<?php
/**
 * Keeps what a shopper chose in WooCommerce's session, one choice for each shipping package. They outlive a change of method, a reload and a failed payment.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use SendcloudServicePoints\Domain\Selection;
use WC_Session;

final class SelectionStore {

	private const KEY = 'sendcloud_service_points';

	public function register(): void {
		// Only when the cart is emptied is an order past its payment; until then it may be tried again.
		add_action( 'woocommerce_cart_emptied', [ $this, 'clear_all' ] );
	}

	public function get( string $package_id ): ?Selection {
		return $this->all()[ $package_id ] ?? null;
	}

	public function set( string $package_id, Selection $selection ): void {
		$this->write( [ $package_id => $selection ] + $this->all() );
	}

	public function clear( string $package_id ): void {
		$this->write( array_diff_key( $this->all(), [ $package_id => true ] ) );
	}

	public function clear_all(): void {
		$this->write( [] );
	}

	/** @return array<array-key, Selection> Package id (PHP makes numeric ones integers) => selection. */
	public function all(): array {
		// Null outside the shop's own requests.
		$stored = WC()->session instanceof WC_Session ? WC()->session->get( self::KEY ) : null;

		return array_filter( array_map( Selection::from_array( ... ), is_array( $stored ) ? $stored : [] ) );
	}

	/** @param array<array-key, Selection> $selections Package id => selection. */
	private function write( array $selections ): void {
		if ( ! WC()->session instanceof WC_Session ) {
			return;
		}

		WC()->session->set(
			self::KEY,
			[] === $selections ? null : array_map( static fn ( Selection $selection ): array => $selection->to_array() + [ 'answers_for' => $selection->answers_for ], $selections )
		);
	}
}
