<?php
/**
 * Composes what makes this plugin get along with Sendcloud's own, or stand in for it.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Official;

use SendcloudServicePoints\Cli\ConvertMethodsCommand;
use SendcloudServicePoints\Diagnostics\ZoneRepair;
use SendcloudServicePoints\Diagnostics\Zones;
use SendcloudServicePoints\Settings\Settings;
use SendcloudServicePoints\Shipping\MethodNames;
use SendcloudServicePoints\Shipping\MethodSettings;
use SendcloudServicePoints\Shipping\RelayRates;
use SendcloudServicePoints\Support\OfficialPlugin;
use SendcloudServicePoints\Support\SharedCache;

final class Official {

	public function __construct( private readonly OfficialPlugin $official, private readonly Settings $settings ) {}

	public function register(): void {
		$conversion = new MethodConversion();
		( new ConversionScreen( $conversion ) )->register();
		( new ConvertMethodsCommand( $conversion ) )->register();
		add_action( 'admin_notices', [ Button::class, 'print_message' ] );

		if ( $this->official->is_dynamic_checkout_active() ) {
			( new DynamicCheckoutNotice() )->register();
		}
		if ( $this->official->is_active() ) {
			( new CompanionMode( $this->official ) )->register();
		} else {
			$this->stand_in();
		}
	}

	private function stand_in(): void {
		$settings   = new MethodSettings();
		$rates      = new RelayRates( $settings, new MethodNames() );
		$connection = new Connection();
		$creation   = new MethodCreation( $connection, $this->settings, $rates, new ZoneRepair( new Zones( $rates, $settings ) ), new SharedCache( 'zones', 1 ) );

		( new MethodSwitch( $connection ) )->register();
		( new ConnectionRoutes( $connection, $creation ) )->register();
		( new ConnectionNotices( $connection, $creation ) )->register();
	}
}
