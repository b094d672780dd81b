<?php
/**
 * The point of an order wherever the order is shown, and whether it still takes parcels.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Features;

use SendcloudServicePoints\Availability\AvailabilityChecker;
use SendcloudServicePoints\Availability\CheckBatch;
use SendcloudServicePoints\Availability\CheckProgress;
use SendcloudServicePoints\Availability\CheckQueue;
use SendcloudServicePoints\Availability\DailyCheck;
use SendcloudServicePoints\Availability\ImportedOrders;
use SendcloudServicePoints\Checkout\Classic\ClassicScript;
use SendcloudServicePoints\Checkout\Classic\Placeholder;
use SendcloudServicePoints\Customer\ChangePage;
use SendcloudServicePoints\Customer\ChangePeriod;
use SendcloudServicePoints\Customer\CustomerPointController;
use SendcloudServicePoints\Emails\EmailHooks;
use SendcloudServicePoints\Order\LineFollower;
use SendcloudServicePoints\Order\OrderPrivacy;
use SendcloudServicePoints\Order\OrderRestField;
use SendcloudServicePoints\Order\OrderSearch;
use SendcloudServicePoints\Order\PayForOrder;
use SendcloudServicePoints\Order\PointAsShippingAddress;
use SendcloudServicePoints\OrderAdmin\BulkCheck;
use SendcloudServicePoints\OrderAdmin\OrderList;
use SendcloudServicePoints\OrderAdmin\OrderListFilters;
use SendcloudServicePoints\OrderAdmin\OrderPanel;
use SendcloudServicePoints\OrderAdmin\OrderPointController;
use SendcloudServicePoints\OrderAdmin\OrderRestWriter;
use SendcloudServicePoints\OrderAdmin\PointChange;
use SendcloudServicePoints\Rest\Visitor;
use SendcloudServicePoints\Rest\VisitorLimit;
use SendcloudServicePoints\Subscriptions\RenewalOrders;
use SendcloudServicePoints\Support\Counter;
use SendcloudServicePoints\Support\Trigger;

final class Orders extends Feature {

	public function register(): void {
		$services = $this->services;
		$this->register_display();
		$this->register_customer();
		Trigger::on( [ 'woocommerce_before_order_object_save' ], static fn () => $services->status_keeper()->register() );
		Trigger::on(
			[ 'woocommerce_after_order_object_save' ],
			static fn () => ( new ImportedOrders( $services->order_points(), new CheckQueue() ) )->register()
		);
		Trigger::on(
			[ 'woocommerce_email_classes', 'woocommerce_prepare_email_for_preview', 'sendcloud_service_points_point_closed', 'sendcloud_service_points_point_changed' ],
			static fn () => ( new EmailHooks( $services->point_formatter() ) )->register()
		);
	}

	public function register_background(): void {
		$services = $this->services;
		( new DailyCheck( new CheckQueue() ) )->register();
		Trigger::on(
			[ DailyCheck::HOOK ],
			static function () use ( $services ): void {
				$services->background_integrations()->refresh();
				$services->mark_updates()->update();
			}
		);
		Trigger::on(
			[ CheckQueue::HOOK ],
			static fn () => ( new CheckBatch(
				new AvailabilityChecker( $services->background_source(), $services->order_points(), $services->status_keeper() ),
				new CheckQueue(),
				new CheckProgress(),
				$services->logger()
			) )->register()
		);
	}

	public function register_admin(): void {
		$services = $this->services;
		( new OrderPanel( $services->order_points(), $this->change(), $services->relay_lines(), $services->point_formatter(), $services->assets() ) )->register();
		( new OrderList( $services->order_points(), $services->point_formatter(), $services->assets() ) )->register();
		( new OrderListFilters() )->register();
		$this->bulk_check()->register();
		add_action( 'action_scheduler_init', [ new DailyCheck( new CheckQueue() ), 'maybe_schedule' ] );
	}

	public function register_routes(): void {
		$services = $this->services;
		$choices  = $services->order_choices();
		( new OrderPointController( $this->change(), new CheckProgress(), $this->bulk_check() ) )->register_routes();
		( new CustomerPointController(
			new ChangePeriod( $services->settings() ),
			$choices,
			new Placeholder( $choices, $services->point_formatter() ),
			new VisitorLimit( new Counter( 'visitors' ), new Visitor( $services->settings() ) )
		) )->register_routes();
	}

	private function register_display(): void {
		$services = $this->services;
		Trigger::on(
			[
				'woocommerce_order_details_after_order_table',
				'woocommerce_email_after_order_table',
				'woocommerce_hidden_order_itemmeta',
			],
			static fn () => $services->order_display()->register()
		);
		Trigger::on( [ 'woocommerce_order_payment_status_changed' ], static fn () => ( new PayForOrder( $services->order_points(), $services->relay_lines(), $services->telephone_rule() ) )->register() );
		Trigger::on(
			[
				'woocommerce_order_formatted_shipping_address',
				'woocommerce_shipping_address_map_url_parts',
				'woocommerce_privacy_export_order_personal_data_prop',
			],
			static fn () => ( new PointAsShippingAddress( $services->settings(), $services->order_points() ) )->register()
		);
		Trigger::on(
			[ 'woocommerce_rest_prepare_shop_order_object', 'woocommerce_rest_shop_order_schema' ],
			static fn () => ( new OrderRestField( $services->order_points() ) )->register()
		);
		Trigger::on(
			[
				'woocommerce_order_table_search_query_meta_keys',
				'woocommerce_shop_order_search_fields',
				'woocommerce_hpos_admin_search_filters',
				'woocommerce_hpos_generate_where_for_search_filter',
			],
			static fn () => ( new OrderSearch() )->register()
		);
		Trigger::on(
			[ 'woocommerce_privacy_export_order_personal_data', 'woocommerce_privacy_remove_order_personal_data', 'admin_init' ],
			static fn () => ( new OrderPrivacy( $services->order_points(), $services->point_formatter() ) )->register()
		);
		Trigger::on(
			[
				'woocommerce_before_order_object_save',
				'woocommerce_before_subscription_object_save',
				'woocommerce_remove_order_items',
				'woocommerce_before_delete_order_item',
				'added_order_item_meta',
				'updated_order_item_meta',
				'deleted_order_item_meta',
			],
			static fn () => ( new LineFollower( $services->order_points(), $services->relay_lines() ) )->register()
		);
		Trigger::on( [ 'woocommerce_rest_pre_insert_shop_order_object' ], fn () => ( new OrderRestWriter( $this->change() ) )->register() );
		Trigger::on( [ 'wcs_new_order_created' ], static fn () => ( new RenewalOrders( $services->order_points() ) )->register() );
	}

	/** The link of a mail leads to a page of its own; its name is ChangeLink::ORDER. */
	private function register_customer(): void {
		Trigger::on( [ 'woocommerce_order_details_after_order_table', 'woocommerce_email_after_order_table' ], fn () => $this->change_page()->register() );
		if ( isset( $_GET['sendcloud_order'] ) ) { // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- Signed.
			$this->change_page()->register_link();
		}
	}

	private function change_page(): ChangePage {
		$services = $this->services;
		$choices  = $services->order_choices();
		return new ChangePage(
			new ChangePeriod( $services->settings() ),
			$choices,
			new Placeholder( $choices, $services->point_formatter() ),
			new ClassicScript( $services->assets() ),
			$services->order_display()
		);
	}

	private function change(): PointChange {
		return new PointChange( $this->services->order_points(), $this->services->relay_lines(), $this->services->merchants_validator() );
	}

	private function bulk_check(): BulkCheck {
		return new BulkCheck( new CheckQueue(), new CheckProgress(), $this->services->assets() );
	}
}
