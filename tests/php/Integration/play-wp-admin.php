<?php
/**
 * Loads what the plugin has for wp-admin, so that one process can play a shopper's requests and a merchant's.
 */

declare( strict_types=1 );
use SendcloudServicePoints\Plugin;

foreach ( $GLOBALS['wp_filter']['plugins_loaded']->callbacks[5] as $callback ) {
	if ( is_array( $callback['function'] ) && $callback['function'][0] instanceof Plugin ) {
		$callback['function'][0]->load_admin();
	}
}
