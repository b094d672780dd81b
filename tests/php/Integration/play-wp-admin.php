<?php
/**
 * Loads what the plugin has for wp-admin and for the queue, so that one process can play a shopper's requests, a merchant's and the queue's.
 */

declare( strict_types=1 );
use SendcloudServicePoints\Plugin;
use SendcloudServicePoints\Support\Trigger;

foreach ( $GLOBALS['wp_filter']['plugins_loaded']->callbacks[5] as $callback ) {
	if ( is_array( $callback['function'] ) && $callback['function'][0] instanceof Plugin ) {
		$callback['function'][0]->load_admin();
	}
}

foreach ( $GLOBALS['wp_filter']['action_scheduler_before_execute']->callbacks[ PHP_INT_MIN ] as $callback ) {
	if ( is_array( $callback['function'] ) && $callback['function'][0] instanceof Trigger ) {
		$callback['function'][0]->wake();
	}
}
