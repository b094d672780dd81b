<?php
/**
 * The one text of a chosen service point, for every place that shows an order's: pages, e-mails, wp-admin.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Domain\Text;
use SendcloudServicePoints\Marks\CarrierMarks;

final class PointFormatter {

	public function __construct(
		private readonly HoursFormatter $hours,
		private readonly CarrierMarks $marks,
	) {}

	/** The carrier's picture as escaped HTML; empty where the shop has none. Not for e-mails, whose readers would load it from the shop. */
	public function mark( ServicePoint $point ): string {
		return $this->marks->image( $point->carrier_code );
	}

	/**
	 * Street and town, as on an envelope.
	 *
	 * @return list<string> Not escaped.
	 */
	public function address( ServicePoint $point ): array {
		return Text::filled( $point->street_line(), trim( "$point->postal_code $point->city" ) );
	}

	/**
	 * Carrier and post number.
	 *
	 * @return list<string> Not escaped.
	 */
	public function details( Selection $selection ): array {
		$point = $selection->service_point;
		return Text::filled(
			'' === $point->carrier_name ? $point->carrier_code : $point->carrier_name,
			/* translators: %s: DHL post number (Postnummer) of the customer. */
			'' === $selection->post_number ? '' : sprintf( __( 'Post number: %s', 'sendcloud-service-points' ), $selection->post_number )
		);
	}

	/**
	 * Lines of text for plain e-mails. A lone "<" would take all that follows with it when tags are stripped; WooCommerce turns its
	 * entity back last.
	 */
	public function plain( Selection $selection ): string {
		$point = $selection->service_point;
		$hours = [];

		foreach ( $this->opening_hours( $point ) as $days => $times ) {
			$hours[] = "$days: $times";
		}

		$title = [] === $hours ? '' : $this->hours_title( $point ) . ':';
		$lines = Text::filled( $point->name, ...$this->address( $point ), ...$this->details( $selection ), ...[ $title, ...$hours ] );

		return implode( "\n", (array) preg_replace( '/<(?![^<>]*>)/', '&lt;', $lines ) );
	}

	/**
	 * Escaped HTML: name and address, the opening hours and a link to a map.
	 */
	public function html( Selection $selection, bool $has_mark = false ): string {
		$point = $selection->service_point;
		$lines = array_map( 'esc_html', [ ...$this->address( $point ), ...$this->details( $selection ) ] );
		$html  = '<p>' . ( $has_mark ? $this->mark( $point ) : '' ) . '<strong>' . esc_html( $point->name ) . '</strong><br />' . implode( '<br />', $lines ) . '</p>';
		$hours = '';

		foreach ( $this->opening_hours( $point ) as $days => $times ) {
			$hours .= sprintf( '<br />%s: %s', esc_html( $days ), esc_html( $times ) );
		}

		if ( '' !== $hours ) {
			$html .= '<p class="sendcloud-service-point-hours"><strong>' . esc_html( $this->hours_title( $point ) ) . "</strong>$hours</p>";
		}

		$map = $this->map_url( $point );

		if ( '' !== $map ) {
			$html .= sprintf(
				'<p><a href="%1$s" target="_blank" rel="noopener noreferrer">%2$s</a></p>',
				esc_url( $map ),
				esc_html__( 'Show on a map', 'sendcloud-service-points' )
			);
		}

		return $html;
	}

	/**
	 * An order is read days later, when holidays may have changed the hours: they are told with the week that they are of. Those that do not
	 * know their week, of an order of an earlier version or another plugin, are left out; the map's link leads to today's.
	 *
	 * @return array<string, string>
	 */
	private function opening_hours( ServicePoint $point ): array {
		return null === $point->opening_hours || null === $point->opening_week ? [] : $this->hours->lines( $point->opening_hours );
	}

	private function hours_title( ServicePoint $point ): string {
		/* translators: %s: date of a Monday. */
		return sprintf( __( 'Opening hours in the week of %s', 'sendcloud-service-points' ), $this->hours->date( (string) $point->opening_week ) );
	}

	/**
	 * Empty where the position is unknown: orders of other plugins have none.
	 */
	private function map_url( ServicePoint $point ): string {
		if ( 0.0 === $point->latitude && 0.0 === $point->longitude ) {
			return '';
		}

		return sprintf( 'https://www.openstreetmap.org/?mlat=%1$.6F&mlon=%2$.6F#map=17/%1$.6F/%2$.6F', $point->latitude, $point->longitude );
	}
}
