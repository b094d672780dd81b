<?php
/**
 * Reads tests/fixtures.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Unit;

trait Fixtures {

	private static function fixture( string $name ): string {
		$text = file_get_contents( dirname( __DIR__, 2 ) . '/fixtures/' . $name );
		self::assertIsString( $text );
		return $text;
	}

	private static function json( string $name ): mixed {
		return json_decode( self::fixture( $name ), true, 64, JSON_THROW_ON_ERROR );
	}
}
