<?php
/**
 * No answer came: a timeout, a cut connection, an error on Sendcloud's side.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud\Exception;

use SendcloudServicePoints\Sendcloud\SendcloudException;

final class Unreachable extends SendcloudException {

	public static function timed_out(): self {
		return new self( 'Sendcloud did not answer in time.' );
	}

	/** @param string $reason What the HTTP client says. */
	public static function no_connection( string $reason ): self {
		return new self( sprintf( 'No connection to Sendcloud: %s', $reason ) );
	}

	public static function server_error( int $status ): self {
		return new self( sprintf( 'Sendcloud answered with HTTP %d.', $status ) );
	}

	/** @param int $seconds Until the next attempt. */
	public static function resting( int $seconds ): self {
		return new self( 'Sendcloud failed several times in a row; it is not asked for a while.', $seconds );
	}

	public function code(): string {
		return 'sendcloud_service_points_unreachable';
	}

	public function status(): int {
		return 503;
	}

	public function shopper_message(): string {
		return __( 'Service points cannot be loaded right now. Please try again in a moment.', 'sendcloud-service-points' );
	}

	public function merchant_message(): string {
		return __( 'Sendcloud cannot be reached from this server. Try again; if it lasts, ask your host whether outgoing connections to Sendcloud are allowed.', 'sendcloud-service-points' );
	}
}
