<?php
/**
 * Where customers change the service point of their order: under the order in My account, and on the page that the link of a mail opens.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Customer;

use SendcloudServicePoints\Checkout\Classic\ClassicScript;
use SendcloudServicePoints\Checkout\Classic\Placeholder;
use SendcloudServicePoints\Checkout\OrderChoices;
use SendcloudServicePoints\Checkout\Package;
use SendcloudServicePoints\Domain\Destination;
use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Info;
use SendcloudServicePoints\Order\OrderDisplay;
use WC_Order;

final class ChangePage {

	public function __construct(
		private readonly ChangePeriod $period,
		private readonly OrderChoices $choices,
		private readonly Placeholder $placeholder,
		private readonly ClassicScript $script,
		private readonly OrderDisplay $display,
	) {}

	public function register(): void {
		// After the point itself.
		add_action( 'woocommerce_order_details_after_order_table', [ $this, 'render_in_account' ], 15 );
		add_action( 'woocommerce_email_after_order_table', [ $this, 'render_in_email' ], 20, 3 );
	}

	/** The link of a mail was followed. Whatever theme or builder shows the page "My account", it does so by this shortcode. */
	public function register_link(): void {
		add_filter( 'pre_do_shortcode_tag', [ $this, 'render_link_page' ], 10, 2 );
		add_action( 'template_redirect', [ $this, 'send_headers' ] );
	}

	/** The address of the page is a key to the order. */
	public function send_headers(): void {
		nocache_headers();
		header( 'Referrer-Policy: same-origin' );
		header( 'X-Robots-Tag: noindex' );
	}

	public function render_in_account( mixed $order ): void {
		$user = get_current_user_id();
		if ( $order instanceof WC_Order && is_wc_endpoint_url( 'view-order' ) && $user > 0 && $order->get_customer_id() === $user && $this->can_change( $order ) ) {
			$this->render_button( $order, $this->choices->packages( $order ), [ '_wpnonce' => wp_create_nonce( 'wp_rest' ) ] );
		}
	}

	/**
	 * @param mixed $order         The order, or a stand-in while an e-mail is previewed.
	 * @param mixed $sent_to_admin Whether the merchant gets it.
	 * @param mixed $plain_text    Whether it is without HTML.
	 */
	public function render_in_email( mixed $order, mixed $sent_to_admin = false, mixed $plain_text = false ): void {
		if ( ! $order instanceof WC_Order || true === $sent_to_admin || ! $this->can_change( $order ) ) {
			return;
		}
		$url  = ChangeLink::url( $order, $this->period->end( $order ) );
		$text = __( 'Change the service point', 'sendcloud-service-points' );
		if ( true === $plain_text ) {
			echo wp_strip_all_tags( "$text ({$this->until( $order )})" ) . "\n" . esc_url_raw( $url ) . "\n\n"; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Plain text.
		} else {
			printf( '<p style="margin-bottom: 40px;"><a class="link" href="%s">%s</a> (%s)</p>', esc_url( $url ), esc_html( $text ), esc_html( $this->until( $order ) ) );
		}
	}

	/**
	 * @param mixed $html False, unless somebody else has answered.
	 * @param mixed $tag  Of the shortcode.
	 */
	public function render_link_page( mixed $html, mixed $tag = '' ): mixed {
		if ( 'woocommerce_my_account' !== $tag ) {
			return $html;
		}
		// phpcs:disable WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- Signed; only compared.
		$asked = Fields::from_data( $_GET );
		// phpcs:enable
		$order   = wc_get_order( $asked->integer( ChangeLink::ORDER ) ?? 0 );
		$expires = $asked->integer( ChangeLink::EXPIRES ) ?? 0;
		ob_start();
		echo '<div class="woocommerce">';
		if ( ! $order instanceof WC_Order || ! ChangeLink::is_genuine( $order, $expires, $asked->string( ChangeLink::SIGNATURE ) ) ) {
			$this->render_refusal( __( 'This link is not valid. Please open it again from your e-mail, or contact us if you need another service point.', 'sendcloud-service-points' ) );
		} elseif ( time() >= $expires || ! $this->can_change( $order ) ) {
			$this->render_refusal( self::too_late() );
		} else {
			/* translators: %s: order number. */
			printf( '<p>%s</p>', esc_html( sprintf( __( 'Your order #%s', 'sendcloud-service-points' ), $order->get_order_number() ) ) );
			$this->display->render_for_customer( $order );
			$this->render_button( $order, array_map( self::without_street( ... ), $this->choices->packages( $order ) ), ChangeLink::arguments( $order, $expires ) );
		}
		echo '</div>';
		return (string) ob_get_clean();
	}

	/** What a customer reads who comes too late. */
	public static function too_late(): string {
		return __( 'The service point of this order can no longer be changed here: it is being sent, or the time to change it is over. Please contact us if you need another one.', 'sendcloud-service-points' );
	}

	private function can_change( WC_Order $order ): bool {
		return $this->period->is_open( $order ) && [] !== $this->choices->packages( $order );
	}

	/**
	 * @param array<int, Package>       $packages
	 * @param array<string, int|string> $proof    Who is asking: a nonce, or the signed link.
	 */
	private function render_button( WC_Order $order, array $packages, array $proof ): void {
		$this->script->enqueue( add_query_arg( $proof, rest_url( Info::REST_NAMESPACE . '/orders/' . $order->get_id() . '/customer-service-point' ) ), true );
		echo '<div class="scsp-change">';
		foreach ( $packages as $package ) {
			echo $this->placeholder->html( $package, false ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Escaped where it is made.
		}
		printf(
			'<p><small>%s</small></p><noscript><p>%s</p></noscript></div>',
			esc_html( $this->until( $order ) ),
			esc_html__( 'Please switch on JavaScript to change the service point.', 'sendcloud-service-points' )
		);
	}

	private function until( WC_Order $order ): string {
		/* translators: %s: date and time. */
		return sprintf( __( 'possible until %s, as long as your order is not sent', 'sendcloud-service-points' ), (string) wp_date( wc_date_format() . ' ' . wc_time_format(), $this->period->end( $order ) ) );
	}

	private function render_refusal( string $text ): void {
		wc_print_notice( esc_html( $text ), 'error' );
	}

	/** Who has been passed the link need not learn where the customer lives. */
	private static function without_street( Package $package ): Package {
		$town = explode( ', ', $package->destination->address );
		return new Package(
			$package->id,
			$package->name,
			Destination::from_address(
				[
					'country' => $package->destination->country,
					'city'    => end( $town ),
				]
			),
			$package->relay_rates,
			$package->chosen,
			$package->rules,
			$package->explanations,
			$package->is_of_order
		);
	}
}
