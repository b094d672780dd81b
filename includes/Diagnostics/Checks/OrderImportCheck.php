<?php
/**
 * Does Sendcloud get the orders?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Diagnostics\Probes\SendcloudAccount;
use SendcloudServicePoints\Diagnostics\Status;
use SendcloudServicePoints\Sendcloud\Integration;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Settings\ExportSettings;

final class OrderImportCheck extends Check {

	public const ID     = 'order-import';
	public const GROUP  = Group::Sendcloud;
	public const REMOTE = true;

	/** Seconds. Sendcloud asks several times an hour, but a pause at the weekend is nothing to worry about. */
	private const STALE = 3 * DAY_IN_SECONDS;

	public function __construct(
		private readonly SendcloudAccount $account,
		private readonly ExportSettings $export,
	) {}

	public function title(): string {
		return __( 'Orders in Sendcloud', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		try {
			$fetching = $this->account->fetching();
		} catch ( SendcloudException $exception ) {
			return Finding::unknown( __( 'Sendcloud did not say.', 'sendcloud-service-points' ), $exception->merchant_message() );
		}
		if ( [] === $fetching ) {
			return $this->without_import();
		}
		$findings = array_map( $this->judge( ... ), $fetching );
		foreach ( $findings as $finding ) {
			if ( Status::worst( array_map( static fn ( Finding $other ): Status => $other->status, $findings ) ) === $finding->status ) {
				return $finding;
			}
		}
		return $findings[0];
	}

	private function without_import(): Finding {
		if ( $this->export->is_on() ) {
			return Finding::good( __( 'This plugin sends the orders to Sendcloud.', 'sendcloud-service-points' ) );
		}
		foreach ( $this->account->integrations() as $integration ) {
			if ( $integration->is_woocommerce() && '' === $integration->shop_url ) {
				return Finding::unknown(
					__( 'Sendcloud has a WooCommerce integration and does not say for which shop, so whether it gets the orders of this one cannot be seen from here.', 'sendcloud-service-points' ),
					__( 'Look in Sendcloud whether a new order appears under "Incoming orders".', 'sendcloud-service-points' )
				)->link( __( 'Integration in Sendcloud', 'sendcloud-service-points' ), Screens::sendcloud_integration( $integration ) );
			}
		}
		return Finding::recommended(
			__( 'No orders reach Sendcloud: it has no integration that fetches them from this address, and this plugin does not send them.', 'sendcloud-service-points' ),
			__( 'Connect this shop in Sendcloud under Settings > Integrations, or switch on sending orders in the settings of this plugin. If the shop has moved, its old address may still be connected.', 'sendcloud-service-points' )
		)->with( $this->other_addresses() )
			->link( __( 'Integrations in Sendcloud', 'sendcloud-service-points' ), Screens::sendcloud_integrations() )
			->link( __( 'Settings', 'sendcloud-service-points' ), Screens::plugin_settings() );
	}

	private function judge( Integration $integration ): Finding {
		if ( null !== $integration->failing_since ) {
			return Finding::critical(
				sprintf(
					/* translators: %s: date and time. */
					__( 'Sendcloud has not been able to fetch orders since %s.', 'sendcloud-service-points' ),
					self::date( $integration->failing_since )
				),
				__( 'Reconnect the shop in Sendcloud. If that does not last, ask your host whether a firewall blocks Sendcloud from the WooCommerce REST API.', 'sendcloud-service-points' )
			)->with( array_slice( $this->account->exceptions( $integration ), 0, 5 ) )
				->link( __( 'Integration and error log in Sendcloud', 'sendcloud-service-points' ), Screens::sendcloud_integration( $integration ) );
		}
		if ( null === $integration->last_fetch ) {
			return Finding::info( __( 'Sendcloud is connected to this shop and has not fetched any order yet.', 'sendcloud-service-points' ) );
		}
		$when = self::date( $integration->last_fetch );
		if ( $integration->last_fetch < time() - self::STALE ) {
			return Finding::recommended(
				/* translators: %s: date and time. */
				sprintf( __( 'Sendcloud last fetched orders on %s.', 'sendcloud-service-points' ), $when ),
				__( 'Open the integration in Sendcloud and fetch the orders by hand. If that fails, connect the shop again.', 'sendcloud-service-points' )
			)->link( __( 'Integration in Sendcloud', 'sendcloud-service-points' ), Screens::sendcloud_integration( $integration ) );
		}
		/* translators: %s: date and time. */
		return Finding::good( sprintf( __( 'Sendcloud fetches the orders, last on %s.', 'sendcloud-service-points' ), $when ) );
	}

	/** @return list<string> Shops the account is connected to instead. */
	private function other_addresses(): array {
		$others = array_filter(
			$this->account->integrations(),
			static fn ( Integration $integration ): bool => ! $integration->takes_orders() && '' !== $integration->shop_url
		);
		return array_values( array_map( static fn ( Integration $integration ): string => $integration->shop_url, $others ) );
	}

	private static function date( int $time ): string {
		return (string) wp_date( wc_date_format() . ' ' . wc_time_format(), $time );
	}
}
