<?php
/**
 * Makes those who answer a hook only when it fires: a page that never fires it does not load their classes.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Support;

use Closure;

final class Trigger {

	/**
	 * @param list<string>    $hooks
	 * @param Closure(): void $register
	 */
	private function __construct( private readonly array $hooks, private readonly Closure $register ) {}

	/**
	 * @param list<string>     $hooks    Every hook that they answer, or one that always fires earlier.
	 * @param Closure(): void $register Adds their callbacks, which then run in this very firing.
	 */
	public static function on( array $hooks, Closure $register ): void {
		$trigger = new self( $hooks, $register );
		foreach ( $hooks as $hook ) {
			add_filter( $hook, [ $trigger, 'wake' ], PHP_INT_MIN );
		}
	}

	public function wake( mixed $value = null ): mixed {
		// First these: a hook that is empty for a moment is thrown away while it runs.
		( $this->register )();
		foreach ( $this->hooks as $hook ) {
			remove_filter( $hook, [ $this, 'wake' ], PHP_INT_MIN );
		}
		return $value;
	}
}
