<?php
/**
 * Tells the merchant what Sendcloud has switched, and asks what is theirs to decide.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\SendcloudPlugins\Connection;

use SendcloudServicePoints\SendcloudPlugins\AdminButton;
use WC_Shipping_Zone;

final class ConnectionNotices {

	private readonly AdminButton $add;
	private readonly AdminButton $decline;
	private readonly AdminButton $show;

	public function __construct( private readonly Connection $connection, private readonly MethodCreation $creation ) {
		$this->add     = new AdminButton( 'sendcloud_service_points_create_methods', $this->add( ... ) );
		$this->decline = new AdminButton( 'sendcloud_service_points_decline_methods', $this->decline( ... ) );
		$this->show    = new AdminButton( 'sendcloud_service_points_show_methods', $this->show( ... ) );
	}

	public function register(): void {
		array_map( static fn ( AdminButton $button ) => $button->register(), [ $this->add, $this->decline, $this->show ] );
		add_action( 'admin_notices', [ $this, 'render' ] );
	}

	public function render(): void {
		if ( ! current_user_can( 'manage_woocommerce' ) ) {
			return;
		}
		if ( $this->connection->is_off() ) {
			self::render_opening( 'warning', __( 'Service points are switched off in Sendcloud, so "Service Point Delivery" is not offered. The methods are kept, and offered again once service points are switched on there.', 'sendcloud-service-points' ) );
			$this->show->render( __( 'Offer it anyway', 'sendcloud-service-points' ), false );
			echo '</p></div>';
			return;
		}
		$zones = $this->connection->is_asking() ? $this->creation->zones_without_method() : [];
		if ( [] !== $zones ) {
			$names = array_map( static fn ( WC_Shipping_Zone $zone ): string => $zone->get_zone_name(), $zones );
			/* translators: %s: names of shipping zones. */
			self::render_opening( 'info', sprintf( __( 'Service points are switched on in Sendcloud. Add "Service Point Delivery" to these shipping zones: %s?', 'sendcloud-service-points' ), implode( ', ', $names ) ) );
			$this->add->render( __( 'Add', 'sendcloud-service-points' ) );
			$this->decline->render( __( 'No, thanks', 'sendcloud-service-points' ), false );
			echo '</p></div>';
		}
	}

	private static function render_opening( string $kind, string $text ): void {
		printf( '<div class="notice notice-%s"><p>%s</p><p>', esc_attr( $kind ), esc_html( $text ) );
	}

	private function add(): string {
		$count = $this->creation->create();
		if ( 0 === $count ) {
			return __( 'Every shipping zone has "Service Point Delivery" already.', 'sendcloud-service-points' );
		}
		return sprintf(
			/* translators: %d: number of shipping zones. */
			_n( '"Service Point Delivery" was added to %d zone. Check its price there: without one it is not offered.', '"Service Point Delivery" was added to %d zones. Check its price there: without one it is not offered.', $count, 'sendcloud-service-points' ),
			$count
		);
	}

	private function decline(): string {
		$this->connection->set_asking( false );
		return __( 'Your shipping zones stay as they are.', 'sendcloud-service-points' );
	}

	private function show(): string {
		$this->connection->reset_switch();
		return __( '"Service Point Delivery" is offered again.', 'sendcloud-service-points' );
	}
}
