<?php
/**
 * The facts, and the findings that cost no network request, in WooCommerce > Status.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Surfaces;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Checkup;
use SendcloudServicePoints\Diagnostics\Probes\SystemFacts;
use SendcloudServicePoints\Diagnostics\Status;

final class StatusReport {

	public function __construct(
		private readonly Checkup $checkup,
		private readonly SystemFacts $facts,
	) {}

	public function register(): void {
		add_action( 'woocommerce_system_status_report', [ $this, 'render' ] );
	}

	/** The text of the report is made of the table: `data-export-label` and what the cells say. */
	public function render(): void {
		printf(
			'<table class="wc_status_table widefat" cellspacing="0"><thead><tr>'
				. '<th colspan="3" data-export-label="Sendcloud Service Points"><h2>%s</h2></th></tr></thead><tbody>',
			esc_html__( 'Sendcloud Service Points', 'sendcloud-service-points' )
		);
		foreach ( $this->facts->all() as $label => $value ) {
			self::render_row( $label, esc_html( $value ) );
		}
		foreach ( $this->checkup->checks() as $check ) {
			if ( ! $check::REMOTE ) {
				$finding = $this->checkup->run( $check )->finding;
				self::render_row( $check->title(), self::mark( $finding->status ) . ' ' . esc_html( $finding->summary ) );
			}
		}
		self::render_row(
			__( 'Everything else', 'sendcloud-service-points' ),
			sprintf( '<a href="%s">%s</a>', esc_url( Screens::diagnostics() ), esc_html__( 'Open the diagnostics', 'sendcloud-service-points' ) )
		);
		echo '</tbody></table>';
	}

	/** @param string $html Escaped. */
	private static function render_row( string $label, string $html ): void {
		printf( '<tr><td data-export-label="%1$s">%1$s:</td><td class="help"></td><td>%2$s</td></tr>', esc_html( $label ), wp_kses_post( $html ) );
	}

	private static function mark( Status $status ): string {
		return $status->is_problem()
			? sprintf( '<mark class="error"><span class="dashicons dashicons-warning"></span> %s:</mark>', esc_html( $status->label() ) )
			: '<mark class="yes"><span class="dashicons dashicons-yes"></span></mark>';
	}
}
