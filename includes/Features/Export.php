<?php
/**
 * Sends orders to Sendcloud, where no plugin of Sendcloud's own does.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Features;

use SendcloudServicePoints\Export\DeletedOrders;
use SendcloudServicePoints\Export\ExportActions;
use SendcloudServicePoints\Export\ExportBatch;
use SendcloudServicePoints\Export\ExportFields;
use SendcloudServicePoints\Export\ExportMetaBox;
use SendcloudServicePoints\Export\OrderSender;
use SendcloudServicePoints\Export\Schedule;
use SendcloudServicePoints\Support\Trigger;

final class Export extends Feature {

	/** What changes an order, the account, or the queue that sends them. */
	private const HOOKS = [
		'woocommerce_new_order',
		'woocommerce_update_order',
		'woocommerce_order_refunded',
		'woocommerce_trash_order',
		'woocommerce_untrash_order',
		'trashed_post',
		'untrashed_post',
		'sendcloud_service_points_order_written',
		// Before any option is written, the account's among them.
		'add_option',
		'update_option',
		'action_scheduler_failed_action',
		'action_scheduler_failed_execution',
		'action_scheduler_unexpected_shutdown',
	];

	public function register(): void {
		$services = $this->services;
		Trigger::on( self::HOOKS, static fn () => $services->export_queue()->register() );
		Trigger::on( [ 'woocommerce_before_delete_order' ], static fn () => ( new DeletedOrders( $services->sendcloud_orders() ) )->register() );
		// In wp-admin, and in the REST API for the settings of a shop.
		Trigger::on(
			[ 'woocommerce_get_settings_shipping' ],
			static fn () => ( new ExportFields( $services->export_settings(), $services->settings(), $services->integrations() ) )->register()
		);
	}

	public function register_background(): void {
		$services = $this->services;
		Trigger::on(
			[ Schedule::HOOK ],
			static fn () => ( new ExportBatch(
				$services->export_queue(),
				$services->export_policy(),
				new OrderSender( $services->sendcloud_orders() ),
				$services->sendcloud_orders()
			) )->register()
		);
		Trigger::on( [ DeletedOrders::HOOK ], static fn () => ( new DeletedOrders( $services->sendcloud_orders() ) )->register_background() );
	}

	public function register_admin(): void {
		$services = $this->services;
		( new ExportMetaBox( $services->export_settings(), $services->export_policy() ) )->register();
		( new ExportActions( $services->export_settings(), $services->export_policy(), $services->export_queue(), $services->relay_lines() ) )->register();
	}
}
