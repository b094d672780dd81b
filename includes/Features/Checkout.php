<?php
/**
 * The choice of a point in both checkouts. Left alone where Sendcloud's Dynamic Checkout runs them.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Features;

use SendcloudServicePoints\Checkout\Block\BlockCheckout;
use SendcloudServicePoints\Checkout\Block\StoreApi;
use SendcloudServicePoints\Checkout\Classic\ClassicCheckout;
use SendcloudServicePoints\Checkout\Classic\ClassicScript;
use SendcloudServicePoints\Checkout\Classic\PayPage;
use SendcloudServicePoints\Checkout\Classic\Placeholder;
use SendcloudServicePoints\Checkout\Guard;
use SendcloudServicePoints\Checkout\ShownCart;
use SendcloudServicePoints\Checkout\TelephoneField;
use SendcloudServicePoints\Compatibility\UnoptimisedCheckout;
use SendcloudServicePoints\Shipping\FreeRates;
use SendcloudServicePoints\Shipping\Rules\ProductFields;
use SendcloudServicePoints\Shipping\ShippingMethods;
use SendcloudServicePoints\Subscriptions\NewSubscriptions;
use SendcloudServicePoints\Support\Trigger;

final class Checkout extends Feature {

	public function register(): void {
		$services = $this->services;
		Trigger::on(
			[
				'woocommerce_shipping_zone_method_added',
				'woocommerce_shipping_zone_method_deleted',
				'woocommerce_shipping_zone_method_status_toggled',
				'woocommerce_delete_shipping_zone',
				'added_option',
				'updated_option',
				'deleted_option',
			],
			static fn () => $services->rates()->register()
		);
		if ( $services->official_plugin()->is_dynamic_checkout_active() ) {
			return;
		}
		add_action(
			'wp',
			static function () use ( $services ): void {
				if ( is_checkout() ) {
					( new UnoptimisedCheckout( $services->rates() ) )->register();
				}
			},
			PHP_INT_MIN
		);
		Trigger::on( [ 'woocommerce_shipping_methods' ], static fn () => ( new ShippingMethods( $services->official_plugin() ) )->register() );
		Trigger::on( [ 'woocommerce_package_rates' ], static fn () => ( new FreeRates( $services->rates() ) )->register() );
		Trigger::on( [ 'woocommerce_shipping_packages' ], static fn () => $services->rules()->register() );
		Trigger::on( [ 'woocommerce_shipping_packages', 'woocommerce_shipping_chosen_method', 'woocommerce_applied_coupon' ], static fn () => $services->chosen_rate()->register() );
		Trigger::on( [ 'woocommerce_cart_emptied' ], static fn () => $services->selection_store()->register() );
		Trigger::on(
			// A request to the Store API, or a page that holds an answer of it. On other pages WooCommerce does not load the Store API.
			[ 'rest_api_init', 'woocommerce_hydration_dispatch_request' ],
			static fn () => ( new StoreApi( $services->selections( ... ), $services->telephone_rule( ... ) ) )->register()
		);
		Trigger::on(
			[ 'woocommerce_store_api_checkout_update_order_from_request', 'woocommerce_after_checkout_validation', 'woocommerce_checkout_create_order' ],
			static fn () => ( new Guard(
				$services->selections(),
				$services->order_points(),
				$services->chosen_rate(),
				new ShownCart( $services->selections() ),
				$services->telephone_rule()
			) )->register()
		);
		Trigger::on(
			[
				'woocommerce_store_api_checkout_update_order_from_request',
				'woocommerce_rest_checkout_process_payment_with_context',
				'woocommerce_before_pay_action',
			],
			static fn () => $services->payment_guard()->register()
		);
		Trigger::on(
			[ 'before_woocommerce_pay', 'woocommerce_pay_order_before_payment', 'wc_ajax_sendcloud_choose_order_point' ],
			static fn () => ( new PayPage(
				$services->order_choices(),
				$services->payment_guard(),
				new Placeholder( $services->order_choices(), $services->point_formatter() ),
				new ClassicScript( $services->assets() ),
				$services->order_display()
			) )->register()
		);
		Trigger::on(
			[ 'woocommerce_checkout_fields', 'woocommerce_blocks_checkout_enqueue_data' ],
			static fn () => ( new TelephoneField( $services->telephone_rule(), $services->rates() ) )->register()
		);
		Trigger::on(
			[ 'woocommerce_blocks_checkout_block_registration' ],
			static fn () => ( new BlockCheckout( $services->rates( ... ), $services->assets() ) )->register()
		);
		Trigger::on(
			[
				'woocommerce_before_checkout_form',
				'woocommerce_after_shipping_rate',
				'woocommerce_review_order_after_shipping',
				'woocommerce_cart_totals_after_shipping',
				'wc_ajax_sendcloud_select_service_point',
			],
			static fn () => ( new ClassicCheckout(
				$services->selections(),
				new Placeholder( $services->selections(), $services->point_formatter(), $services->telephone_rule() ),
				$services->rates(),
				new ClassicScript( $services->assets() )
			) )->register()
		);
		Trigger::on(
			[ 'woocommerce_checkout_create_subscription_shipping_item', 'woocommerce_checkout_subscription_created' ],
			static fn () => ( new NewSubscriptions( $services->selections(), $services->order_points() ) )->register()
		);
	}

	public function register_admin(): void {
		( new ProductFields() )->register();
	}
}
