<?php
/**
 * When two codes mean the same carrier.
 *
 * Sendcloud splits some carriers by country: asked for "dhl" it may answer with points of "dhl_de".
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

final class CarrierCodes {

	/** A code with a country means that country's; one without means all of them. */
	public static function matches( string $one, string $other ): bool {
		return $one === $other || self::without_country( $one ) === $other || self::without_country( $other ) === $one;
	}

	/** @param list<string> $codes */
	public static function contains( array $codes, string $code ): bool {
		foreach ( $codes as $candidate ) {
			if ( self::matches( $candidate, $code ) ) {
				return true;
			}
		}
		return false;
	}

	private static function without_country( string $code ): string {
		return (string) preg_replace( '/_[a-z]{2}$/', '', $code );
	}
}
