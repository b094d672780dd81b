<?php
/**
 * Is there a way to pay?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use WC_Payment_Gateway;

final class PaymentCheck extends Check {

	public const ID    = 'payment';
	public const GROUP = Group::Shop;

	public function title(): string {
		return __( 'Payment methods', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$enabled = array_filter(
			WC()->payment_gateways()->payment_gateways(),
			static fn ( mixed $gateway ): bool => $gateway instanceof WC_Payment_Gateway && 'yes' === $gateway->enabled
		);
		return [] === $enabled
			? Finding::critical(
				__( 'No payment method is enabled, so nobody can order.', 'sendcloud-service-points' ),
				__( 'Enable at least one payment method.', 'sendcloud-service-points' )
			)->link( __( 'Payments', 'sendcloud-service-points' ), Screens::settings( 'checkout' ) )
			: Finding::good( __( 'Shoppers can pay.', 'sendcloud-service-points' ) );
	}
}
