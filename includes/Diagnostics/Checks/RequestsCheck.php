<?php
/**
 * How many of the account's requests does the shop need?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Sendcloud\Budget;

final class RequestsCheck extends Check {

	public const ID    = 'requests';
	public const GROUP = Group::Sendcloud;

	public function __construct( private readonly Budget $budget ) {}

	public function title(): string {
		return __( 'Requests to Sendcloud', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$used  = $this->budget->last_hour();
		$facts = [
			sprintf(
				/* translators: 1: number of requests, 2: number of requests. */
				__( 'Busiest minute of the last hour, searches and points: %1$s of %2$s.', 'sendcloud-service-points' ),
				number_format_i18n( $used[ Budget::READS ] ),
				number_format_i18n( Budget::limits()[ Budget::READS ] )
			),
			sprintf(
				/* translators: 1: number of requests, 2: number of requests. */
				__( 'Busiest minute of the last hour, availability and orders: %1$s of %2$s.', 'sendcloud-service-points' ),
				number_format_i18n( $used[ Budget::WRITES ] ),
				number_format_i18n( Budget::limits()[ Budget::WRITES ] )
			),
		];
		if ( $used[ Budget::REFUSED ] > 0 ) {
			return Finding::recommended(
				sprintf(
					/* translators: %s: number of requests. */
					_n( 'In the last hour Sendcloud refused %s request, because the account had reached its limit.', 'In the last hour Sendcloud refused %s requests, because the account had reached its limit.', $used[ Budget::REFUSED ], 'sendcloud-service-points' ),
					number_format_i18n( $used[ Budget::REFUSED ] )
				),
				__( 'Labels, other shops and other plugins share the limit of your Sendcloud account. Where the numbers below are small, it is they who use it up: make labels in smaller batches, or ask Sendcloud for a higher limit (and tell the shop: docs/hooks.md, sendcloud_service_points_request_limits).', 'sendcloud-service-points' )
			)->with( $facts )->link( __( 'Log', 'sendcloud-service-points' ), Screens::log() );
		}
		foreach ( Budget::limits() as $kind => $limit ) {
			if ( $used[ $kind ] >= $limit ) {
				return Finding::recommended(
					__( 'In the last hour the shop needed all the requests that Sendcloud allows in a minute.', 'sendcloud-service-points' ),
					__( 'Nightly checks and the export of orders wait for a quieter minute by themselves. If it lasts, ask Sendcloud for a higher limit.', 'sendcloud-service-points' )
				)->with( $facts );
			}
		}
		return Finding::good( __( 'The shop stays within what Sendcloud allows in a minute.', 'sendcloud-service-points' ) )->with( $facts );
	}
}
