<?php
/**
 * Stands in for what WooPayments offers others while it has several currencies.
 */

declare( strict_types=1 );

// phpcs:ignore WordPress.NamingConventions -- Theirs.
function WC_Payments_Multi_Currency(): object {
	return new class() {

		public function get_price( mixed $price, string $type ): float {
			return 'product' === $type ? (float) $price * ( $GLOBALS['scsp_rate'] ?? 1 ) : 0.0;
		}
	};
}
