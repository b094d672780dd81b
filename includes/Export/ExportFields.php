<?php
/**
 * The settings of the export, in the section of our settings.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Export;

use Automattic\WooCommerce\Utilities\OrderUtil;
use SendcloudServicePoints\Sendcloud\Integration;
use SendcloudServicePoints\Sendcloud\Integrations;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Settings\ExportSettings;
use SendcloudServicePoints\Settings\Settings;

final class ExportFields {

	private const GROUP = 'sendcloud-service-points-export';

	public function __construct(
		private readonly ExportSettings $export,
		private readonly Settings $settings,
		private readonly Integrations $integrations,
	) {}

	public function register(): void {
		// After the fields of the connection, which the export depends on.
		add_filter( 'woocommerce_get_settings_shipping', [ $this, 'add_fields' ], 20, 2 );
	}

	public function add_fields( mixed $fields, mixed $section = '' ): mixed {
		if ( Settings::SECTION !== $section || ! is_array( $fields ) ) {
			return $fields;
		}
		return [
			...$fields,
			[
				'id'    => self::GROUP,
				'type'  => 'title',
				'title' => __( 'Orders in Sendcloud', 'sendcloud-service-points' ),
				'desc'  => $this->export->is_possible()
					? __( 'Sends orders to an integration of the kind "Sendcloud API", where they appear under "Incoming orders" with their service point, and keeps them up to date there. Sendcloud must get the orders in one way only: leave this off where a WooCommerce integration in Sendcloud fetches the orders of this shop, or every order will be there twice.', 'sendcloud-service-points' )
					: __( 'Sendcloud\'s own plugin is active and lets Sendcloud fetch the orders. They need not be sent, and would be there twice.', 'sendcloud-service-points' ),
			],
			...( $this->export->is_possible() ? $this->fields() : [] ),
			[
				'id'   => self::GROUP,
				'type' => 'sectionend',
			],
		];
	}

	/** @return list<array<string, mixed>> */
	private function fields(): array {
		return [
			[
				'id'      => ExportSettings::ENABLED,
				'type'    => 'checkbox',
				'title'   => __( 'Send orders to Sendcloud', 'sendcloud-service-points' ),
				'desc'    => __( 'Send orders from now on. Earlier ones can be chosen in the list of orders: bulk action "Send to Sendcloud".', 'sendcloud-service-points' ),
				'default' => 'no',
			],
			$this->integration_field(),
			[
				'id'      => ExportSettings::ORDERS,
				'type'    => 'select',
				'title'   => __( 'Which orders', 'sendcloud-service-points' ),
				'default' => 'points',
				'options' => [
					'points' => __( 'Orders that go to a service point', 'sendcloud-service-points' ),
					'all'    => __( 'All orders with something to ship', 'sendcloud-service-points' ),
				],
			],
			[
				'id'      => ExportSettings::STATUSES,
				'type'    => 'multiselect',
				'class'   => 'wc-enhanced-select',
				'title'   => __( 'In which statuses', 'sendcloud-service-points' ),
				'desc'    => __( 'Orders that are cancelled, refunded, failed or in the trash are taken out of Sendcloud again.', 'sendcloud-service-points' ),
				'default' => ExportSettings::DEFAULT_STATUSES,
				'options' => self::statuses(),
			],
		];
	}

	/** @return array<string, mixed> */
	private function integration_field(): array {
		$saved   = $this->export->integration_id();
		$options = 0 === $saved ? [] : [ (string) $saved => (string) $saved ];
		$hint    = '';
		try {
			$all     = $this->settings->has_keys() ? $this->integrations->all() : [];
			$options = self::options( $all ) + $options;
			$hint    = self::warning( $all );
		} catch ( SendcloudException $exception ) {
			$hint = $exception->merchant_message();
		}
		return [
			'id'      => ExportSettings::INTEGRATION,
			'type'    => 'select',
			'title'   => __( 'Integration', 'sendcloud-service-points' ),
			'desc'    => [] === $options && '' === $hint
				? __( 'Save the keys of a "Sendcloud API" integration first.', 'sendcloud-service-points' )
				: $hint,
			'default' => (string) ( array_key_first( $options ) ?? '' ),
			'options' => $options,
		];
	}

	/**
	 * @param list<Integration> $integrations
	 * @return array<array-key, string>
	 */
	private static function options( array $integrations ): array {
		$options = [];
		foreach ( $integrations as $integration ) {
			if ( $integration->takes_orders() ) {
				$options[ (string) $integration->id ] = trim( "$integration->name ($integration->id)" );
			}
		}
		return $options;
	}

	/** @param list<Integration> $integrations */
	private static function warning( array $integrations ): string {
		foreach ( $integrations as $integration ) {
			if ( $integration->fetches_orders_of( home_url() ) ) {
				return sprintf(
					/* translators: 1: name of an integration in Sendcloud, 2: its number. */
					__( 'Careful: the integration "%1$s" (%2$d) in Sendcloud fetches the orders of this shop. Delete it there before you send orders.', 'sendcloud-service-points' ),
					$integration->name,
					$integration->id
				);
			}
		}
		return '';
	}

	/** @return array<string, string> */
	private static function statuses(): array {
		$statuses = [];
		foreach ( wc_get_order_statuses() as $status => $label ) {
			$statuses[ OrderUtil::remove_status_prefix( (string) $status ) ] = (string) $label;
		}
		return array_diff_key( $statuses, array_flip( ExportPolicy::CANCELLED ) );
	}
}
