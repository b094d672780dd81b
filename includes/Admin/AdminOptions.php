<?php
/**
 * Options that every page of wp-admin asks for and that most shops have never set. WordPress loads options that exist with all others,
 * and looks for each that does not by itself: one query for all of ours.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Admin;

use Closure;

final class AdminOptions {

	/** @param Closure(): list<string> $names Asked when the user is known. */
	public function __construct( private readonly Closure $names ) {}

	public function register(): void {
		add_action( 'admin_init', [ $this, 'prime' ], 0 );
	}

	public function prime(): void {
		if ( ! wp_doing_ajax() ) {
			wp_prime_option_caches( ( $this->names )() );
		}
	}
}
