<?php
/**
 * Is the checkout kept out of caches?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Diagnostics\Probes\Loopback;

final class PageCacheCheck extends Check {

	public const ID     = 'page-cache';
	public const GROUP  = Group::Plugins;
	public const REMOTE = true;

	/** In them, caches tell that an answer is theirs. */
	private const HEADERS = [
		'x-cache',
		'x-cache-status',
		'cf-cache-status',
		'x-litespeed-cache',
		'x-proxy-cache',
		'x-varnish-cache',
		'x-fastcgi-cache',
		'x-nginx-cache',
		'x-wp-cf-super-cache-cache',
		'x-sucuri-cache',
		// SiteGround Speed Optimizer 7.7.7, Jetpack Boost 4.6.3: "hit".
		'sg-f-cache',
		'x-jetpack-boost-cache',
		// WP Super Cache 3.1.0, Hummingbird 3.19.0: "Served". WP-Optimize 4.5.0: "cached", or "not cached".
		'x-wp-super-cache',
		'hummingbird-cache',
		'wpo-cache-status',
	];

	private const IS_FROM_CACHE = '/\bhit\b|\bserved\b|(?<!not )\bcached\b/i';

	public function __construct( private readonly Loopback $loopback ) {}

	public function title(): string {
		return __( 'Page cache', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$visit = $this->loopback->checkout();
		if ( ! $visit->is_ok() ) {
			/* translators: %s: reason. */
			return Finding::unknown( sprintf( __( 'The checkout page could not be looked at: %s.', 'sendcloud-service-points' ), $visit->outcome() ) );
		}
		foreach ( self::HEADERS as $name ) {
			if ( 1 === preg_match( self::IS_FROM_CACHE, $visit->header( $name ) ) ) {
				return Finding::critical(
					__( 'A cache answers for the checkout and the cart, so shoppers see pages that were made for somebody else.', 'sendcloud-service-points' ),
					__( 'In the settings of the cache plugin, your host or your CDN, exclude the pages cart, checkout and my account.', 'sendcloud-service-points' )
				)->with( [ "{$name}: {$visit->header( $name )}" ] )->link( __( 'Plugins', 'sendcloud-service-points' ), Screens::wordpress( 'plugins.php' ) );
			}
		}
		return Finding::good( __( 'No cache answers for the checkout.', 'sendcloud-service-points' ) );
	}
}
