<?php
/**
 * Knows all checks and runs them. Nothing a check does wrong goes beyond here.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics;

use Closure;
use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Support\Logger;
use Throwable;

final class Checkup {

	/** @param Closure(): list<Check> $build Called when somebody wants to know, which is never while a shopper waits. */
	public function __construct(
		private readonly Closure $build,
		private readonly Logger $logger,
	) {}

	/** @return array<string, Check> By id, made anew: the checks of one run share what they learn, those of the next ask again. */
	public function checks(): array {
		$built = ( $this->build )();
		/**
		 * Filters the checks of the diagnostics: add your own, or take some out.
		 *
		 * @param list<Check> $checks Anything that extends SendcloudServicePoints\Diagnostics\Check.
		 */
		$filtered = apply_filters( 'sendcloud_service_points_checks', $built );
		$checks   = [];
		foreach ( is_array( $filtered ) ? $filtered : $built as $check ) {
			if ( $check instanceof Check && '' !== $check::ID ) {
				$checks[ $check::ID ] = $check;
			}
		}
		return $checks;
	}

	public function find( string $id ): ?Check {
		return $this->checks()[ $id ] ?? null;
	}

	public function run( Check $check ): Result {
		$start = microtime( true );
		try {
			$finding = $check->run();
		} catch ( Throwable $error ) {
			$finding = $this->failed( $check, $error );
		}
		return new Result( $check, $finding, microtime( true ) - $start );
	}

	/** @return list<Result> */
	public function run_all(): array {
		return array_map( $this->run( ... ), array_values( $this->checks() ) );
	}

	/** Repairs, then looks again. */
	public function fix( Check $check ): Result {
		$start = microtime( true );
		try {
			$check->fix();
		} catch ( Throwable $error ) {
			return new Result( $check, $this->failed( $check, $error ), microtime( true ) - $start );
		}
		return $this->run( $this->find( $check::ID ) ?? $check );
	}

	private function failed( Check $check, Throwable $error ): Finding {
		$this->logger->error(
			'A check of the diagnostics failed.',
			[
				'check' => $check::ID,
				'error' => $error::class,
				'file'  => basename( $error->getFile() ) . ':' . $error->getLine(),
			]
		);
		return Finding::unknown(
			__( 'This could not be checked, because the check itself failed.', 'sendcloud-service-points' ),
			__( 'The log has the details.', 'sendcloud-service-points' )
		)->link( __( 'Log', 'sendcloud-service-points' ), Screens::log() );
	}
}
