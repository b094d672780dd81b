<?php
/**
 * Does Sendcloud have service points in every country the methods deliver to?
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Diagnostics\Checks;

use SendcloudServicePoints\Admin\Screens;
use SendcloudServicePoints\Diagnostics\Check;
use SendcloudServicePoints\Diagnostics\Finding;
use SendcloudServicePoints\Diagnostics\Group;
use SendcloudServicePoints\Domain\Coverage;
use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Sendcloud\Problem;
use SendcloudServicePoints\Sendcloud\SendcloudException;
use SendcloudServicePoints\Sendcloud\ServicePoints\ServicePointSource;
use SendcloudServicePoints\Shipping\Zones\CountryNames;
use SendcloudServicePoints\Shipping\Zones\RelayMethod;
use SendcloudServicePoints\Shipping\Zones\Zones;

final class PointsCheck extends Check {

	public const ID     = 'points';
	public const GROUP  = Group::Zones;
	public const REMOTE = true;

	/** One search each; the answers are cached with those of shoppers. */
	private const LIMIT = 8;

	public function __construct(
		private readonly Zones $zones,
		private readonly ServicePointSource $source,
	) {}

	public function title(): string {
		return __( 'Service points by country', 'sendcloud-service-points' );
	}

	public function run(): Finding {
		$empty  = [];
		$failed = [];
		foreach ( $this->searches() as $country => $carriers ) {
			$city = Coverage::city( $country );
			if ( null === $city ) {
				continue;
			}
			try {
				$result = $this->source->search( SearchQuery::near_position( $country, $city, $carriers, limit: 1 ) );
				if ( [] === $result->service_points ) {
					$empty[] = $country;
				}
			} catch ( SendcloudException $exception ) {
				if ( Problem::NotEnabled === $exception->problem ) {
					$empty[] = $country;
				} else {
					$failed[] = CountryNames::of( $country ) . ': ' . $exception->getMessage();
				}
			}
		}
		return match ( true ) {
			[] !== $empty  => Finding::recommended(
				sprintf(
					/* translators: %s: list of countries. */
					__( 'Shoppers find no service point in: %s. Your carriers have none there.', 'sendcloud-service-points' ),
					CountryNames::joined( $empty )
				),
				__( 'Switch on a carrier for these countries in Sendcloud and in the shipping method, or take the method out of their zone.', 'sendcloud-service-points' )
			)->with( $failed )
				->link( __( 'Integrations in Sendcloud', 'sendcloud-service-points' ), Screens::sendcloud_integrations() )
				->link( __( 'Shipping zones', 'sendcloud-service-points' ), Screens::settings( 'shipping' ) ),
			[] !== $failed => Finding::unknown( __( 'Sendcloud did not answer every search.', 'sendcloud-service-points' ) )->with( $failed ),
			default        => Finding::good( __( 'Sendcloud finds service points in the countries of your zones.', 'sendcloud-service-points' ) ),
		};
	}

	/** @return array<string, list<string>> Country => carriers, empty for all. The shop's own country first. */
	private function searches(): array {
		$searches = [];
		foreach ( $this->zones->offering() as $zone ) {
			$lists    = array_map( static fn ( RelayMethod $method ): array => $method->carriers, $zone->enabled() );
			$carriers = in_array( [], $lists, true ) ? [] : array_values( array_unique( array_merge( ...$lists ) ) );
			$searches += array_fill_keys( $zone->covered(), $carriers );
		}
		$home = WC()->countries->get_base_country();
		if ( isset( $searches[ $home ] ) ) {
			$searches = [ $home => $searches[ $home ] ] + $searches;
		}
		return array_slice( $searches, 0, self::LIMIT );
	}
}
