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

	/**
	 * @return array{id: string, title: string, group: string, status: string, summary: string, fix: string,
	 *               links: list<array{label: string, url: string}>, details: list<string>,
	 *               fix_action: array{id: string, label: string}|null, seconds: float}
	 */
	public function to_array(): array {
		$can_fix = $this->check instanceof Fixable && '' !== $this->finding->fix_label;
		return [
			'id'         => $this->check->id(),
			'title'      => $this->check->title(),
			'group'      => $this->check->group()->value,
			'status'     => $this->finding->status->value,
			'summary'    => $this->finding->summary,
			'fix'        => $this->finding->fix,
			'links'      => $this->finding->links,
			'details'    => $this->finding->details,
			'fix_action' => $can_fix ? [
				'id'    => $this->check->id(),
				'label' => $this->finding->fix_label,
			] : null,
			'seconds'    => round( $this->seconds, 3 ),
		];
	}
}
