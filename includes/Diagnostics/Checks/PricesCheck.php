<?php
/**
 * Is delivery to a service point given away by mistake, or hidden because of its price?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Shipping\Zones\Zones;

final class PricesCheck extends Check {

	public const ID    = 'prices';
	public const GROUP = Group::Zones;

	public function __construct( private readonly Zones $zones ) {}

	public function title(): string {
		return __( 'Prices of delivery to a service point', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$lines = [];
		$zones = [];
		foreach ( $this->zones->offering() as $zone ) {
			foreach ( $zone->enabled() as $method ) {
				if ( $method->is_free_for_all ) {
					$lines[] = "{$zone->name}: {$method->title}";
					$zones[] = $zone;
				}
			}
		}
		if ( [] === $lines ) {
			return self::about_hiding();
		}
		$finding = Finding::recommended(
			__( 'Free shipping is switched on without a minimum order amount, so every order to a service point is free.', 'sendcloud-service-points' ),
			__( 'Type the minimum order amount. If it shall be free for everybody, type 0 as its cost and switch free shipping off.', 'sendcloud-service-points' )
		)->with( $lines );
		foreach ( array_unique( $zones, SORT_REGULAR ) as $zone ) {
			$finding = $finding->link( $zone->name, Screens::zone( $zone->id ) );
		}
		return $finding;
	}

	private static function about_hiding(): Finding {
		return 'yes' !== get_option( 'woocommerce_shipping_hide_rates_when_free' )
			? Finding::good( __( 'No method is free for everybody by mistake.', 'sendcloud-service-points' ) )
			: Finding::info(
				__( 'WooCommerce hides delivery to a service point that costs something whenever free shipping is available. It stays where it is free itself.', 'sendcloud-service-points' ),
				__( 'If shoppers miss it, untick "Hide shipping rates when free shipping is available" in the shipping settings.', 'sendcloud-service-points' )
			)->link( __( 'Shipping settings', 'sendcloud-service-points' ), Screens::settings( 'shipping', 'options' ) );
	}
}
