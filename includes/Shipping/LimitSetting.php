<?php
/**
 * The limits of a shipping method: the field of its settings, and the reader of the lines typed there, "dhl: 20 kg, 120 x 60 x 60 cm".
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping;

use Exception;

final class LimitSetting {

	public const KEY = 'sendcloud_service_points_limits';

	/** @return array<string, mixed> */
	public static function field(): array {
		return [
			'title'             => __( 'Weight and size limits', 'sendcloud-service-points' ),
			'type'              => 'textarea',
			'default'           => '',
			'placeholder'       => "all: 20 kg\ndhl: 31.5 kg, 120 x 60 x 60 cm\nlockers: 10 kg, 60 x 40 x 35 cm",
			'description'       => __( 'One limit per line: a carrier code, "lockers" or "all", then the largest weight in kg, the largest size in cm, or both. What a cart is too heavy or too large for is not offered to the shopper, who is told why.', 'sendcloud-service-points' ),
			'desc_tip'          => true,
			'sanitize_callback' => [ self::class, 'sanitise' ],
		];
	}

	/**
	 * WooCommerce shows the message to the merchant, and keeps what was stored.
	 *
	 * @param mixed $typed What was posted.
	 * @throws Exception When a line cannot be read.
	 */
	public static function sanitise( mixed $typed ): string {
		$lines = self::lines( $typed );

		foreach ( $lines as $line ) {
			if ( null === self::read( $line ) ) {
				/* translators: %s: a line the merchant typed. */
				throw new Exception( esc_html( sprintf( __( 'This limit cannot be read: "%s". Write it like "dhl: 20 kg, 120 x 60 x 60 cm".', 'sendcloud-service-points' ), $line ) ) );
			}
		}

		return implode( "\n", $lines );
	}

	/**
	 * @param mixed $stored What sanitise() answered, or anything.
	 * @return list<Limit>
	 */
	public static function parse( mixed $stored ): array {
		return array_values( array_filter( array_map( self::read( ... ), self::lines( $stored ) ) ) );
	}

	/** @return list<string> */
	private static function lines( mixed $text ): array {
		$lines = array_map( 'sanitize_text_field', explode( "\n", is_string( $text ) ? $text : '' ) );

		return array_values( array_filter( $lines, static fn ( string $line ): bool => '' !== $line ) );
	}

	private static function read( string $line ): ?Limit {
		$number  = '(\d+(?:[.,]\d+)?)';
		$pattern = "/^([\\w-]+)\\s*:\\s*(?:$number\\s*kg)?\\s*[,;]?\\s*(?:$number\\s*[x×*]\\s*$number\\s*[x×*]\\s*$number\\s*cm)?$/iu";

		if ( 1 !== preg_match( $pattern, $line, $parts, PREG_UNMATCHED_AS_NULL ) ) {
			return null;
		}

		$numbers = array_map( static fn ( ?string $part ): float => (float) str_replace( ',', '.', $part ?? '' ), array_slice( $parts, 2 ) + [ '', '', '', '' ] );
		$size    = [ $numbers[1], $numbers[2], $numbers[3] ];
		rsort( $size );

		return 0.0 === array_sum( $numbers ) ? null : new Limit(
			strtolower( $parts[1] ),
			$numbers[0] > 0 ? $numbers[0] : null,
			$size[2] > 0 ? $size : null
		);
	}
}
