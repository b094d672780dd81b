<?php
/**
 * Which steps in the Sendcloud account does no API show?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;

final class AccountStepsCheck extends Check {

	public const ID    = 'account-steps';
	public const GROUP = Group::Sendcloud;

	public function title(): string {
		return __( 'Sendcloud account', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		return Finding::info(
			__( 'Sendcloud shows these three steps only in its panel. Without them it makes no labels, and may not switch on service points.', 'sendcloud-service-points' )
		)->with(
			[
				__( 'Your e-mail address is confirmed: Sendcloud has sent you a message with a link.', 'sendcloud-service-points' ),
				__( 'A sender address and an invoice address are filled in: Settings > Addresses, and Settings > Financial.', 'sendcloud-service-points' ),
				__( 'Direct debit, or another way to pay, is set up: Settings > Financial.', 'sendcloud-service-points' ),
			]
		)->link( __( 'Addresses in Sendcloud', 'sendcloud-service-points' ), Screens::sendcloud( 'addresses/sender' ) )
			->link( __( 'Finance in Sendcloud', 'sendcloud-service-points' ), Screens::sendcloud( 'financial/invoices/list' ) );
	}
}
