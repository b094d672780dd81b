<?php
/**
 * Texts of parts that may be missing: addresses, lines of an e-mail.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

final class Text {

	/** @return list<string> Without the empty ones. */
	public static function filled( string ...$parts ): array {
		return array_values( array_filter( $parts, static fn ( string $part ): bool => '' !== $part ) );
	}

	public static function join( string $separator, string ...$parts ): string {
		return implode( $separator, self::filled( ...$parts ) );
	}
}
