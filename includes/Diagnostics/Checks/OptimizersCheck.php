<?php
/**
 * Do plugins that optimise scripts leave ours alone?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Diagnostics\ActivePlugins;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Diagnostics\Loopback;
use SendcloudServicePoints\Diagnostics\Remote;

final class OptimizersCheck implements Remote {

	/** Main file => name. */
	private const PLUGINS = [
		'#^wp-rocket/#'                     => 'WP Rocket',
		'#^autoptimize/#'                   => 'Autoptimize',
		'#^litespeed-cache/#'               => 'LiteSpeed Cache',
		'#^sg-cachepress/#'                 => 'SiteGround Speed Optimizer',
		'#^perfmatters/#'                   => 'Perfmatters',
		'#^flying-press/#'                  => 'FlyingPress',
		'#^w3-total-cache/#'                => 'W3 Total Cache',
		'#^wp-optimize/#'                   => 'WP-Optimize',
		'#^(wp-)?hummingbird[^/]*/#'        => 'Hummingbird',
		'#^jetpack-boost/#'                 => 'Jetpack Boost',
		'#^nitropack/#'                     => 'NitroPack',
	];

	public function __construct( private readonly Loopback $loopback ) {}

	public function id(): string {
		return 'optimizers';
	}

	public function title(): string {
		return __( 'Script optimisers', 'sendcloud-service-points' );
	}

	public function group(): Group {
		return Group::Plugins;
	}

	public function run(): Finding {
		$found = [];
		foreach ( self::PLUGINS as $pattern => $name ) {
			if ( [] !== ActivePlugins::matching( $pattern ) ) {
				$found[] = $name;
			}
		}
		if ( str_contains( $this->loopback->checkout()->body, 'rocket-loader.min.js' ) ) {
			$found[] = 'Cloudflare Rocket Loader';
		}
		return [] === $found
			? Finding::good( __( 'No plugin that delays or combines scripts is active.', 'sendcloud-service-points' ) )
			: Finding::info(
				sprintf(
					/* translators: %s: list of plugins. */
					__( 'Scripts are delayed or combined by %s. This plugin has asked it to leave its scripts alone.', 'sendcloud-service-points' ),
					wp_sprintf_l( '%l', $found )
				),
				__( 'If the button for service points reacts late or not at all, exclude the checkout page there too and empty its cache.', 'sendcloud-service-points' )
			);
	}
}
