<?php
/**
 * What carriers call themselves. API v2 answers bare codes, and the shop's settings list carriers before anything was asked.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud;

final class CarrierNames {

	/** Carriers with service points in Sendcloud's countries; Sendcloud publishes no list. */
	public const KNOWN = [
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
	public static function of( string $code ): string {
		return self::KNOWN[ $code ] ?? ucwords( strtr( $code, '_-', '  ' ) );
	}
}
