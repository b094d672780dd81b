<?php
/**
 * Do shoppers see the map?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Diagnostics\MapFallbacks\Fallbacks;
use SendcloudServicePoints\Settings\Settings;

final class FallbacksCheck extends Check {

	public const ID    = 'fallbacks';
	public const GROUP = Group::Server;

	/** Within a week; fewer come from shoppers' own networks and blockers. */
	private const MANY = 20;

	public function __construct(
		private readonly Fallbacks $fallbacks,
		private readonly Settings $settings,
	) {}

	public function title(): string {
		return __( 'Map in shoppers\' browsers', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$week  = $this->fallbacks->since( 7 );
		$month = $this->fallbacks->since( 30 );
		if ( [] === $month ) {
			return Finding::good( __( 'In the last 30 days, no shopper had to do without the map.', 'sendcloud-service-points' ) );
		}
		$details = [];
		foreach ( $month as $reason => $count ) {
			$details[] = self::label( $reason ) . ': ' . number_format_i18n( $count );
		}
		foreach ( $this->fallbacks->browsers_since( 30 ) as $browser => $count ) {
			$details[] = ( 'Another browser' === $browser ? __( 'Another browser', 'sendcloud-service-points' ) : $browser ) . ': ' . number_format_i18n( $count );
		}
		if ( ( $week['tiles'] ?? 0 ) >= self::MANY ) {
			return Finding::recommended(
				__( 'In the last 7 days, the map often did not load. Those shoppers chose from the list.', 'sendcloud-service-points' ),
				'outlines' === $this->settings->map_provider()
					? __( 'Try the checkout in several browsers, and empty all caches.', 'sendcloud-service-points' )
					: __( 'Check the address and the key of the map style, or choose "Plain outlines from this shop".', 'sendcloud-service-points' )
			)->with( $details )->link( __( 'Settings', 'sendcloud-service-points' ), Screens::plugin_settings() );
		}
		if ( ( $week['script'] ?? 0 ) + ( $week['worker'] ?? 0 ) >= self::MANY ) {
			return Finding::recommended(
				__( 'In the last 7 days, the script of the map often did not load. Those shoppers chose from the list.', 'sendcloud-service-points' ),
				__( 'Exclude the files of this plugin from script optimisers, and look at the check of the Content-Security-Policy.', 'sendcloud-service-points' )
			)->with( $details );
		}
		return Finding::info( __( 'In the last 30 days, some shoppers had no map and chose from the list.', 'sendcloud-service-points' ) )->with( $details );
	}

	private static function label( string $reason ): string {
		return match ( $reason ) {
			'no_webgl' => __( 'Browser or device cannot draw maps (no WebGL)', 'sendcloud-service-points' ),
			'tiles'    => __( 'Map provider did not answer', 'sendcloud-service-points' ),
			'worker'   => __( 'Browser did not start the map\'s worker', 'sendcloud-service-points' ),
			default    => __( 'Script of the map did not load', 'sendcloud-service-points' ),
		};
	}
}
