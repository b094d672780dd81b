<?php
/**
 * Stands in for what CURCY offers others.
 */

declare( strict_types=1 );

// phpcs:ignore WordPress.NamingConventions -- Theirs.
function wmc_get_price( mixed $price ): float {
	return (float) str_replace( ',', '.', (string) $price ) * ( $GLOBALS['scsp_rate'] ?? 1 );
}
