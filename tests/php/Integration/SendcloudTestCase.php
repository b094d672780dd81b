<?php
/**
 * Sendcloud as the sandbox plays it, asked through the cache.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Sendcloud\ServicePoints\ServicePointSource;
use SendcloudServicePoints\Services;
use SendcloudServicePoints\Settings\Settings;
use SendcloudServicePoints\Support\Lock;

abstract class SendcloudTestCase extends TestCase {

	use SandboxRequests;

	protected const EINDHOVEN   = 1000001;
	protected const UNAVAILABLE = 1000015;
	protected const MISSING     = 1999999;

	protected Settings $settings;

	protected ServicePointSource $source;

	protected function setUp(): void {
		parent::setUp();
		$this->forget_answers();
		$this->reset_sandbox();
		$this->settings = new Settings();
		$services       = new Services( __FILE__ );
		$this->source   = $services->cached( $services->sendcloud() );
	}

	protected function tearDown(): void {
		$this->reset_sandbox();
		Clock::start();
		wp_using_ext_object_cache( false );
		parent::tearDown();
	}

	protected function query(): SearchQuery {
		return SearchQuery::near_address( 'NL', 'Eindhoven Station' );
	}

	/** Another process asks the query right now. */
	protected function lock_query(): void {
		self::assertNotNull( Lock::acquire( 'search|' . $this->query()->key(), 12 ) );
	}

	protected function failed_search( string $address = 'Eindhoven Station', string $country = 'NL' ): SendcloudException {
		try {
			$this->source->search( SearchQuery::near_address( $country, $address ) );
		} catch ( SendcloudException $exception ) {
			return $exception;
		}
		self::fail( 'There was an answer.' );
	}

	/** How many rows of ours the options table has. */
	protected function rows( string $name = '' ): int {
		global $wpdb;
		return (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM {$wpdb->options} WHERE option_name LIKE %s", $wpdb->esc_like( "sendcloud_service_points_{$name}" ) . '%' ) );
	}
}
