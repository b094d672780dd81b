<?php
/**
 * The public search, the scripts and the locator block. The only feature that needs no WooCommerce.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Features;

use SendcloudServicePoints\Frontend\LocatorBlock;
use SendcloudServicePoints\Rest\ServicePointsController;
use SendcloudServicePoints\Rest\VisitorLimit;
use SendcloudServicePoints\Support\SharedCache;

final class Search extends Feature {

	public function register(): void {
		$this->services->assets()->register();
		( new LocatorBlock( $this->services->assets() ) )->register();
	}

	public function register_routes(): void {
		( new ServicePointsController( $this->services->source(), new VisitorLimit( new SharedCache( 'visitors', 256 ) ) ) )->register_routes();
	}
}
