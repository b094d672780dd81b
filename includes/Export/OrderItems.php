<?php
/**
 * The items of an order that travel.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Export;

use WC_Order;
use WC_Order_Item_Product;
use WC_Product;

/** @phpstan-type Line array{item: WC_Order_Item_Product, product: WC_Product|null, quantity: int} */
final class OrderItems {

	/** @param list<Line> $lines */
	private function __construct(
		private readonly WC_Order $order,
		private readonly array $lines,
	) {}

	/** Without what is virtual, and without what was refunded. */
	public static function from_order( WC_Order $order ): self {
		$lines = [];
		foreach ( $order->get_items() as $item ) {
			if ( ! $item instanceof WC_Order_Item_Product ) {
				continue;
			}
			$product  = $item->get_product();
			$product  = $product instanceof WC_Product ? $product : null;
			$quantity = (int) ceil( (float) $item->get_quantity() + (float) $order->get_qty_refunded_for_item( $item->get_id() ) );
			if ( $quantity > 0 && false !== $product?->needs_shipping() ) {
				$lines[] = [
					'item'     => $item,
					'product'  => $product,
					'quantity' => $quantity,
				];
			}
		}
		return new self( $order, $lines );
	}

	public function are_none(): bool {
		return [] === $this->lines;
	}

	/** Kilograms; 0 when no product has a weight. */
	public function weight(): float {
		$total = 0.0;
		foreach ( $this->lines as $line ) {
			$total += $line['quantity'] * self::kilograms( $line['product'] );
		}
		return round( $total, 6 );
	}

	/** @return list<array<string, mixed>> Sendcloud's `order_items`. */
	public function to_array(): array {
		return array_map( $this->line( ... ), $this->lines );
	}

	/**
	 * @param Line $line
	 * @return array<string, mixed>
	 */
	private function line( array $line ): array {
		[ 'item' => $item, 'product' => $product, 'quantity' => $quantity ] = $line;

		$currency = $this->order->get_currency();
		$weight   = self::kilograms( $product );
		$ordered  = max( 1.0, (float) $item->get_quantity() );
		$total    = (float) $this->order->get_line_total( $item, true, false );

		return Payload::filled(
			[
				'item_id'           => (string) $item->get_id(),
				'product_id'        => 0 === $item->get_product_id() ? '' : (string) $item->get_product_id(),
				'variant_id'        => 0 === $item->get_variation_id() ? '' : (string) $item->get_variation_id(),
				'name'              => self::name( $item ),
				'quantity'          => $quantity,
				'sku'               => $product?->get_sku() ?? '',
				'ean'               => self::ean( $product ),
				'hs_code'           => self::product_meta( $product, 'sc_hs_code' ),
				'country_of_origin' => self::country( self::product_meta( $product, 'sc_country_of_origin' ) ),
				// With tax, as the customer saw it; before discounts, as Sendcloud wants it.
				'unit_price'        => Payload::price( (float) $this->order->get_item_subtotal( $item, true, false ), $currency ),
				'total_price'       => Payload::price( $total / $ordered * $quantity, $currency ),
				'measurement'       => $weight > 0 ? [ 'weight' => Payload::weight( $weight ) ] : null,
			]
		);
	}

	/** Sendcloud wants one. */
	private static function name( WC_Order_Item_Product $item ): string {
		$name = Payload::text( $item->get_name() );
		return '' === $name ? "#{$item->get_id()}" : $name;
	}

	/** A code of two letters; Sendcloud refuses the whole order for a word that somebody wrote there. */
	private static function country( string $code ): string {
		return 1 === preg_match( '/^[a-z]{2}$/i', $code ) ? strtoupper( $code ) : '';
	}

	private static function kilograms( ?WC_Product $product ): float {
		$weight = $product?->get_weight();
		return is_numeric( $weight ) ? (float) wc_get_weight( (float) $weight, 'kg' ) : 0.0;
	}

	private static function ean( ?WC_Product $product ): string {
		$own = $product?->get_global_unique_id() ?? '';
		return '' === $own ? self::product_meta( $product, 'sc_ean_code' ) : $own;
	}

	/** The official plugin keeps it on a product and on each of its variations; other importers only on the product. */
	private static function product_meta( ?WC_Product $product, string $key ): string {
		$value = $product?->get_meta( $key );
		if ( ( ! is_string( $value ) || '' === $value ) && null !== $product && $product->get_parent_id() > 0 ) {
			$value = get_post_meta( $product->get_parent_id(), $key, true );
		}
		return is_string( $value ) ? trim( $value ) : '';
	}
}
