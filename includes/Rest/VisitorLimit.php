<?php
/**
 * Keeps one visitor from spending the requests of the whole Sendcloud account.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Rest;

use SendcloudServicePoints\Support\Counter;

final class VisitorLimit {

	private const PER_MINUTE = 60;

	/** @param int $part Of what one visitor may ask: the whole, or one part of so many. */
	public function __construct(
		private readonly Counter $counter,
		private readonly Visitor $visitor,
		private readonly int $part = 1,
	) {}

	/** Counts this request. Answers 0 when it is allowed. */
	public function seconds_to_wait(): int {
		/**
		 * Filters how many questions of one visitor may reach Sendcloud in a minute; a third as many whether a point is full. 0 for no limit.
		 *
		 * @param int $per_minute Default 60.
		 */
		$per_minute = apply_filters( 'sendcloud_service_points_visitor_limit', self::PER_MINUTE );
		if ( ! is_int( $per_minute ) || $per_minute < 1 ) {
			return 0;
		}
		return $this->counter->increment( $this->visitor->key() ) > max( 1, intdiv( $per_minute, $this->part ) ) ? Counter::seconds_left() : 0;
	}
}
