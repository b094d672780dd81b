<?php
/**
 * The box "Sendcloud" on the order's screen: whether the order is there.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Export;

use SendcloudServicePoints\Settings\ExportSettings;
use WC_Order;
use WP_Post;

final class ExportMetaBox {

	public function __construct(
		private readonly ExportSettings $settings,
		private readonly ExportPolicy $policy,
	) {}

	public function register(): void {
		add_action( 'add_meta_boxes', [ $this, 'add_box' ], 30, 2 );
	}

	/** @param mixed $order A post where orders are posts. */
	public function add_box( mixed $screen, mixed $order = null ): void {
		if ( wc_get_page_screen_id( 'shop-order' ) === $screen && null !== $this->exportable( $order ) ) {
			add_meta_box( 'sendcloud-service-points-export', __( 'Sendcloud', 'sendcloud-service-points' ), [ $this, 'render' ], $screen, 'side' );
		}
	}

	public function render( mixed $order ): void {
		$order = $this->exportable( $order );
		if ( null === $order ) {
			return;
		}
		$record = ExportRecord::from_order( $order );
		$state  = $record->state();
		$since  = 0 === $record->time() ? '' : (string) wp_date( wc_date_format() . ' ' . wc_time_format(), $record->time() );

		printf( '<p><strong>%s</strong>%s</p>', esc_html( $state->label() ), '' === $since ? '' : '<br />' . esc_html( $since ) );
		if ( $record->sendcloud_id() > 0 ) {
			/* translators: %d: number of the order in Sendcloud. */
			printf( '<p>%s</p>', esc_html( sprintf( __( 'Sendcloud\'s number: %d', 'sendcloud-service-points' ), $record->sendcloud_id() ) ) );
		}
		if ( '' !== $record->error() ) {
			$kind = ExportState::Failed === $state ? 'error' : 'warning';
			printf( '<div class="notice notice-%s inline"><p>%s</p></div>', esc_attr( $kind ), esc_html( $record->error() ) );
		}
		if ( $this->settings->is_on() && $this->policy->can_send( $order ) ) {
			printf(
				'<p><a class="button" href="%s">%s</a></p>',
				esc_url( ExportActions::url( $order ) ),
				ExportState::None === $state ? esc_html__( 'Send to Sendcloud', 'sendcloud-service-points' ) : esc_html__( 'Send again', 'sendcloud-service-points' )
			);
		}
	}

	/** Null where there is nothing to tell. */
	private function exportable( mixed $order ): ?WC_Order {
		$order = $order instanceof WP_Post ? wc_get_order( $order->ID ) : $order;
		if ( ! $order instanceof WC_Order || 'auto-draft' === $order->get_status() ) {
			return null;
		}
		return $this->settings->is_on() || ExportState::None !== ExportRecord::from_order( $order )->state() ? $order : null;
	}
}
