<?php
/**
 * Service points in the classic (shortcode) checkout.
 *
 * Prints the placeholder, loads its script and takes choices.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout\Classic;

use SendcloudServicePoints\Checkout\CheckoutSelections;
use SendcloudServicePoints\Checkout\InvalidSelection;
use SendcloudServicePoints\Checkout\ShownCart;
use SendcloudServicePoints\Shipping\RelayRates;
use WC_AJAX;
use WC_Shipping_Rate;

final class ClassicCheckout {

	private const ACTION = 'sendcloud_select_service_point';

	/** @var array<string, true> Packages whose placeholder the checkout in progress has. */
	private array $printed = [];

	public function __construct(
		private readonly CheckoutSelections $selections,
		private readonly Placeholder $placeholder,
		private readonly RelayRates $rates,
		private readonly ClassicScript $script,
	) {}

	public function register(): void {
		add_action( 'woocommerce_before_checkout_form', [ $this, 'forget_printed' ] );
		add_action( 'woocommerce_before_checkout_form', [ $this, 'enqueue' ] );
		add_action( 'woocommerce_after_shipping_rate', [ $this, 'render_after_rate' ], 10, 2 );
		add_action( 'woocommerce_review_order_after_shipping', [ $this, 'render_missing' ] );
		add_action( 'woocommerce_review_order_after_shipping', [ $this, 'render_explanations' ], 5 );
		add_action( 'woocommerce_cart_totals_after_shipping', [ $this, 'render_explanations' ] );
		add_action( 'wc_ajax_' . self::ACTION, [ $this, 'handle_select' ] );
	}

	/**
	 * A page may be made twice in a request, the first time for an excerpt that nobody sees.
	 */
	public function forget_printed(): void {
		$this->printed = [];
	}

	public function enqueue(): void {
		if ( ! $this->rates->can_exist() ) {
			return;
		}

		$this->script->enqueue( WC_AJAX::get_endpoint( self::ACTION ) );
	}

	/**
	 * CartFlows' instant checkout (3.1.2) runs the hook without arguments.
	 *
	 * @param mixed $rate  A rate of the list.
	 * @param mixed $index Key of its package.
	 */
	public function render_after_rate( mixed $rate = null, mixed $index = null ): void {
		$package = is_scalar( $index ) ? $this->selections->packages->get( (string) $index ) : null;

		if ( null === $package || ! $rate instanceof WC_Shipping_Rate || $package->chosen_relay_rate()?->get_id() !== $rate->get_id() ) {
			return;
		}

		if ( is_cart() ) {
			echo '<p class="scsp-later"><small>' . esc_html__( 'You choose the service point at checkout.', 'sendcloud-service-points' ) . '</small></p>';
			return;
		}

		$this->printed[ $package->id ] = true;
		echo $this->placeholder->html( $package ) . self::shown_total(); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Escaped where it is made.
	}

	/**
	 * For themes whose list of rates lacks the hook above. Once, however many tables run the hook: FunnelKit has the list in one place and
	 * the sums in two others.
	 */
	public function render_missing(): void {
		foreach ( $this->selections->packages->all() as $package ) {
			if ( $package->is_of_order && ! isset( $this->printed[ $package->id ] ) && null !== $package->chosen_relay_rate() ) {
				$this->printed[ $package->id ] = true;
				printf(
					'<tr class="scsp-row"><th>%s</th><td>%s</td></tr>',
					esc_html__( 'Service point', 'sendcloud-service-points' ),
					$this->placeholder->html( $package ) . self::shown_total() // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Escaped where it is made.
				);
			}
		}
	}

	/**
	 * Why a method is not among the rates above.
	 */
	public function render_explanations(): void {
		foreach ( $this->selections->packages->all() as $package ) {
			foreach ( $package->explanations as $explanation ) {
				printf( '<tr class="scsp-row"><td colspan="2"><p class="scsp-explanation">%s</p></td></tr>', esc_html( $explanation ) );
			}
		}
	}

	/**
	 * Answers `?wc-ajax=sendcloud_select_service_point`.
	 */
	public function handle_select(): void {
		ClassicScript::check_nonce();
		$package_id = ClassicScript::posted( 'package_id' );
		$point_id   = absint( ClassicScript::posted( 'service_point_id' ) );
		$selection  = null;

		try {
			if ( 0 === $point_id ) {
				$this->selections->clear( $package_id );
			} else {
				$selection = $this->selections->choose( $package_id, $point_id, ClassicScript::posted( 'post_number' ) );
			}
		} catch ( InvalidSelection $problem ) {
			ClassicScript::fail( $problem->code(), $problem->getMessage(), $problem->status() );
		}

		$package = $this->selections->packages->get( $package_id );

		wp_send_json_success(
			[
				'selection' => $selection?->to_array(),
				'html'      => null === $package ? '' : $this->placeholder->content( $package ),
			]
		);
	}

	/** What ShownCart compares the order's with. */
	private static function shown_total(): string {
		return sprintf( '<input type="hidden" name="sendcloud_shown_total" value="%s" />', esc_attr( ShownCart::in_smallest_unit( (float) WC()->cart->get_total( 'edit' ) ) ) );
	}
}
