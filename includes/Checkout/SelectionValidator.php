<?php
/**
 * Decides whether a service point may be taken.
 *
 * The one validator: every choice, every look at the cart and every order pass here, whatever checkout they come from.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Checkout;

use Closure;
use SendcloudServicePoints\Domain\Destination;
use SendcloudServicePoints\Domain\PostNumber;
use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Domain\Selection;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Sendcloud\Carriers;
use SendcloudServicePoints\Sendcloud\Problem;
use SendcloudServicePoints\Sendcloud\ProblemKind;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Sendcloud\ServicePoints\ServicePointSource;
use SendcloudServicePoints\Shipping\Rules\Rule;
use SendcloudServicePoints\Shipping\Zones\ZoneLimit;
use SendcloudServicePoints\Support\Logger;

final class SelectionValidator {

	/** @param Closure(): ServicePointSource $source Made when Sendcloud has to be asked: most looks at a cart need it not. */
	public function __construct(
		private readonly Closure $source,
		private readonly ZoneLimit $zones,
		private readonly Logger $logger,
	) {}

	/**
	 * At the moment of choice. The browser names a point; what it is, and whether it takes a parcel now, Sendcloud says.
	 *
	 * @param Rule        $rule        Which points the rate may deliver to.
	 * @param Destination $destination Where the package goes.
	 * @throws InvalidSelection When the point cannot be taken.
	 */
	public function resolve( Rule $rule, Destination $destination, int $service_point_id, string $post_number ): Selection {
		try {
			$point = ( $this->source )()->find( $service_point_id );
		} catch ( SendcloudException $exception ) {
			throw Problem::NotFound === $exception->problem ? InvalidSelection::not_found() : InvalidSelection::unanswered( $exception );
		}

		$number    = PostNumber::None === $point->post_number() ? '' : PostNumber::normalise( $post_number );
		$answers   = ! $rule->allows_carrier( $point->carrier_code ) && $this->belongs_to( $rule->carriers, $point );
		$selection = new Selection( $point, $number, $answers ? $rule->carriers : [] );
		$problem   = $this->problem( $rule, $destination, $selection ) ?? $this->excess( $rule, $point ) ?? $this->refusal( $selection );

		return null === $problem ? $selection : throw $problem;
	}

	/**
	 * At the moment of ordering. A point may have filled up since it was chosen.
	 *
	 * @param Rule           $rule        Which points the rate may deliver to.
	 * @param Destination    $destination Where the package goes.
	 * @param Selection|null $selection   What resolve() once answered.
	 * @throws InvalidSelection When the order cannot be placed with it.
	 */
	public function check( Rule $rule, Destination $destination, ?Selection $selection ): Selection {
		if ( null === $selection ) {
			throw InvalidSelection::missing();
		}

		$problem = $this->problem( $rule, $destination, $selection )
			?? $this->excess( $rule, $selection->service_point )
			?? $this->refusal( $selection );

		return null === $problem ? $selection : throw $problem;
	}

	/**
	 * What can be told without asking Sendcloud, as often as the cart is looked at.
	 *
	 * @param Rule        $rule        Which points the rate may deliver to.
	 * @param Destination $destination Where the package goes.
	 */
	public function problem( Rule $rule, Destination $destination, Selection $selection ): ?InvalidSelection {
		$point = $selection->service_point;

		return match ( true ) {
			$point->country_code !== $destination->country => InvalidSelection::other_country(),
			! $this->zones->contains( $rule->zones, $point ) => InvalidSelection::other_zone(),
			$rule->is_too_much_for( $point->carrier_code ) => InvalidSelection::too_large(),
			! $rule->allows_carrier( $point->carrier_code, $selection->answers_for ) => InvalidSelection::other_carrier(),
			! $rule->allows_shop_type( $point->shop_type ) => InvalidSelection::no_locker(),
			'' !== $selection->post_number => PostNumber::is_valid( $selection->post_number ) ? null : InvalidSelection::post_number_invalid(),
			PostNumber::Required === $point->post_number() => InvalidSelection::post_number_missing(),
			default => null,
		};
	}

	/**
	 * Whether Sendcloud counts the point to some carriers, though its carrier is called otherwise: one that has taken the place of another,
	 * or whose network serves it in that country. No list of ours could know; the point is asked about together with the carriers, as the
	 * search that offered it asked.
	 *
	 * @param list<string> $carriers
	 * @throws InvalidSelection When Sendcloud does not answer.
	 */
	private function belongs_to( array $carriers, ServicePoint $point ): bool {
		try {
			return ( $this->source )()->search( SearchQuery::for_point( $point, $carriers ) )->has( $point );
		} catch ( SendcloudException $exception ) {
			return match ( $exception->kind() ) {
				// It knows none of these carriers.
				ProblemKind::Refusal, ProblemKind::SetUp => false,
				default => throw InvalidSelection::unanswered( $exception ),
			};
		}
	}

	/** A parcel too much for a carrier is too much for the points of its successor. Where carriers are named, these are what is left. */
	private function excess( Rule $rule, ServicePoint $point ): ?InvalidSelection {
		if ( [] === $rule->without_carriers || [] !== $rule->carriers || Carriers::is_known( $point->carrier_code ) ) {
			return null;
		}
		try {
			return $this->belongs_to( $rule->without_carriers, $point ) ? InvalidSelection::too_large() : null;
		} catch ( InvalidSelection ) {
			return null;
		}
	}

	/**
	 * What only Sendcloud knows. When it does not answer, or cannot be asked, the shopper can choose and order all the same.
	 */
	private function refusal( Selection $selection ): ?InvalidSelection {
		$point = $selection->service_point;

		try {
			return ( $this->source )()->is_available( $point ) ? null : InvalidSelection::unavailable();
		} catch ( SendcloudException $exception ) {
			if ( Problem::NotFound === $exception->problem ) {
				return InvalidSelection::not_found();
			}
			$this->logger->warning( "Service point $point->id was accepted unchecked: " . $exception->getMessage() );

			return null;
		}
	}
}
