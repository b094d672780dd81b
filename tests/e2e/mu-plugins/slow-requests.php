<?php
/**
 * Plugin Name: Slow requests
 * Description: Takes the milliseconds a request asks for, with the session read before and written after them, as on a busy server.
 */

declare( strict_types=1 );

( static function (): void {
	$wait = static function ( $answer = null ) {
		usleep( 1000 * (int) ( $_SERVER['HTTP_X_TEST_DELAY'] ?? 0 ) );
		unset( $_SERVER['HTTP_X_TEST_DELAY'] );
		return $answer;
	};
	add_filter( 'rest_pre_dispatch', $wait );
	add_action( 'wc_ajax_update_order_review', $wait, 0 );
} )();
