<?php
/**
 * Shows an order's service points on the thank-you page (classic and block), in My account and in e-mails.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use WC_Order;

final class OrderDisplay {

	public function __construct( private readonly OrderServicePoints $points, private readonly PointFormatter $formatter ) {}

	public function register(): void {
		// The one hook that the classic thank-you page, My account and the order confirmation block all fire, once each.
		add_action( 'woocommerce_order_details_after_order_table', [ $this, 'render_for_customer' ] );
		add_action( 'woocommerce_email_after_order_table', [ $this, 'render_in_email' ], 15, 3 );
		add_filter( 'woocommerce_hidden_order_itemmeta', [ $this, 'hide_item_meta' ] );
	}

	public function render_for_customer( mixed $order ): void {
		$points = $this->html( $order );

		if ( '' !== $points ) {
			printf(
				'<section class="woocommerce-order-sendcloud-service-point"><h2 class="woocommerce-column__title">%s</h2>%s</section>',
				esc_html( $this->title() ),
				wp_kses_post( $points )
			);
		}
	}

	/**
	 * @param mixed $order         The order, or a stand-in while an e-mail is previewed.
	 * @param mixed $sent_to_admin Whether the merchant gets it.
	 * @param mixed $plain_text    Whether it is without HTML.
	 */
	public function render_in_email( mixed $order, mixed $sent_to_admin = false, mixed $plain_text = false ): void {
		if ( true === $plain_text ) {
			$this->render_plain( $order );
			return;
		}

		$points = $this->html( $order );

		if ( '' !== $points ) {
			printf( '<h2>%s</h2><div style="margin-bottom: 40px;">%s</div>', esc_html( $this->title() ), wp_kses_post( $points ) );
		}
	}

	/**
	 * Some screens show every scalar they find on a shipping line.
	 *
	 * @param mixed $keys Keys of item meta that wp-admin does not show.
	 */
	public function hide_item_meta( mixed $keys ): mixed {
		return is_array( $keys ) ? [ ...$keys, LinePoint::META, LinePoint::SET_ASIDE ] : $keys;
	}

	private function render_plain( mixed $order ): void {
		$points = $order instanceof WC_Order ? $this->points->read( $order ) : [];

		if ( [] !== $points ) {
			$text = implode( "\n\n", array_map( $this->formatter->plain( ... ), $points ) );
			// Plain text is not HTML: an escaped apostrophe would be read as "&#039;". WooCommerce strips the tags of what it sends.
			echo "\n" . wp_strip_all_tags( wc_strtoupper( $this->title() ) . "\n\n" . $text ) . "\n\n"; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
		}
	}

	private function html( mixed $order ): string {
		$points = $order instanceof WC_Order ? $this->points->read( $order ) : [];

		return implode( '', array_map( $this->formatter->html( ... ), $points ) );
	}

	private function title(): string {
		return __( 'Service point', 'sendcloud-service-points' );
	}
}
