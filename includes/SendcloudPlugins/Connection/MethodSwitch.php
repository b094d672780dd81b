<?php
/**
 * Offers no service point delivery while service points are switched off in Sendcloud.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\SendcloudPlugins\Connection;

use SendcloudServicePoints\Shipping\LegacyServicePointMethod;
use SendcloudServicePoints\Shipping\ServicePointMethod;

/**
 * The methods stay in their zones with all their settings.
 */
final class MethodSwitch {

	public function __construct( private readonly Connection $connection ) {}

	public function register(): void {
		foreach ( [ ServicePointMethod::ID, LegacyServicePointMethod::ID ] as $id ) {
			add_filter( "woocommerce_shipping_{$id}_is_available", [ $this, 'is_available' ] );
		}
	}

	public function is_available( mixed $available ): bool {
		return (bool) $available && ! $this->connection->is_off();
	}
}
