<?php
/**
 * The carriers a merchant can choose from.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud;

use SendcloudServicePoints\Settings\Settings;

final class Carriers {

	/** What Sendcloud said last: a list of codes, or code => name. */
	private const OPTION = Settings::PREFIX . 'carrier_codes';

	/**
	 * Static, since WooCommerce makes shipping methods by itself and passes them nothing.
	 *
	 * @return array<string, string> Carrier code => name: those of the shop's integration once a connection test saw
	 *                               them, until then the well-known ones.
	 */
	public static function labels(): array {
		$codes  = get_option( self::OPTION );
		$labels = [];
		foreach ( is_array( $codes ) ? array_filter( $codes, 'is_string' ) : [] as $code => $name ) {
			$labels += is_string( $code ) ? [ $code => $name ] : [ $name => CarrierNames::of( $name ) ];
		}
		if ( [] === $labels ) {
			$labels = CarrierNames::KNOWN;
		}
		/**
		 * Filters the carriers a merchant can choose from in a shipping method's settings.
		 *
		 * @param array<string, string> $labels Carrier code => name.
		 */
		$filtered = apply_filters( 'sendcloud_service_points_carriers', $labels );
		return is_array( $filtered ) ? array_filter( $filtered, 'is_string' ) : $labels;
	}

	/** @param list<string> $codes */
	public static function remember( array $codes ): void {
		update_option( self::OPTION, $codes, false );
	}

	/** @param array<string, string> $names By code. */
	public static function remember_names( array $names ): void {
		update_option( self::OPTION, $names, false );
	}
}
