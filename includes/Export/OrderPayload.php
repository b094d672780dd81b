<?php
/**
 * An order as Sendcloud's API takes it.
 *
 * Holds nothing that changes by itself, such as the time: an order that did not change has the same hash.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Export;

use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Domain\Text;
use SendcloudServicePoints\Order\RelayLines;
use WC_Order;

final class OrderPayload {

	/**
	 * @param string       $order_id By which Sendcloud knows the order, with the integration: the same for ever.
	 * @param array<mixed> $data     As Sendcloud documents it.
	 */
	private function __construct(
		public readonly string $order_id,
		public readonly int $integration_id,
		public readonly array $data,
	) {}

	/** @param list<Selection> $selections The service points the order goes to. */
	public static function from_order( WC_Order $order, int $integration_id, array $selections ): self {
		$items   = OrderItems::from_order( $order );
		$created = $order->get_date_created();
		$data    = Payload::filled(
			[
				'order_number'          => $order->get_order_number(),
				'order_details'         => Payload::filled(
					[
						'status'           => [
							'code'    => $order->get_status(),
							'message' => wc_get_order_status_name( $order->get_status() ),
						],
						'order_created_at' => gmdate( 'Y-m-d\TH:i:s\Z', null === $created ? 0 : $created->getTimestamp() ),
						'order_items'      => $items->to_array(),
						'notes'            => self::notes( $order, array_slice( $selections, 1 ) ),
					]
				),
				'payment_details'       => self::payment( $order ),
				'customer_details'      => OrderAddress::customer( $order ),
				'billing_address'       => OrderAddress::billing( $order ),
				'shipping_address'      => OrderAddress::shipping( $order ),
				'shipping_details'      => self::shipping( $order, $items->weight() ),
				'service_point_details' => [] === $selections ? null : self::service_point( $selections[0] ),
			]
		);
		return ( new self( (string) $order->get_id(), $integration_id, [] ) )->with_data( $data );
	}

	/**
	 * The same order with other data; what Sendcloud knows it by stays.
	 *
	 * @param array<mixed> $data
	 */
	public function with_data( array $data ): self {
		$details = $data['order_details'] ?? [];

		$data['order_id']      = $this->order_id;
		$data['order_details'] = [ 'integration' => [ 'id' => $this->integration_id ] ] + ( is_array( $details ) ? $details : [] );

		return new self( $this->order_id, $this->integration_id, $data );
	}

	/** Without the statuses' names, which are in the language of the user at work. */
	public function hash(): string {
		$nameless = [ 'status' => [ 'message' => '' ] ];
		return md5(
			(string) wp_json_encode(
				array_replace_recursive(
					$this->data,
					[
						'order_details'   => $nameless,
						'payment_details' => $nameless,
					]
				)
			)
		);
	}

	/**
	 * Sendcloud takes one service point: those who pack read the others here. Not a word that would change with the language.
	 *
	 * @param list<Selection> $others
	 */
	private static function notes( WC_Order $order, array $others ): string {
		$lines = [ Payload::text( $order->get_customer_note() ) ];
		foreach ( $others as $other ) {
			$point   = $other->service_point;
			$town    = trim( "$point->postal_code $point->city" );
			$lines[] = '+ ' . Text::join( ', ', $point->name, $point->street_line(), $town, $other->post_number ) . " ($point->id)";
		}
		return trim( implode( "\n", $lines ) );
	}

	/** @return array<string, mixed> */
	private static function payment( WC_Order $order ): array {
		$currency = $order->get_currency();
		$is_paid  = null !== $order->get_date_paid();
		return Payload::filled(
			[
				'is_cash_on_delivery'      => 'cod' === $order->get_payment_method(),
				'total_price'              => Payload::price( (float) $order->get_remaining_refund_amount(), $currency ),
				'subtotal_price'           => Payload::price( (float) $order->get_subtotal(), $currency ),
				'estimated_shipping_price' => Payload::price( (float) $order->get_shipping_total() + (float) $order->get_shipping_tax(), $currency ),
				'estimated_tax_price'      => Payload::price( (float) $order->get_total_tax(), $currency ),
				'status'                   => [
					'code'    => $is_paid ? 'paid' : 'unpaid',
					'message' => $is_paid ? __( 'Paid', 'sendcloud-service-points' ) : __( 'Not paid yet', 'sendcloud-service-points' ),
				],
				'discount_granted'         => Payload::cost( (float) $order->get_total_discount( false ), $currency ),
				'freight_costs'            => Payload::cost( (float) $order->get_shipping_total() + (float) $order->get_shipping_tax(), $currency ),
				'other_costs'              => Payload::cost( self::fees( $order ), $currency ),
			]
		);
	}

	/** With tax; a fee below zero is a discount. */
	private static function fees( WC_Order $order ): float {
		$total = 0.0;
		foreach ( $order->get_fees() as $fee ) {
			$total += max( 0.0, (float) $fee->get_total() + (float) $fee->get_total_tax() );
		}
		return $total;
	}

	/** @return array<string, mixed> */
	private static function shipping( WC_Order $order, float $weight ): array {
		$lines     = $order->get_shipping_methods();
		$collected = array_filter( $lines, RelayLines::is_collected( ... ) );
		return Payload::filled(
			[
				'is_local_pickup'    => [] !== $lines && $collected === $lines,
				// Sendcloud's shipping rules know it as the "Checkout delivery method".
				'delivery_indicator' => Payload::text( $order->get_shipping_method() ),
				'measurement'        => $weight > 0 ? [ 'weight' => Payload::weight( $weight ) ] : null,
			]
		);
	}

	/** @return array<string, mixed> */
	private static function service_point( Selection $selection ): array {
		$point       = $selection->service_point;
		$has_position = 0.0 !== $point->latitude || 0.0 !== $point->longitude;
		return Payload::filled(
			[
				// A number when read, a string when written.
				'id'          => (string) $point->id,
				'post_number' => $selection->post_number,
				'latitude'    => $has_position ? sprintf( '%.6F', $point->latitude ) : '',
				'longitude'   => $has_position ? sprintf( '%.6F', $point->longitude ) : '',
				'type'        => $point->carrier_shop_type,
			]
		);
	}
}
