<?php
/**
 * Carriers whose service points Sendcloud knows.
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Shipping;

/**
 * The choices of the "Carriers" fields, and the reader of what they stored.
 */
final class Carriers {

	/**
	 * @return array<string, string> Carrier code => name. Sendcloud publishes no such list: these are the codes of its documentation.
	 */
	public static function all(): array {
		$carriers = [
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

		/**
		 * Filters the carriers a merchant can choose from in a shipping method's settings.
		 *
		 * @param array<string, string> $carriers Carrier code => name.
		 */
		$filtered = apply_filters( 'sendcloud_service_points_carriers', $carriers );

		return is_array( $filtered ) ? array_filter( $filtered, 'is_string' ) : $carriers;
	}

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
			'options'     => self::all() + array_combine( $stored, $stored ),
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
			static fn( mixed $code ): string => is_string( $code ) ? strtolower( (string) preg_replace( '/[^\w-]+/', '', $code ) ) : '',
			is_array( $stored ) ? $stored : []
		);

		return array_values( array_unique( array_filter( $codes, static fn( string $code ): bool => '' !== $code ) ) );
	}
}
