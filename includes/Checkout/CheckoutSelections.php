<?php
/**
 * The choices of the checkout in progress.
 *
 * What both checkouts do: take a choice, say what is chosen, and answer for an order.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use SendcloudServicePoints\Domain\Destination;
use SendcloudServicePoints\Domain\Selection;

final class CheckoutSelections implements Choices {

	public function __construct(
		public readonly ShippingPackages $packages,
		private readonly SelectionStore $store,
		private readonly SelectionValidator $validator,
	) {}

	/**
	 * @param string $rate_id The rate that the shopper saw chosen, where the page says so; it is chosen with the point.
	 * @throws InvalidSelection When the point cannot be taken.
	 */
	public function choose( string $package_id, int $service_point_id, string $post_number, string $rate_id = '' ): Selection {
		$package = $this->packages->get( $package_id );
		$seen    = $package?->relay_rates[ $rate_id ] ?? null;
		$rate    = $seen ?? $package?->relay_rate();

		if ( null === $package || null === $rate ) {
			throw InvalidSelection::not_needed()->in_package( $package_id );
		}

		try {
			$selection = $this->validator->resolve( $package->rule( $rate ), $package->destination, $service_point_id, $post_number );
		} catch ( InvalidSelection $problem ) {
			throw $problem->in_package( $package_id );
		}

		$this->store->set( $package_id, $selection, $package->destination->place );

		if ( null !== $seen ) {
			$this->packages->choose_rate( $package, $seen );
		}

		/**
		 * Fires when a shopper has chosen a service point.
		 *
		 * @param Selection $selection  The point and the post number.
		 * @param string    $package_id Key of the shipping package.
		 */
		do_action( 'sendcloud_service_points_selected', $selection, $package_id );

		return $selection;
	}

	public function clear( string $package_id ): void {
		$this->store->clear( $package_id );
	}

	/**
	 * The choice to show for a package. One that no longer fits its address or method is kept, for both may change back.
	 */
	public function shown( Package $package ): ?Selection {
		return null === $this->reason( $package ) ? $this->store->get( $package->id ) : null;
	}

	/**
	 * The town that the package goes to now, when the choice that holds was made for another: nobody has looked at the two together. How far
	 * they are apart only Sendcloud can tell, by a search: the browser makes it, so that no request of the cart waits for it.
	 */
	public function moved_to( Package $package ): string {
		$place = $this->store->place( $package->id );
		$shown = null === $place || in_array( $package->destination->place, [ '', $place ], true ) ? null : $this->shown( $package );

		return null === $shown || Destination::place( $shown->service_point->postal_code ) === $package->destination->place ? '' : $package->destination->town;
	}

	/**
	 * Why a choice made before is not shown.
	 */
	public function reason( Package $package ): ?InvalidSelection {
		$selection = $this->store->get( $package->id );
		$rate      = $package->relay_rate();

		return match ( true ) {
			null === $selection => null,
			null === $rate      => InvalidSelection::not_needed(),
			default             => $this->validator->problem( $package->rule( $rate ), $package->destination, $selection ),
		};
	}

	/**
	 * What an order is to be placed with.
	 *
	 * @return array<array-key, Selection|null> One entry for each package with a chosen rate, hence for each shipping line; null where no point is needed.
	 * @throws InvalidSelection When a package has no valid point, be it one of a subscription.
	 */
	public function for_order(): array {
		$selections = [];
		$problems   = [];
		$packages   = $this->packages->all();

		foreach ( array_filter( $packages, static fn ( Package $package ): bool => null !== $package->chosen ) as $key => $package ) {
			try {
				$selections[ $key ] = $this->checked( $package );
			} catch ( InvalidSelection $problem ) {
				$problems[] = $problem->in_package( $package->id, $package->name );
			}
		}
		if ( [] !== $problems ) {
			throw InvalidSelection::together( $problems );
		}

		return array_intersect_key( $selections, array_filter( $packages, static fn ( Package $package ): bool => $package->is_of_order ) );
	}

	/** @throws InvalidSelection When the package has no valid point. */
	private function checked( Package $package ): ?Selection {
		$rate = $package->chosen_relay_rate();

		return null === $rate ? null : $this->validator->check( $package->rule( $rate ), $package->destination, $this->store->get( $package->id ) );
	}
}
