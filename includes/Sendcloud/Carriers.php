<?php
/**
 * The carriers a merchant can choose from, and what carriers call themselves.
 *
 * Static, since WooCommerce makes shipping methods by itself and passes them nothing.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud;

use SendcloudServicePoints\Domain\CarrierCodes;
use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Settings\Settings;

final class Carriers {

	/** Code => name, as Sendcloud said last. Earlier versions kept a list of codes. */
	private const OPTION = Settings::PREFIX . 'carrier_codes';

	/** Carriers with service points in Sendcloud's countries; Sendcloud publishes no list. */
	private const KNOWN = [
		'bpost'           => 'bpost',
		'brt'             => 'BRT',
		'chronopost'      => 'Chronopost',
		'colisprive'      => 'Colis Privé',
		'colissimo'       => 'Colissimo',
		'correos'         => 'Correos',
		'correos_express' => 'Correos Express',
		'dhl'             => 'DHL',
		'dpd'             => 'DPD',
		'gls'             => 'GLS',
		'hermes_de'       => 'Hermes',
		'inpost_it'       => 'InPost',
		'mondial_relay'   => 'Mondial Relay',
		'poste_italiane'  => 'Poste Italiane',
		'postnl'          => 'PostNL',
		'relais_colis'    => 'Relais Colis',
		'seur'            => 'SEUR',
		'ups'             => 'UPS',
	];

	/** A carrier we do not know is named after its code: `acme_post` is "Acme Post". */
	public static function name( string $code ): string {
		return self::KNOWN[ $code ] ?? ucwords( strtr( $code, '_-', '  ' ) );
	}

	/** Whether its points are answered under its own name. One that nobody has named may stand in for another. */
	public static function is_known( string $code ): bool {
		return CarrierCodes::contains( array_map( 'strval', array_keys( self::labels() ) ), $code );
	}

	/** @return array<string, string> Carrier code => name: those that Sendcloud has told us of, until then the well-known ones. */
	public static function labels(): array {
		$stored = get_option( self::OPTION );
		if ( false === $stored ) {
			// Every cart asks, and WordPress asks the database for an option that does not exist.
			add_option( self::OPTION, [] );
		}
		$labels = self::read( $stored );
		foreach ( $labels as $code => $name ) {
			$labels[ $code ] = '' === $name ? self::name( (string) $code ) : $name;
		}
		$labels = [] === $labels ? self::KNOWN : $labels;
		/**
		 * Filters the carriers a merchant can choose from in a shipping method's settings.
		 *
		 * @param array<string, string> $labels Carrier code => name.
		 */
		$filtered = apply_filters( 'sendcloud_service_points_carriers', $labels );
		return is_array( $filtered ) ? array_filter( $filtered, 'is_string' ) : $labels;
	}

	/**
	 * Takes the place of what was known, unless it names no carrier.
	 *
	 * @param mixed $carriers Code => name, or a list of codes or of objects.
	 */
	public static function remember( mixed $carriers ): void {
		$told  = self::read( $carriers );
		$known = self::read( get_option( self::OPTION ) );
		foreach ( $told as $code => $name ) {
			// Sendcloud's panel says names, an account's integrations codes alone.
			$told[ $code ] = '' === $name ? $known[ $code ] ?? '' : $name;
		}
		if ( [] !== $told && $told !== $known ) {
			update_option( self::OPTION, $told, true );
		}
	}

	/** @return array<string, string> Code => name, '' where it is not said. */
	private static function read( mixed $carriers ): array {
		$carriers = is_array( $carriers ) ? $carriers : [];
		$is_list  = array_is_list( $carriers );
		$names    = [];
		foreach ( $carriers as $key => $carrier ) {
			$fields = Fields::from_data( is_array( $carrier ) ? $carrier : [ $is_list ? 'code' : 'name' => $carrier ] );
			$code   = $fields->string( 'code' );
			$code   = (string) preg_replace( '/[^a-z0-9_-]/', '', strtolower( '' === $code && ! $is_list ? (string) $key : $code ) );
			if ( '' !== $code ) {
				$names[ $code ] = sanitize_text_field( $fields->string( 'name' ) );
			}
		}
		return $names;
	}
}
