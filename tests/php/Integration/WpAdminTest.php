<?php
/**
 * Any page of wp-admin, in a request that has loaded nothing for us.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

use PHPUnit\Framework\TestCase;

/** No transaction: the shop is looked at from another process. */
final class WpAdminTest extends TestCase {

	public function test_a_page_of_wp_admin_is_whole(): void {
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.system_calls_exec
		exec( implode( ' ', array_map( 'escapeshellarg', [ PHP_BINARY, '-d', 'memory_limit=512M', '-d', 'display_errors=1', __DIR__ . '/wp-admin.php' ] ) ) . ' 2>&1', $lines, $code );
		$page = implode( "\n", $lines );

		self::assertSame( 0, $code, $page );
		self::assertStringContainsString( '</html>', $page );
		self::assertStringContainsString( 'id="toplevel_page_woocommerce"', $page, 'The merchant is signed in, and WooCommerce is there.' );
		self::assertStringNotContainsString( 'Fatal error', $page );
		// Our settings once needed this class, and every page was a fatal error.
		self::assertSame( 'no mails', end( $lines ), 'Else this test could not see what is needed too early.' );
	}
}
