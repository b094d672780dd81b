<?php
/**
 * What the classic checkout shows under a relay rate.
 *
 * The chosen point and the button that opens the picker. src/checkout-classic/placeholder.ts reads the attributes.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout\Classic;

use SendcloudServicePoints\Checkout\Choices;
use SendcloudServicePoints\Checkout\Package;
use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Order\PointFormatter;
use SendcloudServicePoints\Order\TelephoneRule;

final class Placeholder {

	/** @param TelephoneRule|null $telephone Null where there is no field for the number. */
	public function __construct(
		private readonly Choices $selections,
		private readonly PointFormatter $formatter,
		private readonly ?TelephoneRule $telephone = null,
	) {}

	/**
	 * Escaped HTML; empty when the package's chosen rate needs no point.
	 *
	 * @param bool $with_point Whether it shows the chosen point too; the page may do so by itself.
	 */
	public function html( Package $package, bool $with_point = true ): string {
		$rate = $package->chosen_relay_rate();

		if ( null === $rate ) {
			return '';
		}

		$selection = $this->selections->shown( $package );

		return sprintf(
			'<div class="scsp-placeholder" data-package-id="%s" data-country="%s" data-rule="%s" data-address="%s" data-selection="%s" data-moved-to="%s">%s</div>',
			esc_attr( $package->id ),
			esc_attr( $package->destination->country ),
			esc_attr( (string) wp_json_encode( $package->rule( $rate )->to_array() ) ),
			esc_attr( $package->destination->address ),
			null === $selection ? '' : esc_attr( (string) wp_json_encode( $selection->to_array() ) ),
			esc_attr( $this->selections->moved_to( $package ) ),
			$this->content( $package, $with_point )
		);
	}

	/**
	 * The inside, as it is printed again when the choice changes. Escaped HTML.
	 */
	public function content( Package $package, bool $with_point = true ): string {
		$selection = $this->selections->shown( $package );
		$reason    = $this->selections->reason( $package );
		$telephone = null === $selection ? '' : (string) $this->telephone?->hint( $selection );

		return ( null === $reason ? '' : '<p class="scsp-reason">' . esc_html( $reason->getMessage() ) . '</p>' )
			. ( null !== $selection && $with_point ? $this->point( $selection, $package->id ) : '' )
			. ( '' === $telephone ? '' : '<p class="scsp-telephone">' . esc_html( $telephone ) . '</p>' )
			. $this->button( $selection, $package->id, $with_point )
			. $this->field( 'sendcloud_service_point', $package->id, null === $selection ? '' : (string) $selection->service_point->id )
			. $this->field( 'sendcloud_post_number', $package->id, $selection->post_number ?? '' );
	}

	private function point( Selection $selection, string $package_id ): string {
		return sprintf(
			'<div class="scsp-point" id="scsp-point-%s"><span class="scsp-point__name">%s</span><span class="scsp-point__address">%s</span><span class="scsp-point__details">%s%s</span></div>',
			esc_attr( $package_id ),
			esc_html( $selection->service_point->name ),
			esc_html( implode( ', ', $this->formatter->address( $selection->service_point ) ) ),
			$this->formatter->mark( $selection->service_point ),
			esc_html( implode( ' · ', $this->formatter->details( $selection ) ) )
		);
	}

	private function button( ?Selection $selection, string $package_id, bool $with_point ): string {
		return sprintf(
			'<button type="button" id="sendcloud_service_point_%1$s" class="button %2$s scsp-choose" %3$s>%4$s</button>',
			esc_attr( $package_id ),
			// What themes made of blocks style their buttons by.
			esc_attr( wc_wp_theme_get_element_class_name( 'button' ) ),
			null === $selection || ! $with_point ? '' : sprintf( 'aria-describedby="scsp-point-%s"', esc_attr( $package_id ) ),
			null === $selection ? esc_html__( 'Choose a service point', 'sendcloud-service-points' ) : esc_html__( 'Change service point', 'sendcloud-service-points' )
		);
	}

	private function field( string $name, string $package_id, string $value ): string {
		return sprintf( '<input type="hidden" name="%s[%s]" value="%s" />', esc_attr( $name ), esc_attr( $package_id ), esc_attr( $value ) );
	}
}
