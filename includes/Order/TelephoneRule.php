<?php
/**
 * Whether an order needs a telephone number, for the points it goes to: one rule for both checkouts and for orders made elsewhere.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Order;

use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Domain\Telephone;
use SendcloudServicePoints\Settings\Settings;

final class TelephoneRule {

	public function __construct( private readonly Settings $settings ) {}

	/** Why a point needs one, for the shopper; empty where it does not. */
	public function hint( Selection $selection ): string {
		$point = $selection->service_point;

		return $this->is_needed_for( $point ) ? sprintf(
			/* translators: %s: name of a carrier. */
			__( '%s needs your telephone number for the delivery to this service point.', 'sendcloud-service-points' ),
			'' === $point->carrier_name ? __( 'The carrier', 'sendcloud-service-points' ) : $point->carrier_name
		) : '';
	}

	/**
	 * The first selection whose point needs a number, where there is none.
	 *
	 * @param array<array-key, Selection|null> $selections What an order goes to.
	 * @param array<string>                    $numbers    Those that the order has.
	 */
	public function lacking( array $selections, array $numbers ): ?Selection {
		if ( [] !== array_filter( $numbers, Telephone::is_number( ... ) ) ) {
			return null;
		}
		foreach ( $selections as $selection ) {
			if ( null !== $selection && $this->is_needed_for( $selection->service_point ) ) {
				return $selection;
			}
		}
		return null;
	}

	/**
	 * Whether any point of these carriers may need one.
	 *
	 * @param list<string> $carriers Codes.
	 */
	public function may_apply( array $carriers ): bool {
		return match ( $this->settings->telephone() ) {
			'always' => true,
			'never'  => false,
			default  => has_filter( 'sendcloud_service_points_needs_telephone' ) || Telephone::may_be_needed_by( $carriers ),
		};
	}

	private function is_needed_for( ServicePoint $point ): bool {
		$is_needed = match ( $this->settings->telephone() ) {
			'always' => true,
			'never'  => false,
			default  => Telephone::is_needed_for( $point ),
		};
		/**
		 * Filters whether an order to a service point needs the customer's telephone number.
		 *
		 * @param bool         $is_needed What the setting and the carrier say.
		 * @param ServicePoint $point     The point.
		 */
		return (bool) apply_filters( 'sendcloud_service_points_needs_telephone', $is_needed, $point );
	}
}
