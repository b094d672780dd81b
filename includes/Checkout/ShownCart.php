<?php
/**
 * The delivery, the point and the total that an order is placed with are those that the page showed, or there is no order.
 *
 * Another tab, a slower request or the shop itself may have changed the cart since. Only where the page shows a delivery to a service point,
 * and says what it shows: other software that talks to the Store API does not.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use SendcloudServicePoints\Domain\Fields;
use WC_Session;

final class ShownCart {

	/** Where the session has the totals, shown and real, that an order was refused for. */
	private const REFUSED = 'sendcloud_service_points_refused';

	public function __construct( private readonly CheckoutSelections $selections ) {}

	/**
	 * @param mixed $shown What the block sends: the total, and by package id the rates and the points.
	 * @param float $total What the order costs.
	 * @throws InvalidSelection When it is another cart.
	 */
	public function check( mixed $shown, float $total ): void {
		$fields = Fields::from_data( $shown );
		$rates  = $fields->at( 'rates' );
		$points = $fields->at( 'points' );
		foreach ( $this->selections->packages->all() as $package ) {
			$rate  = $rates->string( $package->id );
			$point = $points->integer( $package->id );
			if ( ( '' !== $rate && $rate !== $package->chosen?->get_id() )
				|| ( null !== $point && $point !== $this->selections->shown( $package )?->service_point->id ) ) {
				throw InvalidSelection::changed();
			}
		}
		$this->check_total( $fields->string( 'total' ), $total );
	}

	/**
	 * @param string $shown In the currency's smallest unit; empty where the page does not say.
	 * @param float  $total What the order costs.
	 * @throws InvalidSelection Once: a plugin that adds its fee only as the order is placed would have no order placed at all.
	 */
	public function check_total( string $shown, float $total ): void {
		$real    = self::in_smallest_unit( $total );
		$refused = "$shown>$real";
		$session = WC()->session;
		if ( in_array( $shown, [ '', $real ], true ) || ! $session instanceof WC_Session || $session->get( self::REFUSED ) === $refused ) {
			return;
		}
		$session->set( self::REFUSED, $refused );
		// Makes the classic checkout draw its review again.
		$session->set( 'refresh_totals', true );
		throw InvalidSelection::changed();
	}

	/** As the Store API tells it. */
	public static function in_smallest_unit( float $amount ): string {
		return (string) (int) round( $amount * 10 ** wc_get_price_decimals() );
	}
}
