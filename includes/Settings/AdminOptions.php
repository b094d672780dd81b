<?php
/**
 * Options that every page of wp-admin asks for and that most shops have never set.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Settings;

use SendcloudServicePoints\Availability\ClosedPointMail;
use SendcloudServicePoints\Official\Button;
use SendcloudServicePoints\Official\Connection;

/**
 * WordPress loads options that exist with all others, and looks for each that does not by itself: one query for all of ours.
 */
final class AdminOptions {

	public function register(): void {
		add_action( 'admin_init', [ $this, 'load' ], 0 );
	}

	public function load(): void {
		if ( ! wp_doing_ajax() ) {
			wp_prime_option_caches(
				[
					Connection::OPTION,
					Settings::MAP_STYLE_URL,
					ClosedPointMail::SETTINGS,
					'_transient_' . Button::message_key(),
					'_transient_timeout_' . Button::message_key(),
				]
			);
		}
	}
}
