<?php
/**
 * The public search, the scripts and the locator block. The only feature that needs no WooCommerce.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Features;

use SendcloudServicePoints\Frontend\LocatorBlock;
use SendcloudServicePoints\Marks\MarkUpdates;
use SendcloudServicePoints\Rest\ServicePointsController;
use SendcloudServicePoints\Support\Trigger;

final class Search extends Feature {

	public function register(): void {
		$this->services->assets()->register();
		// A cart that is asked for or changed draws no block.
		if ( ! self::is_store_api_request() && ! isset( $_GET['wc-ajax'] ) ) { // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- Changes nothing.
			( new LocatorBlock( $this->services->assets() ) )->register();
		}
	}

	public function register_background(): void {
		$services = $this->services;
		Trigger::on( [ MarkUpdates::HOOK, MarkUpdates::SEEN ], static fn () => $services->mark_updates()->register() );
	}

	public function register_routes(): void {
		$services = $this->services;
		Trigger::on( [ MarkUpdates::SEEN ], static fn () => $services->mark_updates()->register() );
		( new ServicePointsController( $services->visitors_source(), function_exists( 'WC' ) ? $services->zone_limit( ... ) : null ) )->register_routes();
	}
}
