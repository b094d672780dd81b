<?php
/**
 * Everything at once: all findings, and the facts that go with them.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Surfaces;

use SendcloudServicePoints\Diagnostics\Checkup;
use SendcloudServicePoints\Diagnostics\Result;
use SendcloudServicePoints\Diagnostics\Status;

final class Report {

	public function __construct(
		private readonly Checkup $checkup,
		private readonly Facts $facts,
	) {}

	/** @return array<string, mixed> The shape of ReportSchema::report(). */
	public function to_array(): array {
		$start   = microtime( true );
		$results = $this->checkup->run_all();
		return [
			'status'       => Status::worst( array_map( static fn ( Result $result ): Status => $result->finding->status, $results ) )->value,
			'generated_at' => gmdate( 'Y-m-d\TH:i:s\Z' ),
			'seconds'      => round( microtime( true ) - $start, 3 ),
			'facts'        => (object) $this->facts->all(),
			'checks'       => array_map( static fn ( Result $result ): array => $result->to_array(), $results ),
		];
	}
}
