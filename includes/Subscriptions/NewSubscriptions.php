<?php
/**
 * The service point on a subscription that has just been bought.
 *
 * WooCommerce Subscriptions makes a subscription's shipping lines of the cart, without our choice.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Subscriptions;

use SendcloudServicePoints\Checkout\CheckoutSelections;
use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Order\OrderServicePoints;
use WC_Order;
use WC_Order_Item_Shipping;

final class NewSubscriptions {

	/** @var array<string, Selection> What the shopper was asked for by itself, by method: of the subscription being made. */
	private array $chosen = [];

	public function __construct(
		private readonly CheckoutSelections $selections,
		private readonly OrderServicePoints $points,
	) {}

	public function register(): void {
		add_action( 'woocommerce_checkout_create_subscription_shipping_item', [ $this, 'remember_point' ], 10, 3 );
		add_action( 'woocommerce_checkout_subscription_created', [ $this, 'write_points' ], 10, 2 );
	}

	/**
	 * Now its package is known; that the line is of a subscription to be handed a point, only when that is complete.
	 *
	 * @param mixed $line       The subscription's shipping line.
	 * @param mixed $package_id The package's own key, or the one of the order's package it goes with; a number where a plugin has split the cart.
	 * @param mixed $package    WooCommerce's array.
	 */
	public function remember_point( mixed $line, mixed $package_id, mixed $package ): void {
		if ( ! $line instanceof WC_Order_Item_Shipping || ! is_scalar( $package_id ) || ! is_array( $package ) ) {
			return;
		}

		$package   = $this->selections->packages->read( (string) $package_id, $package );
		$selection = null === $package->chosen_relay_rate() ? null : $this->selections->shown( $package );

		if ( null !== $selection ) {
			$this->chosen[ self::method( $line ) ] = $selection;
		}
	}

	/**
	 * @param mixed $subscription The subscription, an order of its own type.
	 * @param mixed $order        The order it was bought with.
	 */
	public function write_points( mixed $subscription, mixed $order ): void {
		if ( $subscription instanceof WC_Order && $order instanceof WC_Order ) {
			$known      = $this->chosen + $this->of_order( $order );
			$selections = array_map( static fn ( WC_Order_Item_Shipping $line ): ?Selection => $known[ self::method( $line ) ] ?? null, $this->points->lines( $subscription ) );
			$this->points->write( $subscription, $selections );
			$subscription->save();
		}

		$this->chosen = [];
	}

	/** @return array<string, Selection|null> The first one of each method. */
	private function of_order( WC_Order $order ): array {
		$selections = $this->points->by_line( $order );
		$known      = [];

		foreach ( $this->points->lines( $order ) as $index => $line ) {
			$known[ self::method( $line ) ] ??= $selections[ $index ] ?? null;
		}

		return $known;
	}

	private static function method( WC_Order_Item_Shipping $line ): string {
		return $line->get_method_id() . ':' . $line->get_instance_id();
	}
}
