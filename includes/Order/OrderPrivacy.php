<?php
/**
 * The service point as personal data.
 *
 * Where people collect their parcels, and their number at DHL, says something about them: WordPress' tools export and erase both with the
 * order.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use SendcloudServicePoints\Domain\Text;
use WC_Order;

final class OrderPrivacy {

	public function __construct( private readonly OrderServicePoints $points, private readonly PointFormatter $formatter ) {}

	public function register(): void {
		add_filter( 'woocommerce_privacy_export_order_personal_data', [ $this, 'export_points' ], 10, 2 );
		add_action( 'woocommerce_privacy_remove_order_personal_data', [ $this, 'erase_points' ] );
		add_action( 'admin_init', [ $this, 'suggest_policy' ] );
	}

	/**
	 * @param mixed $data  Names and values already exported of the order.
	 * @param mixed $order The order.
	 */
	public function export_points( mixed $data, mixed $order ): mixed {
		if ( ! is_array( $data ) || ! $order instanceof WC_Order ) {
			return $data;
		}

		foreach ( $this->points->read( $order ) as $selection ) {
			$point  = $selection->service_point;
			$lines  = [ $point->name, ...$this->formatter->address( $point ), ...$this->formatter->details( $selection ) ];
			$data[] = [
				'name'  => __( 'Service point', 'sendcloud-service-points' ),
				// The report is HTML.
				'value' => esc_html( Text::join( ', ', ...$lines ) ),
			];
		}

		return $data;
	}

	public function erase_points( mixed $order ): void {
		if ( $order instanceof WC_Order ) {
			$this->points->write( $order, [] );
			$order->save();
		}
	}

	/**
	 * A text that merchants can take over into their privacy policy.
	 */
	public function suggest_policy(): void {
		$paragraphs = [
			__( 'When you have an order sent to a service point, we search for service points near your delivery address, an address you type or, if you allow it, your position. The search is sent to Sendcloud, our shipping partner, without your name.', 'sendcloud-service-points' ),
			__( 'With your order we keep the service point you chose and, where the carrier asks for one, your customer number there. We pass both on to Sendcloud and to the carrier so that they can deliver it.', 'sendcloud-service-points' ),
			__( 'The map of service points is loaded when you open it. Unless the shop serves the map itself, its provider then learns your IP address and which area you look at.', 'sendcloud-service-points' ),
		];

		wp_add_privacy_policy_content(
			__( 'Sendcloud Service Points', 'sendcloud-service-points' ),
			'<p class="privacy-policy-tutorial">' . esc_html__( 'Name the provider of your map and link to its and Sendcloud\'s privacy policies.', 'sendcloud-service-points' ) . '</p>'
			. '<p>' . implode( '</p><p>', array_map( 'esc_html', $paragraphs ) ) . '</p>'
		);
	}
}
