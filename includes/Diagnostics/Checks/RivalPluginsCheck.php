<?php
/**
 * Do other pickup plugins share the checkout?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use ReflectionClass;
use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Shipping\LegacyServicePointMethod;
use SendcloudServicePoints\Shipping\RelayRates;
use SendcloudServicePoints\Shipping\ServicePointMethod;
use SendcloudServicePoints\Support\ActivePlugins;
use WC_Shipping_Method;
use WC_Shipping_Rate;
use WC_Shipping_Zone;
use WC_Shipping_Zones;

final class RivalPluginsCheck extends Check {

	public const ID    = 'other-pickup-plugins';
	public const GROUP = Group::Plugins;

	/** Of the folder of a plugin, whose exact name differs from source to source. */
	private const RIVALS = '#^[^/]*('
		. 'mondial-?relay|colissimo|chronopost|multishipping|boxtal|packeta|packetery|zasilkovna|myparcel|inpost|postnl|relais-?colis|omniva|venipak|'
		. 'dhlpwc|dhl-parcel|bpost|sendy|sameday|pakettikauppa|foxpost|hungarian-pickup|vp-woo-pont|(^|-)dpd|(^|-)gls'
		. ')[^/]*/#i';

	public function __construct( private readonly RelayRates $rates ) {}

	public function title(): string {
		return __( 'Other pickup plugins', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$rivals = ActivePlugins::matching( self::RIVALS );
		if ( [] === $rivals ) {
			return Finding::good( __( 'No other plugin for pickup points is active.', 'sendcloud-service-points' ) );
		}
		$names  = array_map( ActivePlugins::name( ... ), $rivals );
		$shared = [];
		$double = [];
		foreach ( [ 0, ...array_column( WC_Shipping_Zones::get_zones(), 'zone_id' ) ] as $zone_id ) {
			$zone    = new WC_Shipping_Zone( (int) $zone_id );
			$methods = array_filter( $zone->get_shipping_methods( true ), static fn ( mixed $method ): bool => $method instanceof WC_Shipping_Method );
			$theirs  = array_filter( $methods, static fn ( WC_Shipping_Method $method ): bool => self::is_of( $method, $rivals ) );
			$ours    = array_filter( $methods, fn ( WC_Shipping_Method $method ): bool => $this->rates->recognises( self::rate_of( $method ) ) );
			foreach ( $theirs as $method ) {
				$line = $zone->get_zone_name() . ': ' . $method->get_title();
				if ( in_array( $method, $ours, true ) ) {
					$double[] = $line;
				} elseif ( [] !== $ours ) {
					$shared[] = $line;
				}
			}
		}
		if ( [] !== $double ) {
			return Finding::recommended(
				__( 'A shipping method of another pickup plugin is named like delivery to a service point, so shoppers get two buttons for the same method.', 'sendcloud-service-points' ),
				__( 'Set "Sendcloud service points" to "Never" in the settings of that method.', 'sendcloud-service-points' )
			)->with( $double )->link( __( 'Shipping zones', 'sendcloud-service-points' ), Screens::settings( 'shipping' ) );
		}
		$summary = [] === $shared
			/* translators: %s: list of plugins. */
			? __( 'Other plugins for pickup points are active, without a shipping method in the zones of Sendcloud: %s.', 'sendcloud-service-points' )
			/* translators: %s: list of plugins. */
			: __( 'Other plugins for pickup points are active, in the same zones as Sendcloud: %s.', 'sendcloud-service-points' );
		$finding = Finding::info(
			sprintf( $summary, wp_sprintf_l( '%l', $names ) ),
			__( 'If the map or the button of one of them does not appear, deactivate the other for a test.', 'sendcloud-service-points' )
		);
		return $finding->with( $shared )->link( __( 'Plugins', 'sendcloud-service-points' ), Screens::wordpress( 'plugins.php' ) );
	}

	/** As shoppers see it: methods of other plugins can have their name from somewhere else than the settings of the zone. */
	private static function rate_of( WC_Shipping_Method $method ): WC_Shipping_Rate {
		return new WC_Shipping_Rate( $method->get_rate_id(), $method->get_title(), 0, [], $method->id, $method->instance_id );
	}

	/**
	 * A method belongs to the plugin that has its class.
	 *
	 * @param list<string> $plugins Main files.
	 */
	private static function is_of( WC_Shipping_Method $method, array $plugins ): bool {
		if ( in_array( $method->id, [ ServicePointMethod::ID, LegacyServicePointMethod::ID ], true ) ) {
			return false;
		}
		$file = wp_normalize_path( (string) ( new ReflectionClass( $method ) )->getFileName() );
		foreach ( $plugins as $plugin ) {
			$folder = WP_PLUGIN_DIR . '/' . dirname( $plugin );
			foreach ( array_filter( [ $folder, realpath( $folder ) ], 'is_string' ) as $path ) {
				if ( str_starts_with( $file, wp_normalize_path( $path ) . '/' ) ) {
					return true;
				}
			}
		}
		return false;
	}
}
