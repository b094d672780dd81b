<?php
/**
 * docs/hooks.md names every hook of the plugin, and no other.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Unit;

use FilesystemIterator;
use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;

final class HooksDocumentationTest extends TestCase {

	public function test_every_hook_is_documented(): void {
		self::assertSame( self::called(), self::documented() );
	}

	/** @return list<string> */
	private static function called(): array {
		$names = [];
		$files = new RecursiveIteratorIterator( new RecursiveDirectoryIterator( self::root() . '/includes', FilesystemIterator::SKIP_DOTS ) );
		foreach ( $files as $file ) {
			preg_match_all( '/\b(?:apply_filters|do_action)(?:_ref_array)?\(\s*[\'"](sendcloud_service_points_\w+)/', (string) file_get_contents( (string) $file ), $calls );
			array_push( $names, ...$calls[1] );
		}
		return self::sorted( $names );
	}

	/** @return list<string> */
	private static function documented(): array {
		preg_match_all( '/^### `(\w+)`/m', (string) file_get_contents( self::root() . '/docs/hooks.md' ), $headings );
		return self::sorted( $headings[1] );
	}

	/**
	 * @param list<string> $names
	 * @return list<string>
	 */
	private static function sorted( array $names ): array {
		sort( $names );
		return array_values( array_unique( $names ) );
	}

	private static function root(): string {
		return dirname( __DIR__, 3 );
	}
}
