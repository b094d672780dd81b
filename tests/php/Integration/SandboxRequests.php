<?php
/**
 * What reached the sandbox, and what is wrong with it.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

trait SandboxRequests {

	/** Nothing remembered of earlier answers; the test's transaction brings it back. */
	protected function forget_answers(): void {
		global $wpdb;
		foreach ( [ 'cache', 'count', 'lock' ] as $kind ) {
			$wpdb->query( $wpdb->prepare( "DELETE FROM {$wpdb->options} WHERE option_name LIKE %s", $wpdb->esc_like( "sendcloud_service_points_{$kind}_" ) . '%' ) );
		}
		wp_cache_flush();
		Clock::stop();
	}

	protected function reset_sandbox(): void {
		$this->sandbox( 'DELETE', '/_faults' );
		$this->sandbox( 'DELETE', '/_requests' );
	}

	/** @param array<string, mixed> $fault As in tests/sandbox/faults.ts. */
	protected function fault( array $fault ): void {
		$this->sandbox( 'POST', '/_faults', $fault );
	}

	/** @return list<array<string, mixed>> The requests to the API whose path holds a text. */
	protected function requests( string $path = '' ): array {
		return array_values(
			array_filter(
				$this->sandbox( 'GET', '/_requests' )['requests'],
				static fn ( array $request ): bool => '' === $path || str_contains( $request['path'], $path )
			)
		);
	}
}
