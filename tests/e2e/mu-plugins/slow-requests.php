<?php
/**
 * Plugin Name: Slow requests
 * Description: Takes the milliseconds a request asks for, with the session read before and written after them, as on a busy server.
 */

declare( strict_types=1 );

add_filter(
	'rest_pre_dispatch',
	static function ( $answer ) {
		static $waited = false;
		if ( ! $waited ) {
			$waited = true;
			usleep( 1000 * (int) ( $_SERVER['HTTP_X_TEST_DELAY'] ?? 0 ) );
		}
		return $answer;
	}
);
