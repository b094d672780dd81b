<?php
/**
 * The carriers of the integration that the shop's keys belong to: what a search among all carriers is to find.
 *
 * Sendcloud has a word for them, `use_integration_carriers`, which has been seen to answer with one network alone. So they are named one by
 * one, as far as it can be told which of the account's integrations is ours: the answer that lists them does not say.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Sendcloud;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Settings\Settings;

final class OwnCarriers {

	public function __construct( private readonly Settings $settings ) {}

	/** @return list<string> Sorted codes; empty where they are not known. */
	public function get(): array {
		$stored = Fields::from_data( get_option( Settings::OWN_CARRIERS ) );
		return $stored->string( 'account' ) === $this->settings->fingerprint() ? $stored->strings( 'carriers' ) : [];
	}

	/** @param list<Integration> $integrations All of the account. */
	public function remember( array $integrations ): void {
		$this->write( self::among( $integrations, (string) wp_parse_url( home_url(), PHP_URL_HOST ) ) );
	}

	/** Sendcloud does not take them together. Until somebody asks for the account again, its own word has to do. */
	public function forget(): void {
		$this->write( [] );
	}

	/** @param list<string> $carriers */
	private function write( array $carriers ): void {
		if ( $this->get() !== $carriers ) {
			$known = [
				'account'  => $this->settings->fingerprint(),
				'carriers' => $carriers,
			];
			update_option( Settings::OWN_CARRIERS, $known, false );
		}
	}

	/**
	 * The keys are those of an integration of the kind "Sendcloud API", as the settings ask for; without one, of this shop's. Where there are
	 * several and they disagree, nothing is known.
	 *
	 * @param list<Integration> $integrations
	 * @return list<string>
	 */
	public static function among( array $integrations, string $host ): array {
		$offering = array_filter( $integrations, static fn ( Integration $one ): bool => $one->has_service_points && [] !== $one->carriers );
		$for_apis = array_filter( $offering, static fn ( Integration $one ): bool => $one->takes_orders() );
		$of_shop  = static fn ( Integration $one ): bool => '' !== $host && wp_parse_url( $one->shop_url, PHP_URL_HOST ) === $host;
		foreach ( [ array_filter( $for_apis, $of_shop ), $for_apis, array_filter( $offering, $of_shop ), $offering ] as $candidates ) {
			if ( [] !== $candidates ) {
				$lists = array_unique( array_map( static fn ( Integration $one ): array => Integration::carriers_of( [ $one ] ), $candidates ), SORT_REGULAR );
				return 1 === count( $lists ) ? current( $lists ) : [];
			}
		}
		return [];
	}
}
