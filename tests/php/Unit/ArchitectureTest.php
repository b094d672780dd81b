<?php
/**
 * Rooms know each other one way only, and docs/architecture.md says which: a newcomer can trust its table.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Unit;

use FilesystemIterator;
use PHPUnit\Framework\TestCase;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;

final class ArchitectureTest extends TestCase {

	private const ROOT = __DIR__ . '/../../../';

	/** Files at the root that put everything together; only `Info` may be known by the rooms. */
	private const COMPOSITION = [ 'Plugin', 'Services', 'Lifecycle', 'api' ];

	public function test_a_room_knows_only_the_rooms_that_the_table_allows_it(): void {
		$allowed = $this->table();
		foreach ( $this->knowledge( depth: 1 ) as $room => $known ) {
			self::assertArrayHasKey( $room, $allowed, "docs/architecture.md has no row for includes/{$room}." );
			self::assertSame( [], array_values( array_diff( $known, $allowed[ $room ] ) ), "includes/{$room} knows rooms that docs/architecture.md does not allow it." );
		}
	}

	public function test_the_table_allows_nothing_that_nobody_needs(): void {
		$known = $this->knowledge( depth: 1 );
		foreach ( $this->table() as $room => $allowed ) {
			self::assertArrayHasKey( $room, $known, "docs/architecture.md has a row for includes/{$room}, which is not there." );
			self::assertSame( [], array_values( array_diff( $allowed, $known[ $room ] ) ), "docs/architecture.md allows includes/{$room} rooms that it does not need." );
		}
	}

	public function test_no_folder_knows_itself_by_way_of_others(): void {
		$rest = $this->knowledge( depth: 9 );
		do {
			$before = $rest;
			$rest   = array_filter( $before, static fn ( array $known ): bool => [] !== array_intersect( $known, array_keys( $before ) ) );
		} while ( $rest !== $before );
		self::assertSame( [], array_keys( $rest ), 'These folders form a circle, or know one.' );
	}

	public function test_no_room_knows_how_the_plugin_is_put_together(): void {
		foreach ( $this->files() as $folder => $uses ) {
			if ( '' !== $folder && ! str_starts_with( $folder, 'Features' ) ) {
				self::assertSame( [], array_values( array_intersect( self::COMPOSITION, $uses ) ), "includes/{$folder} knows the composition." );
			}
		}
	}

	/** @return array<string, list<string>> Folder below includes => the other folders it uses, cut to this depth. */
	private function knowledge( int $depth ): array {
		$cut       = static fn ( string $folder ): string => implode( '/', array_slice( explode( '/', $folder ), 0, $depth ) );
		$knowledge = [];
		foreach ( $this->files() as $folder => $uses ) {
			if ( '' === $folder ) {
				continue;
			}
			$known = $knowledge[ $cut( $folder ) ] ?? [];
			foreach ( $uses as $class ) {
				$used = $cut( trim( dirname( $class ), '.' ) );
				if ( '' !== $used && $used !== $cut( $folder ) ) {
					$known[] = $used;
				}
			}
			$knowledge[ $cut( $folder ) ] = array_values( array_unique( $known ) );
		}
		return $knowledge;
	}

	/** @return array<string, list<string>> Folder below includes, '' for the root => what its files import, `Room/Class`. */
	private function files(): array {
		$files = [];
		$root  = (string) realpath( self::ROOT . 'includes' );
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $root, FilesystemIterator::SKIP_DOTS ) ) as $file ) {
			if ( 'php' === $file->getExtension() ) {
				$folder = trim( substr( $file->getPath(), strlen( $root ) ), '/' );
				preg_match_all( '/(?:^use |\\\\)SendcloudServicePoints\\\\([\w\\\\]+)/m', (string) file_get_contents( $file->getPathname() ), $matches );
				$files[ $folder ] = [ ...$files[ $folder ] ?? [], ...array_map( static fn ( string $name ): string => strtr( $name, '\\', '/' ), $matches[1] ) ];
			}
		}
		return $files;
	}

	/** @return array<string, list<string>> Room => the rooms that it may know. */
	private function table(): array {
		preg_match_all( '/^\| `includes\/(\w+)` \|[^|]*\|([^|]*)\|$/m', (string) file_get_contents( self::ROOT . 'docs/architecture.md' ), $rows, PREG_SET_ORDER );
		self::assertNotSame( [], $rows );
		$table = [];
		foreach ( $rows as [ , $room, $known ] ) {
			preg_match_all( '/\w+/', $known, $names );
			$table[ $room ] = $names[0];
		}
		return $table;
	}
}
