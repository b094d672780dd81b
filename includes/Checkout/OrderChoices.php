<?php
/**
 * The choices of whoever pays for an order that exists, or changes its point afterwards: its shipping lines that need a point are the packages, by the lines' ids.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Order\ChangedPoint;
use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Order\PointNote;
use SendcloudServicePoints\Order\RelayLines;
use SendcloudServicePoints\Shipping\Rules\Parcel;
use SendcloudServicePoints\Shipping\Rules\Rule;
use SendcloudServicePoints\Shipping\Rules\RuleBook;
use WC_Order;
use WC_Order_Item_Product;
use WC_Order_Item_Shipping;
use WC_Product;

final class OrderChoices implements Choices {

	/** @var array<string, Selection> Of the order asked for last, by the line's id. */
	private array $shown = [];

	public function __construct(
		private readonly OrderServicePoints $points,
		private readonly RelayLines $lines,
		private readonly SelectionValidator $validator,
		private readonly RuleBook $rules,
	) {}

	/** @return array<int, Package> By the index of the shipping line. */
	public function packages( WC_Order $order ): array {
		$selections  = $this->points->by_line( $order );
		$packages    = [];
		$this->shown = [];
		foreach ( $this->points->lines( $order ) as $index => $line ) {
			if ( $this->lines->needs_point( $line ) ) {
				$package            = $this->package( $order, $line );
				$packages[ $index ] = $package;
				if ( isset( $selections[ $index ] ) ) {
					$this->shown[ $package->id ] = $selections[ $index ];
				}
			}
		}
		return $packages;
	}

	public function shown( Package $package ): ?Selection {
		return $this->shown[ $package->id ] ?? null;
	}

	public function reason( Package $package ): ?InvalidSelection {
		return null;
	}

	/** Its address is not entered on the page where it is paid. */
	public function moved_to( Package $package ): string {
		return '';
	}

	/**
	 * Writes the choice to the order and saves it.
	 *
	 * @param string $package_id Of packages(); empty for the first one that lacks its point.
	 * @throws InvalidSelection When the point cannot be taken.
	 */
	public function choose( WC_Order $order, string $package_id, int $service_point_id, string $post_number ): Selection {
		foreach ( $this->packages( $order ) as $index => $package ) {
			$rate = $package->chosen_relay_rate();
			if ( null === $rate || ! ( '' === $package_id ? null === $this->shown( $package ) : $package->id === $package_id ) ) {
				continue;
			}
			$selection = $this->validator->resolve( $package->rule( $rate ), $package->destination, $service_point_id, $post_number );

			$this->write( $order, $index, $selection, $this->shown( $package ) );
			return $selection;
		}
		throw InvalidSelection::not_needed();
	}

	private function write( WC_Order $order, int $index, Selection $selection, ?Selection $old ): void {
		if ( $old?->to_array() === $selection->to_array() ) {
			return;
		}
		$this->points->change( $order, $index, $selection );
		$order->save();
		if ( null === $old ) {
			/* translators: %s: service point. */
			$note = PointNote::text( __( 'Service point chosen by the customer: %s.', 'sendcloud-service-points' ), $selection );
		} else {
			/* translators: 1: old service point, 2: new service point. */
			$text = __( 'Service point changed by the customer: %1$s → %2$s.', 'sendcloud-service-points' );
			$note = PointNote::text( sprintf( $text, '%s', str_replace( '%', '%%', PointNote::name( $selection ) ) ), $old );
		}
		$order->add_order_note( $note );
		ChangedPoint::announce( $order, $selection, $old, true );
	}

	private function package( WC_Order $order, WC_Order_Item_Shipping $line ): Package {
		$rate = RelayLines::rate( $line );
		$rule = $this->rules->rule( $rate, Parcel::from_package( [ 'contents' => self::contents( $order ) ] ), $order->get_address( $order->has_shipping_address() ? 'shipping' : 'billing' ) );
		return new Package(
			id: (string) $line->get_id(),
			name: '',
			destination: RelayLines::destination( $order ),
			relay_rates: [ $rate->get_id() => $rate ],
			chosen: $rate,
			// What cannot go to a point at all, whoever made the order sends there.
			rules: [ $rate->get_id() => $rule->is_impossible ? new Rule( $this->lines->carriers( $line ) ) : $rule ],
			explanations: [],
			is_of_order: true,
		);
	}

	/** @return list<array{data: WC_Product, quantity: int|float}> As WooCommerce has the contents of a package; which parcel has which, an order does not say. */
	private static function contents( WC_Order $order ): array {
		$contents = [];
		foreach ( $order->get_items() as $item ) {
			$product = $item instanceof WC_Order_Item_Product ? $item->get_product() : null;
			if ( $product instanceof WC_Product ) {
				$contents[] = [
					'data'     => $product,
					'quantity' => $item->get_quantity(),
				];
			}
		}
		return $contents;
	}
}
