<?php
/**
 * What this shop spends of the requests that Sendcloud allows an account in a minute, and who has to wait before they are spent.
 *
 * Labels, the panel's own plugins and other shops draw on the same account and are not seen here: a shop that stays below the limits may
 * still be told that they are reached. Then, too, shoppers come first: nothing else is asked for the rest of the minute.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud;

use SendcloudServicePoints\Support\Counter;

final class Budget {

	/** Sendcloud's limits: https://sendcloud.dev/docs/getting-started/rate-limits */
	private const LIMITS = [
		self::READS  => 1000,
		self::WRITES => 100,
	];

	/** GET, and every other method, whether it changes something or not. */
	public const READS  = 'reads';
	public const WRITES = 'writes';

	/** How often Sendcloud said that the limit is reached. */
	public const REFUSED = 'refused';

	/** For the doctor. */
	private const MINUTES = 60;

	private readonly Counter $counter;

	public function __construct() {
		$this->counter = new Counter( 'budget', self::MINUTES );
	}

	/**
	 * Counts a request that is about to be made.
	 *
	 * @throws SendcloudException When it has to wait (Deferred).
	 */
	public function spend( string $method, Urgency $urgency ): void {
		$kind  = 'GET' === $method ? self::READS : self::WRITES;
		$share = intdiv( self::limits()[ $kind ] * $urgency->value, 100 );
		// Who has to wait is not counted: it spends nothing. A person need not be asked for first.
		$waits = Urgency::Person !== $urgency && ( $this->counter->count( $kind ) >= $share || $this->counter->count( self::REFUSED ) > 0 );
		if ( $waits || $this->counter->increment( $kind ) > $share ) {
			throw new SendcloudException( Problem::Deferred, 'The requests of this minute are left to others.', Counter::seconds_left() );
		}
	}

	/** @return array<string, int> Of READS and WRITES. */
	public static function limits(): array {
		/**
		 * Filters how many requests a minute Sendcloud allows the account: for accounts that were given more.
		 *
		 * @param array{reads: int, writes: int} $limits GET, and every other method. Default 1,000 and 100.
		 */
		$limits = apply_filters( 'sendcloud_service_points_request_limits', self::LIMITS );
		return array_filter( is_array( $limits ) ? $limits : [], 'is_int' ) + self::LIMITS;
	}

	public function note_refusal(): void {
		$this->counter->increment( self::REFUSED );
	}

	/** @return array<string, int> Of READS, WRITES: the most in any minute of the last hour. REFUSED: all of that hour. */
	public function last_hour(): array {
		return [
			self::READS   => max( $this->counter->history( self::READS ) ),
			self::WRITES  => max( $this->counter->history( self::WRITES ) ),
			self::REFUSED => array_sum( $this->counter->history( self::REFUSED ) ),
		];
	}
}
