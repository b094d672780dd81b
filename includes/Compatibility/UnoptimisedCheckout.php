<?php
/**
 * Asks plugins that delay, combine or reorder scripts to leave the checkout as it is, each in its own way.
 *
 * The whole page: with only our scripts left alone, they would run before those they need. Where such a plugin breaks the checkout, it
 * usually breaks WooCommerce's own part of it too. Filters of plugins that are not there cost nothing.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Compatibility;

use SendcloudServicePoints\Shipping\RelayRates;

final class UnoptimisedCheckout {

	/** Filter => what it says on the checkout. */
	private const ANSWERS = [
		// Autoptimize 3.1.
		'autoptimize_filter_noptimize'  => true,
		// Async JavaScript 2.21.
		'asyncjs_filter_noptimize'      => true,
		// LiteSpeed Cache 7.8.
		'litespeed_can_optm'            => false,
		// Jetpack Boost 4.6.
		'jetpack_boost_should_defer_js' => false,
	];

	/** A list of script handles, of SiteGround Speed Optimizer 7.7. */
	private const HANDLES = 'sgo_js_async_exclude';

	/** Of WP Rocket 3.17. */
	private const CONSTANT = 'DONOTROCKETOPTIMIZE';

	public function __construct( private readonly RelayRates $rates ) {}

	/** On a page that is known to be the checkout. */
	public function register(): void {
		foreach ( self::ANSWERS as $filter => $answer ) {
			add_filter( $filter, fn ( mixed $otherwise ): mixed => $this->is_here() ? $answer : $otherwise, PHP_INT_MAX );
		}
		add_filter( self::HANDLES, [ $this, 'add_handles' ] );
		add_action( 'template_redirect', [ $this, 'define_constant' ], 0 );
	}

	/** @param mixed $handles Those left alone so far. */
	public function add_handles( mixed $handles ): mixed {
		return is_array( $handles ) && $this->is_here() ? [ ...$handles, ...array_keys( wp_scripts()->registered ) ] : $handles;
	}

	public function define_constant(): void {
		if ( $this->is_here() && ! defined( self::CONSTANT ) ) {
			define( self::CONSTANT, true ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- It is theirs.
		}
	}

	private function is_here(): bool {
		return is_checkout() && $this->rates->can_exist();
	}
}
