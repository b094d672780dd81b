<?php
/**
 * Writes to WooCommerce's log, or without WooCommerce to PHP's while debugging. Never keys, addresses or names.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Support;

final class Logger {

	private const SOURCE = 'sendcloud-service-points';

	/** @param array<string, scalar|null> $context */
	public function debug( string $message, array $context = [] ): void {
		$this->log( 'debug', $message, $context );
	}

	/** @param array<string, scalar|null> $context */
	public function warning( string $message, array $context = [] ): void {
		$this->log( 'warning', $message, $context );
	}

	/** @param array<string, scalar|null> $context */
	public function error( string $message, array $context = [] ): void {
		$this->log( 'error', $message, $context );
	}

	/** @param array<string, scalar|null> $context */
	private function log( string $level, string $message, array $context ): void {
		if ( function_exists( 'wc_get_logger' ) ) {
			wc_get_logger()->log( $level, $message, $context + [ 'source' => self::SOURCE ] );
		} elseif ( defined( 'WP_DEBUG' ) && WP_DEBUG ) {
			// phpcs:ignore WordPress.PHP.DevelopmentFunctions.error_log_error_log -- WooCommerce's log is not there.
			error_log( sprintf( '%s %s: %s %s', self::SOURCE, $level, $message, (string) wp_json_encode( $context ) ) );
		}
	}
}
