<?php
/**
 * No other plugin is there.
 */

declare( strict_types=1 );

/** @return array<string, array<string, string>> */
function get_plugins(): array { // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals
	return [];
}
