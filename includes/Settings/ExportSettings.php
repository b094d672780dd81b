<?php
/**
 * What the merchant set about sending orders to Sendcloud, typed.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Settings;

use SendcloudServicePoints\Support\OfficialPlugin;

final class ExportSettings {

	public const ENABLED     = Settings::PREFIX . 'export';
	public const INTEGRATION = Settings::PREFIX . 'export_integration';
	public const ORDERS      = Settings::PREFIX . 'export_orders';
	public const STATUSES    = Settings::PREFIX . 'export_statuses';

	public const DEFAULT_STATUSES = [ 'processing', 'on-hold' ];

	public function __construct( private readonly OfficialPlugin $official_plugin ) {}

	/** Never beside Sendcloud's own plugin: it lets Sendcloud fetch the same orders, which would then be there twice. */
	public function is_possible(): bool {
		return ! $this->official_plugin->is_active();
	}

	public function is_on(): bool {
		return 'yes' === get_option( self::ENABLED ) && $this->integration_id() > 0 && $this->is_possible();
	}

	/** 0 when none is chosen. */
	public function integration_id(): int {
		$id = get_option( self::INTEGRATION );
		return is_numeric( $id ) ? max( 0, (int) $id ) : 0;
	}

	/** Otherwise only those that go to a service point. */
	public function sends_all_orders(): bool {
		return 'all' === get_option( self::ORDERS );
	}

	/** @return list<string> Without `wc-`. */
	public function statuses(): array {
		$statuses = get_option( self::STATUSES, self::DEFAULT_STATUSES );
		return is_array( $statuses ) ? array_values( array_filter( $statuses, 'is_string' ) ) : self::DEFAULT_STATUSES;
	}
}
