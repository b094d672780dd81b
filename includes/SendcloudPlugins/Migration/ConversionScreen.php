<?php
/**
 * Shows what a conversion of first generation methods would do, above our settings, with the button that does it.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\SendcloudPlugins\Migration;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\SendcloudPlugins\AdminButton;

final class ConversionScreen {

	private readonly AdminButton $convert;

	public function __construct( private readonly MethodConversion $conversion ) {
		$this->convert = new AdminButton( 'sendcloud_service_points_convert_methods', $this->convert( ... ) );
	}

	public function register(): void {
		$this->convert->register();
		// After the links to the views.
		add_action( 'woocommerce_sections_shipping', [ $this, 'render' ], 25 );
	}

	public function render(): void {
		$plan = Screens::is_settings() ? $this->conversion->plan() : [];
		if ( [] === $plan ) {
			return;
		}
		// No heading: wp-admin moves other notices behind the first.
		echo '<div class="notice notice-info inline"><p><strong>' . esc_html__( 'Methods of Sendcloud\'s first plugin', 'sendcloud-service-points' ) . '</strong></p><p>'
			. esc_html__( 'These shipping methods can be converted to "Service Point Delivery". Title, prices, free shipping, carriers, place in the zone and being enabled or not stay as they are. Nothing has been changed yet.', 'sendcloud-service-points' ) . '</p>';
		self::render_table( $plan );
		if ( $this->conversion->is_possible() ) {
			echo '<p>';
			$this->convert->render( __( 'Convert', 'sendcloud-service-points' ) );
			echo '</p>';
		} else {
			echo '<p>' . esc_html__( 'This is possible once Sendcloud\'s first plugin is deactivated or, beside its second one, service points are switched on in Sendcloud: until then nobody answers for the new methods.', 'sendcloud-service-points' ) . '</p>';
		}
		echo '</div>';
	}

	/** @param list<Conversion> $plan */
	private static function render_table( array $plan ): void {
		$heads = [
			__( 'Zone', 'sendcloud-service-points' ),
			__( 'Method', 'sendcloud-service-points' ),
			__( 'Enabled', 'sendcloud-service-points' ),
			__( 'Cost', 'sendcloud-service-points' ),
			__( 'Carriers', 'sendcloud-service-points' ),
		];
		echo '<div style="overflow-x:auto"><table class="widefat striped"><thead><tr>';
		foreach ( $heads as $head ) {
			echo '<th scope="col">' . esc_html( $head ) . '</th>';
		}
		echo '</tr></thead><tbody>';
		foreach ( $plan as $conversion ) {
			echo '<tr>';
			foreach ( $conversion->to_row() as $cell ) {
				echo '<td>' . esc_html( $cell ) . '</td>';
			}
			echo '</tr>';
		}
		echo '</tbody></table></div>';
	}

	private function convert(): string {
		$count = count( $this->conversion->run() );
		if ( 0 === $count ) {
			return __( 'There is nothing to convert.', 'sendcloud-service-points' );
		}
		/* translators: %d: number of shipping methods. */
		return sprintf( _n( '%d method was converted.', '%d methods were converted.', $count, 'sendcloud-service-points' ), $count );
	}
}
