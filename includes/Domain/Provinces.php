<?php
/**
 * The province that a postcode lies in, where the one says the other: service points have no province, and shops' zones may be made of them.
 *
 * Spain's first two digits are the number of the province, as its post and its statistics office have it. Italy's are a district of the
 * post's: mostly one province, sometimes some of its neighbours, and then all of them are answered. Other countries' are neither.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Domain;

final class Provinces {

	/** From 01 on, by WooCommerce's codes. */
	private const SPAIN = 'VI AB A AL AV BA PM B BU CC CA CS CR CO C CU GI GR GU SS H HU J LE L LO LU M MA MU NA OR O P GC PO SA TF S SG SE SO T TE TO V VA BI ZA Z CE ML';

	/** From 00 on; "-" is no district. */
	private const ITALY = 'RM VT RI FR LT TR PG SS NU CA,OR,SU '
		. 'TO AO CN VC,BI AT AL GE SV IM SP '
		. 'MI,MB,LO VA CO,LC SO,LC BG BS CR,LO PV NO,VB PC '
		. 'VE TV BL UD,PN TS,GO PD VI VR TN BZ '
		. 'BO MO RE PR FE RO MN FC,RN RA - '
		. 'FI,PO PT AR SI MS LU PI LI GR PO '
		. 'AN PU MC,FM AP,FM TE PE CH AQ - - '
		. 'BA,BT FG,BT BR LE TA MT BT - - - '
		. 'NA CE BN AV SA PZ CB,IS CS CZ,KR,VV RC,VV '
		. 'PA TP AG,CL CL EN CT SR RG ME -';

	/** @return list<string> WooCommerce's codes; empty where the postcode does not say. */
	public static function of( string $country, string $postcode ): array {
		if ( 1 !== preg_match( '/^\s*(\d\d)\d{3}\s*$/D', $postcode, $match ) ) {
			return [];
		}
		$provinces = match ( $country ) {
			'ES'    => [ '-', ...explode( ' ', self::SPAIN ) ],
			'IT'    => explode( ' ', self::ITALY ),
			default => [],
		};
		$codes = $provinces[ (int) $match[1] ] ?? '-';
		return '-' === $codes ? [] : explode( ',', $codes );
	}
}
