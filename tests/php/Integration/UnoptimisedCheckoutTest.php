<?php
/**
 * What optimisers are told of the checkout. Each of these names was seen in the plugin's own code, and the plugin at work: docs/diagnostics.md.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

use WC_Cache_Helper;

final class UnoptimisedCheckoutTest extends TestCase {

	protected function setUp(): void {
		parent::setUp();
		// A checkout in another test may have said so for the whole process.
		add_filter( 'woocommerce_is_checkout', '__return_true' );
	}

	/** WordPress has found the page. */
	private function open_page(): void {
		do_action_ref_array( 'wp', [ &$GLOBALS['wp'] ] );
	}

	private function assert_told( bool $told ): void {
		self::assertSame( $told, apply_filters( 'autoptimize_filter_noptimize', false ) );
		self::assertSame( $told, apply_filters( 'asyncjs_filter_noptimize', false ) );
		self::assertSame( ! $told, apply_filters( 'litespeed_can_optm', true ) );
		self::assertSame( $told ? false : '__return_true', apply_filters( 'jetpack_boost_should_defer_js', '__return_true' ) );
		self::assertSame( $told, in_array( 'jquery-core', apply_filters( 'sgo_js_async_exclude', [ 'theirs' ] ), true ) );
		self::assertContains( 'theirs', apply_filters( 'sgo_js_async_exclude', [ 'theirs' ] ) );
	}

	public function test_the_checkout_is_left_as_it_is(): void {
		$this->open_page();

		$this->assert_told( true );
	}

	public function test_nothing_is_said_before_the_page_is_known(): void {
		$this->assert_told( false );
	}

	public function test_a_checkout_without_a_relay_method_is_not_our_business(): void {
		$GLOBALS['wpdb']->query( "UPDATE {$GLOBALS['wpdb']->prefix}woocommerce_shipping_zone_methods SET is_enabled = 0" ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery
		WC_Cache_Helper::get_transient_version( 'shipping', true );
		$this->open_page();

		$this->assert_told( false );
	}
}
