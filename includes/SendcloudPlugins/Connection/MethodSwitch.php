<?php
/**
 * Offers no delivery to service points while they are switched off in Sendcloud. The methods stay in their zones with all their settings.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\SendcloudPlugins\Connection;

use SendcloudServicePoints\Shipping\LegacyServicePointMethod;
use SendcloudServicePoints\Shipping\ServicePointMethod;

final class MethodSwitch {

	public function __construct( private readonly Connection $connection ) {}

	public function register(): void {
		foreach ( [ ServicePointMethod::ID, LegacyServicePointMethod::ID ] as $id ) {
			add_filter( "woocommerce_shipping_{$id}_is_available", [ $this, 'filter_availability' ] );
		}
	}

	public function filter_availability( mixed $available ): bool {
		$this->connection->store_default();
		return (bool) $available && ! $this->connection->is_off();
	}
}
