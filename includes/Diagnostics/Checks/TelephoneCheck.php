<?php
/**
 * Whether the checkout asks for the telephone number that carriers need.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Domain\Telephone;
use SendcloudServicePoints\Sendcloud\Carriers;
use SendcloudServicePoints\Settings\Settings;

final class TelephoneCheck extends Check {

	public const ID    = 'telephone';
	public const GROUP = Group::Shop;

	public function __construct( private readonly Settings $settings ) {}

	public function title(): string {
		return __( 'Telephone number', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$carriers = array_filter(
			Carriers::labels(),
			static fn ( string $code ): bool => Telephone::may_be_needed_by( [ $code ] ),
			ARRAY_FILTER_USE_KEY
		);
		$names    = implode( ', ', $carriers );
		$finding  = match ( true ) {
			'never' === $this->settings->telephone() && [] !== $carriers => Finding::recommended(
				/* translators: %s: names of carriers. */
				sprintf( __( 'Orders are accepted without a telephone number, which some service points of these carriers need: %s. Their label is refused after the order is paid.', 'sendcloud-service-points' ), $names ),
				__( 'Let the number be required where the carrier of the service point needs it.', 'sendcloud-service-points' )
			),
			[] === $carriers && 'always' !== $this->settings->telephone() => Finding::good(
				__( 'No carrier of this shop is known to need the customer\'s telephone number.', 'sendcloud-service-points' )
			),
			'hidden' === get_option( 'woocommerce_checkout_phone_field' ) => Finding::info(
				__( 'WooCommerce\'s setting hides the telephone field. It is shown all the same, as an optional one, for carts that may go to a service point that needs the number.', 'sendcloud-service-points' )
			),
			default => Finding::good( __( 'The checkout asks for the telephone number where the carrier of the service point needs it.', 'sendcloud-service-points' ) ),
		};
		return $finding->with( array_values( $carriers ) )->link( __( 'Settings', 'sendcloud-service-points' ), Screens::plugin_settings() );
	}
}
