<?php
/**
 * Which plugins may delay or combine the scripts of the checkout?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Diagnostics\Probes\Loopback;
use SendcloudServicePoints\Support\ActivePlugins;

final class OptimizersCheck extends Check {

	public const ID     = 'optimizers';
	public const GROUP  = Group::Plugins;
	public const REMOTE = true;

	/** Folder => name, as of those tried in docs/diagnostics.md. */
	private const PLUGINS = [
		'wp-rocket'               => 'WP Rocket',
		'autoptimize'             => 'Autoptimize',
		'litespeed-cache'         => 'LiteSpeed Cache',
		'sg-cachepress'           => 'SiteGround Speed Optimizer',
		'perfmatters'             => 'Perfmatters',
		'flying-press'            => 'FlyingPress',
		'flying-scripts'          => 'Flying Scripts',
		'w3-total-cache'          => 'W3 Total Cache',
		'wp-optimize'             => 'WP-Optimize',
		'wp-fastest-cache'        => 'WP Fastest Cache',
		'fast-velocity-minify'    => 'Fast Velocity Minify',
		'async-javascript'        => 'Async JavaScript',
		'breeze'                  => 'Breeze',
		'hummingbird-performance' => 'Hummingbird',
		'wp-hummingbird'          => 'Hummingbird',
		'jetpack-boost'           => 'Jetpack Boost',
		'nitropack'               => 'NitroPack',
	];

	public function __construct( private readonly Loopback $loopback ) {}

	public function title(): string {
		return __( 'Script optimisers', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$found = [];
		foreach ( self::PLUGINS as $folder => $name ) {
			if ( [] !== ActivePlugins::matching( "#^{$folder}/#" ) ) {
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
					__( 'Scripts can be delayed or combined by %s. Where it can be told to, it leaves the checkout as it is; else this plugin\'s scripts work where those of the checkout do.', 'sendcloud-service-points' ),
					wp_sprintf_l( '%l', $found )
				),
				__( 'If the checkout or the button for service points reacts late or not at all, exclude the whole checkout page there and empty its cache. Do not exclude single scripts: they would run before those they need.', 'sendcloud-service-points' )
			);
	}
}
