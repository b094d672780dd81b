<?php
/**
 * The small shapes Sendcloud's orders are made of.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Export;

final class Payload {

	/**
	 * Sendcloud takes a missing field better than an empty one.
	 *
	 * @param array<string, mixed> $fields
	 * @return array<string, mixed>
	 */
	public static function filled( array $fields ): array {
		return array_filter( $fields, static fn ( mixed $value ): bool => null !== $value && '' !== $value && [] !== $value );
	}

	/** Plain text of what may be HTML. */
	public static function text( string $html ): string {
		return trim( html_entity_decode( wp_strip_all_tags( $html ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ) );
	}

	/** @return array{value: float, currency: string} A number, unlike cost(). */
	public static function price( float $amount, string $currency ): array {
		return [
			'value'    => round( $amount, wc_get_price_decimals() ),
			'currency' => $currency,
		];
	}

	/** @return array{value: string, currency: string}|null A string, unlike price(). */
	public static function cost( float $amount, string $currency ): ?array {
		return $amount <= 0 ? null : [
			'value'    => wc_format_decimal( $amount, wc_get_price_decimals() ),
			'currency' => $currency,
		];
	}

	/** @return array{value: float, unit: string} */
	public static function weight( float $kilograms ): array {
		return [
			'value' => round( $kilograms, 6 ),
			'unit'  => 'kg',
		];
	}
}
