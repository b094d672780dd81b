<?php
/**
 * Sendcloud's Dynamic Checkout runs the checkout, and this plugin keeps out of it.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration\Official;

use PHPUnit\Framework\TestCase;

/** No transaction: the shop is looked at from another process. */
final class DynamicCheckoutTest extends TestCase {

	private const PLUGIN = 'sendcloud-dynamic-checkout/plugin.php';

	/** @var array<string, mixed> */
	private static array $seen;

	/** @var array<string, mixed> The same without it. */
	private static array $alone;

	public static function setUpBeforeClass(): void {
		$file = WP_PLUGIN_DIR . '/' . self::PLUGIN;
		wp_mkdir_p( dirname( $file ) );
		file_put_contents( $file, "<?php\n// Stands for Sendcloud's.\ndefine( 'SENDCLOUD_DYNAMIC_CHECKOUT_RAN', true );\n" );
		try {
			self::$seen  = self::visit( self::PLUGIN );
			self::$alone = self::visit( '' );
		} finally {
			unlink( $file );
			rmdir( dirname( $file ) );
		}
	}

	/** @return array<string, mixed> */
	private static function visit( string $plugin ): array {
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.system_calls_exec
		exec( implode( ' ', array_map( 'escapeshellarg', [ PHP_BINARY, '-d', 'memory_limit=512M', __DIR__ . '/beside-dynamic-checkout.php', $plugin ] ) ) . ' 2>&1', $lines );
		$seen = json_decode( (string) end( $lines ), true );
		self::assertIsArray( $seen, implode( "\n", $lines ) );
		return $seen;
	}

	public function test_our_checkout_stands_down_whole(): void {
		$checkout = self::$alone['checkout'];
		self::assertSame( [ 'dynamic checkout runs' ], array_keys( $checkout, false, true ), 'All of this is ours.' );

		$checkout = self::$seen['checkout'];
		self::assertSame( [ 'dynamic checkout runs' ], array_keys( $checkout, true, true ), 'And none of it is there.' );
	}

	public function test_the_merchant_is_told_once_and_what_to_do(): void {
		$notice = self::$seen['notices']['a merchant'];

		self::assertSame( 1, substr_count( $notice, 'Dynamic Checkout is active' ) );
		self::assertMatchesRegularExpression( '~Deactivate one of the two\.\s*<a href="[^"]+/wp-admin/plugins\.php">~', $notice );
		self::assertStringNotContainsString( 'Dynamic Checkout', self::$seen['notices']['a visitor'] );
		self::assertStringNotContainsString( 'Dynamic Checkout', self::$alone['notices']['a merchant'] );
	}

	public function test_orders_still_show_their_points(): void {
		self::assertStringContainsString( 'Chez Leon', self::$seen['screen'] );
		self::assertStringContainsString( 'Chez Leon', self::$seen['account'] );
		self::assertSame( [ 'sendcloud_service_point', 'order_total' ], self::$seen['column'] );
	}
}
