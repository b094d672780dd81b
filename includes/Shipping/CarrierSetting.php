<?php
/**
 * The field that limits a shipping method to some carriers, and the reader of what it stored.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping;

use SendcloudServicePoints\Domain\CarrierCodes;
use SendcloudServicePoints\Sendcloud\Carriers;

final class CarrierSetting {

	/**
	 * The field of a method's settings.
	 *
	 * @param list<string> $stored What is chosen now; a code of our own list or not, it must survive a save.
	 * @return array<string, mixed>
	 */
	public static function field( array $stored = [] ): array {
		return [
			'title'       => __( 'Carriers', 'sendcloud-service-points' ),
			'type'        => 'multiselect',
			'class'       => 'wc-enhanced-select',
			'default'     => $stored,
			'options'     => Carriers::labels() + array_combine( $stored, $stored ),
			'description' => __( 'Only service points of these carriers are offered. Empty: all carriers enabled in your Sendcloud integration.', 'sendcloud-service-points' ),
			'desc_tip'    => true,
		];
	}

	/**
	 * @param mixed $stored A list (v2) or comma-separated text (v1) of codes.
	 * @return list<string>
	 */
	public static function parse( mixed $stored ): array {
		if ( is_string( $stored ) ) {
			$stored = explode( ',', $stored );
		}

		$codes = array_map(
			static fn ( mixed $code ): string => is_string( $code ) ? strtolower( (string) preg_replace( '/[^\w-]+/', '', $code ) ) : '',
			is_array( $stored ) ? $stored : []
		);

		return array_values( array_unique( array_filter( $codes, static fn ( string $code ): bool => '' !== $code ) ) );
	}

	/**
	 * Whether a method limited to these carriers may deliver to a point of that one.
	 *
	 * @param list<string> $allowed Empty for all.
	 */
	public static function allows( array $allowed, string $carrier_code ): bool {
		return [] === $allowed || CarrierCodes::contains( $allowed, $carrier_code );
	}
}
