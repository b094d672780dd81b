<?php
/**
 * "Service point" on the order's screen, under the shipping address.
 *
 * Prints the points and the buttons; src/admin/order.ts reads the attributes.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\OrderAdmin;

use SendcloudServicePoints\Availability\PointRecord;
use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Frontend\Assets;
use SendcloudServicePoints\Info;
use SendcloudServicePoints\Order\LinePoint;
use SendcloudServicePoints\Order\OfficialMeta;
use SendcloudServicePoints\Order\OrderServicePoints;
use SendcloudServicePoints\Order\PointFormatter;
use SendcloudServicePoints\Order\PointNote;
use SendcloudServicePoints\Order\RelayLines;
use WC_Order;
use WC_Order_Item_Shipping;

final class OrderPanel {

	public function __construct(
		private readonly OrderServicePoints $points,
		private readonly PointChange $change,
		private readonly RelayLines $lines,
		private readonly PointFormatter $formatter,
		private readonly Assets $assets,
	) {}

	public function register(): void {
		add_action( 'woocommerce_admin_order_data_after_shipping_address', [ $this, 'render' ] );
		add_filter( 'is_protected_meta', [ $this, 'protect_mirrors' ], 10, 2 );
	}

	/**
	 * The box of custom fields sends back what it showed when the page was opened, and would undo our change of the mirrors.
	 */
	public function protect_mirrors( mixed $is_protected, mixed $key = '' ): mixed {
		return is_admin() && in_array( $key, [ OfficialMeta::V2, OfficialMeta::V1 ], true ) ? true : $is_protected;
	}

	public function render( mixed $order ): void {
		if ( ! $order instanceof WC_Order ) {
			return;
		}
		$lines = $this->change->lines( $order );
		$left  = $this->change->has_left( $order );

		if ( [] === $lines && ! $left && ! $order->is_editable() ) {
			return;
		}
		$this->assets->enqueue( 'admin-order' );

		printf(
			'<div class="scsp-order" data-url="%s" data-screen="%s"><h3>%s</h3>',
			esc_url( rest_url( Info::REST_NAMESPACE . '/orders/' . $order->get_id() . '/service-point' ) ),
			esc_url( $order->get_edit_order_url() ),
			esc_html__( 'Service point', 'sendcloud-service-points' )
		);
		if ( $left ) {
			$this->render_left( $this->points->first_in_summary( $order ) );
		}
		if ( [] === $lines ) {
			printf( '<p class="description">%s</p>', esc_html__( 'Add shipping to the order and update it; then you can choose a service point.', 'sendcloud-service-points' ) );
		}
		foreach ( $lines as $index => $line ) {
			$this->render_line( $order, $line, $this->points->by_line( $order )[ $index ] ?? null, count( $lines ) > 1 ? self::title( $line ) : '' );
		}
		echo '</div>';
	}

	/** What the order says of a point without a line that could have it. */
	private function render_left( ?Selection $selection ): void {
		echo '<div class="scsp-order__line">';
		if ( null === $selection ) {
			printf( '<div class="notice notice-warning inline"><p>%s</p></div>', esc_html__( 'This order went to a service point, and has lost its shipping line. Its notes say to which.', 'sendcloud-service-points' ) );
		} else {
			echo wp_kses_post( $this->formatter->html( $selection, has_mark: true ) );
		}
		printf( '<p>%s</p><p class="scsp-order__status" role="status"></p></div>', wp_kses_post( self::remove_button( null === $selection ) ) );
	}

	private function render_line( WC_Order $order, WC_Order_Item_Shipping $line, ?Selection $selection, string $title ): void {
		$to        = RelayLines::destination( $order );
		$record    = PointRecord::from_order( $order );
		$is_closed = null !== $selection && $record->is_closed( $selection->service_point->id );
		$aside     = null === $selection ? LinePoint::read_set_aside( $line ) : null;

		printf(
			'<div class="scsp-order__line" data-line="%d" data-closed="%s" data-request="%s">',
			esc_attr( (string) $line->get_id() ),
			$is_closed ? 'yes' : 'no',
			esc_attr(
				(string) wp_json_encode(
					[
						'country'  => $to->country,
						'rule'     => $this->change->rule( $line )->to_array(),
						'address'  => $to->address,
						'selected' => $selection?->to_array(),
					]
				)
			)
		);
		if ( '' !== $title ) {
			printf( '<h4 class="scsp-order__title">%s</h4>', esc_html( $title ) );
		}
		if ( $is_closed ) {
			printf(
				'<div class="notice notice-error inline"><p><strong>%s</strong> %s</p></div>',
				esc_html__( 'Closed', 'sendcloud-service-points' ),
				esc_html__( 'This point has been withdrawn or takes no parcels at the moment. Choose another one before you ship the order.', 'sendcloud-service-points' )
			);
		} elseif ( null !== $selection && $record->is_expired( $selection->service_point ) ) {
			printf(
				'<div class="notice notice-info inline"><p><strong>%s</strong> %s</p></div>',
				esc_html__( 'Not confirmed by the carrier lately.', 'sendcloud-service-points' ),
				esc_html__( 'Its address and hours may have changed. As far as Sendcloud knows it takes parcels, so the order can be shipped.', 'sendcloud-service-points' )
			);
		} elseif ( null !== $aside ) {
			/* translators: %s: service point. */
			$text = __( 'Set aside, since the order does not go there any more: %s. It comes back with the old country and shipping method.', 'sendcloud-service-points' );
			printf( '<div class="notice notice-warning inline"><p>%s</p></div>', wp_kses_post( PointNote::text( $text, $aside ) ) );
		} elseif ( null === $selection && $this->lines->needs_point( $line ) ) {
			printf( '<div class="notice notice-warning inline"><p>%s</p></div>', esc_html__( 'Nobody has chosen a point yet.', 'sendcloud-service-points' ) );
		}
		if ( null !== $selection ) {
			echo wp_kses_post( $this->formatter->html( $selection, has_mark: true ) );
		}
		echo '<div class="scsp-order__alternatives"></div><p>';

		if ( '' === $to->country ) {
			printf( '<span class="description">%s</span> ', esc_html__( 'Fill in the address and update the order; then you can choose a service point.', 'sendcloud-service-points' ) );
		} else {
			$label = null === $selection ? __( 'Choose a service point', 'sendcloud-service-points' ) : __( 'Change', 'sendcloud-service-points' );
			printf( '<button type="button" class="button scsp-order__choose">%s</button> ', esc_html( $label ) );
		}
		if ( null !== ( $selection ?? $aside ) ) {
			echo wp_kses_post( self::remove_button() );
		}
		echo '</p><p class="scsp-order__status" role="status"></p></div>';
	}

	private static function remove_button( bool $is_dismissed = false ): string {
		return sprintf(
			'<button type="button" class="button-link button-link-delete scsp-order__remove">%s</button>',
			$is_dismissed ? esc_html__( 'It needs none', 'sendcloud-service-points' ) : esc_html__( 'Remove', 'sendcloud-service-points' )
		);
	}

	/** Its method and what is in its parcel, as WooCommerce noted it; a long list would only hide the point. */
	private static function title( WC_Order_Item_Shipping $line ): string {
		$items = $line->get_meta( __( 'Items', 'woocommerce' ) ); // phpcs:ignore WordPress.WP.I18n.TextDomainMismatch -- The key is WooCommerce's own word, translated.
		$title = $line->get_method_title();

		return is_string( $items ) && '' !== $items && mb_strlen( $items ) <= 80 ? "$title: " . wp_strip_all_tags( $items ) : $title;
	}
}
