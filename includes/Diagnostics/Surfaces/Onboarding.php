<?php
/**
 * The set-up guide above the settings, as long as the shop cannot offer service points.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Surfaces;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Settings\Settings;
use SendcloudServicePoints\Shipping\RelayRates;

final class Onboarding {

	public function __construct(
		private readonly Settings $settings,
		private readonly RelayRates $rates,
		private readonly AdminMount $mount,
	) {}

	public function register(): void {
		// After the links to the views.
		add_action( 'woocommerce_sections_shipping', [ $this, 'render' ], 30 );
	}

	public function render(): void {
		if ( Screens::is_settings() && ! ( $this->settings->has_keys() && $this->rates->can_exist() ) ) {
			$this->mount->render(
				'onboarding',
				__( 'Enter the keys of Sendcloud below, then add the shipping method "Service Point Delivery" to your shipping zones.', 'sendcloud-service-points' )
			);
		}
	}
}
