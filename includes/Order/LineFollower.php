<?php
/**
 * What an order itself says of its service points follows its shipping lines on every save: by a screen, REST, an import, other plugins.
 *
 * A point stays on its line while the order goes there: when the line's method or the order's country becomes another one, it is set aside,
 * and comes back when the edit is undone. What is written to the tables past the order is noticed, and followed at the end of the request.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Shipping\Rules\Rule;
use WC_Order;
use WC_Order_Factory;
use WC_Order_Item_Shipping;

final class LineFollower {

	/** @var array<int, true> Ids of orders that have lost a line with a point in this request. */
	private array $lost = [];

	/** @var array<int, bool> Ids of orders whose lines were written past the order => whether it was saved since. */
	private array $written = [];

	/** How many orders are being saved: their lines are written then. */
	private int $saving = 0;

	public function __construct(
		private readonly OrderServicePoints $points,
		private readonly RelayLines $lines,
	) {}

	public function register(): void {
		foreach ( [ 'order', 'subscription' ] as $type ) {
			// Before the status is found.
			add_action( "woocommerce_before_{$type}_object_save", [ $this, 'handle_save' ], 15 );
			add_action( "woocommerce_after_{$type}_object_save", [ $this, 'handle_saved' ] );
		}
		add_action( 'woocommerce_remove_order_items', [ $this, 'handle_removal' ] );
		add_action( 'woocommerce_before_delete_order_item', [ $this, 'handle_deletion' ] );
		foreach ( [ 'added', 'updated', 'deleted' ] as $done ) {
			add_action( "{$done}_order_item_meta", [ $this, 'handle_item_meta' ], 10, 3 );
		}
		// Before the orders that changed are queued for Sendcloud.
		add_action( 'shutdown', [ $this, 'save_written' ], 4 );
	}

	public function handle_save( mixed $order ): void {
		++$this->saving;
		if ( $order instanceof WC_Order ) {
			$this->follow( $order );
		}
	}

	public function handle_saved( mixed $order ): void {
		$this->saving = max( 0, $this->saving - 1 );
		if ( $order instanceof WC_Order && isset( $this->written[ $order->get_id() ] ) ) {
			$this->written[ $order->get_id() ] = true;
		}
	}

	/** All of its lines, or all of one kind, are about to be deleted. */
	public function handle_removal( mixed $order ): void {
		foreach ( $order instanceof WC_Order ? $this->points->lines( $order ) : [] as $line ) {
			$this->note_loss( $line );
		}
	}

	public function handle_deletion( mixed $item_id ): void {
		$line = is_numeric( $item_id ) ? WC_Order_Factory::get_order_item( (int) $item_id ) : null;

		if ( $line instanceof WC_Order_Item_Shipping ) {
			$this->note_loss( $line );
		}
	}

	/**
	 * @param mixed $meta_id Of the row, or of several.
	 * @param mixed $item_id The line's.
	 */
	public function handle_item_meta( mixed $meta_id, mixed $item_id = 0, mixed $key = '' ): void {
		// Only shipping lines have either.
		if ( 0 === $this->saving && in_array( $key, [ LinePoint::META, 'method_id' ], true ) && is_numeric( $item_id ) ) {
			$order_id                   = wc_get_order_id_by_order_item_id( (int) $item_id );
			$this->written[ $order_id ] = false;
			if ( LinePoint::META === $key && 'deleted_order_item_meta' === current_action() ) {
				$this->lost[ $order_id ] = true;
			}
		}
	}

	public function save_written(): void {
		$written       = $this->written;
		$this->written = [];
		foreach ( $written as $id => $is_saved ) {
			wp_cache_delete( "order-items-$id", 'orders' );
			$order = wc_get_order( $id );
			if ( $order instanceof WC_Order && ( $this->follow( $order ) || ! $is_saved ) ) {
				$order->save();
			}
		}
	}

	/** Whether anything had to be changed; it is not saved. */
	private function follow( WC_Order $order ): bool {
		$is_moved = false;
		foreach ( $this->points->lines( $order ) as $line ) {
			$is_moved = $this->move( $order, $line ) || $is_moved;
		}
		$points = array_filter( $this->points->own_by_line( $order ) );
		$before = $this->points->first_in_summary( $order );
		if ( ( [] === $points && ( null === $before || ! ( $is_moved || $this->has_lost( $order ) ) ) ) || $this->points->is_summed_up( $order ) ) {
			return $is_moved;
		}
		$this->points->sum_up( $order );
		if ( ! $is_moved && [] === $points && null !== $before ) {
			/* translators: %s: service point. */
			$text = __( 'Service point no longer on the order, with its shipping line: %s.', 'sendcloud-service-points' );
			$this->add_note( $order, PointNote::with_link( $order, $text, $before ) );
		}
		return true;
	}

	/** Sets a line's point aside, or takes it back. */
	private function move( WC_Order $order, WC_Order_Item_Shipping $line ): bool {
		$own   = LinePoint::read( $line );
		$aside = null === $own ? LinePoint::read_set_aside( $line ) : null;

		if ( null !== $own && ! $this->fits( $order, $line, $own ) ) {
			LinePoint::set_aside( $line );
			/* translators: %s: service point. */
			$text = __( 'Service point set aside, since the order does not go there any more: %s. It comes back with the old country and shipping method.', 'sendcloud-service-points' );
			$this->add_note( $order, PointNote::text( $text, $own ) );
			return true;
		}
		if ( null !== $aside && $this->fits( $order, $line, $aside ) ) {
			LinePoint::write( $line, $aside );
			/* translators: %s: service point. */
			$this->add_note( $order, PointNote::text( __( 'Service point back on the order: %s.', 'sendcloud-service-points' ), $aside ) );
			return true;
		}
		return false;
	}

	/** What was right for the method it was chosen for stays right, however that is set up today. */
	private function fits( WC_Order $order, WC_Order_Item_Shipping $line, Selection $selection ): bool {
		$point   = $selection->service_point;
		$country = RelayLines::destination( $order )->country;

		if ( RelayLines::is_collected( $line ) || ( '' !== $point->country_code && '' !== $country && $point->country_code !== $country ) ) {
			return false;
		}
		return ! LinePoint::has_other_method( $line )
			|| ( $this->lines->needs_point( $line ) && ( new Rule( $this->lines->carriers( $line ) ) )->allows_carrier( $point->carrier_code ) );
	}

	private function note_loss( WC_Order_Item_Shipping $line ): void {
		$order_id = $line->get_order_id();
		if ( 0 === $this->saving ) {
			$this->written[ $order_id ] = false;
		}
		if ( null !== LinePoint::read( $line ) ) {
			$this->lost[ $order_id ] = true;
		}
	}

	/** Where no line has a point, the order's own words are other software's, unless a line with a point has just gone. */
	private function has_lost( WC_Order $order ): bool {
		global $wpdb;
		if ( 0 === $order->get_id() || isset( $this->lost[ $order->get_id() ] ) ) {
			return 0 !== $order->get_id();
		}
		// The lines in the tables, one of which this very save is going to delete.
		$query = "SELECT COUNT(*) FROM {$wpdb->prefix}woocommerce_order_items i JOIN {$wpdb->prefix}woocommerce_order_itemmeta m ON m.order_item_id = i.order_item_id WHERE i.order_id = %d AND m.meta_key = %s";
		// phpcs:ignore WordPress.DB -- Prepared here; WooCommerce has no way to ask for lines that were taken off the order.
		return 0 < (int) $wpdb->get_var( $wpdb->prepare( $query, $order->get_id(), LinePoint::META ) );
	}

	private function add_note( WC_Order $order, string $note ): void {
		// A draft is the checkout's or the order screen's scratch paper.
		if ( $order->get_id() > 0 && ! $order->has_status( [ 'auto-draft', 'checkout-draft' ] ) ) {
			$order->add_order_note( $note, 0, true );
		}
	}
}
