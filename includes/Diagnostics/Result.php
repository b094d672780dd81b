<?php
/**
 * A check and what it found, as REST, WP-CLI and monitoring show it.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics;

final class Result {

	public function __construct(
		public readonly Check $check,
		public readonly Finding $finding,
		public readonly float $seconds,
	) {}

	/** @param array<self> $results */
	public static function worst_status( array $results ): Status {
		return Status::worst( array_map( static fn ( self $result ): Status => $result->finding->status, array_values( $results ) ) );
	}

	/** Whether the check offers to repair what it found. */
	public function can_fix(): bool {
		return $this->check::FIXABLE && '' !== $this->finding->fix_label;
	}

	/**
	 * @return array{id: string, title: string, group: string, status: string, summary: string, fix: string,
	 *               links: list<array{label: string, url: string}>, details: list<string>,
	 *               fix_action: array{id: string, label: string}|null, seconds: float}
	 */
	public function to_array(): array {
		return [
			'id'         => $this->check::ID,
			'title'      => $this->check->title(),
			'group'      => $this->check::GROUP->value,
			'status'     => $this->finding->status->value,
			'summary'    => $this->finding->summary,
			'fix'        => $this->finding->fix,
			'links'      => $this->finding->links,
			'details'    => $this->finding->details,
			'fix_action' => $this->can_fix() ? [
				'id'    => $this->check::ID,
				'label' => $this->finding->fix_label,
			] : null,
			'seconds'    => round( $this->seconds, 3 ),
		];
	}
}
