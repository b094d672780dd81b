<?php
/**
 * A search among all carriers finds those of the integration, not what Sendcloud's own word for them may leave of them.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

use SendcloudServicePoints\Domain\Fields;
use SendcloudServicePoints\Domain\SearchQuery;
use SendcloudServicePoints\Domain\ServicePoint;
use SendcloudServicePoints\Features\Orders;
use SendcloudServicePoints\Sendcloud\Integration;
use SendcloudServicePoints\Sendcloud\OwnCarriers;
use SendcloudServicePoints\Sendcloud\Problem;
use SendcloudServicePoints\Services;

final class OwnCarriersTest extends SendcloudTestCase {

	protected function setUp(): void {
		parent::setUp();
		delete_option( 'sendcloud_service_points_own_carriers' );
		wp_set_current_user( 1 );
	}

	/** @return array<string, array{string}> */
	public function occasions(): array {
		return [
			'"Test connection"' => [ 'POST /sendcloud-service-points/v1/connection-test' ],
			'the doctor'        => [ 'POST /sendcloud-service-points/v1/diagnostics/credentials' ],
			'once a day'        => [ 'daily' ],
		];
	}

	/** @dataProvider occasions */
	public function test_once_the_account_was_asked_all_its_carriers_are_found( string $occasion ): void {
		$this->fault( [ 'fault' => 'one_network' ] );
		self::assertCount( 1, $this->found( 'Eindhoven' ), 'Sendcloud\'s own word finds one network, as was seen.' );

		if ( 'daily' === $occasion ) {
			( new Orders( new Services( __FILE__ ) ) )->register();
			do_action( 'sendcloud_service_points_daily_check' );
		} else {
			$this->rest( ...explode( ' ', $occasion ) );
		}
		self::assertSame( [ 'dhl', 'dpd', 'gls', 'postnl', 'ups' ], $this->found( 'Tilburg' ) );
		self::assertStringNotContainsString( 'use_integration_carriers', $this->last_search() );
		self::assertStringContainsString( 'carrier_code=dhl', $this->last_search() );
	}

	public function test_other_keys_know_nothing_yet(): void {
		$this->ask_account();
		update_option( 'sendcloud_service_points_api_version', 'v3' );
		$this->found( 'Eindhoven' );
		self::assertStringContainsString( 'use_integration_carriers=true', $this->last_search() );
	}

	public function test_a_method_with_carriers_of_its_own_is_asked_about_them(): void {
		$this->ask_account();
		self::assertSame( [ 'dhl' ], $this->found( 'Eindhoven', [ 'dhl' ] ) );
		self::assertStringNotContainsString( 'postnl', $this->last_search() );
	}

	public function test_searches_with_and_without_exceptions_share_one_question(): void {
		$this->ask_account();
		$all = SearchQuery::near_address( 'NL', 'Eindhoven', limit: 200 );
		self::assertContains( 'dhl', $this->carriers( $this->source->search( $all )->service_points ) );
		foreach ( [ 'dhl', 'postnl', 'ups' ] as $exception ) {
			self::assertNotContains( $exception, $this->carriers( $this->source->search( $all->without( [ $exception ] ) )->service_points ) );
		}
		self::assertCount( 1, $this->requests( '/service-points' ) );
	}

	public function test_when_one_of_them_is_not_supported_any_more_the_shopper_still_finds_points(): void {
		$this->ask_account();
		$this->fault(
			[
				'fault' => 'not_enabled',
				'path'  => 'carrier_code=',
			]
		);
		self::assertNotSame( [], $this->found( 'Eindhoven' ) );
		$this->sandbox( 'DELETE', '/_requests' );
		self::assertNotSame( [], $this->found( 'Tilburg' ) );
		self::assertCount( 1, $this->requests( '/service-points' ), 'Not in vain each time.' );
	}

	public function test_service_points_that_are_off_are_told_as_such_and_nothing_is_forgotten(): void {
		$this->ask_account();
		$this->fault( [ 'fault' => 'not_enabled' ] );
		self::assertSame( Problem::NotEnabled, $this->failed_search()->problem );
		self::assertNotSame( [], ( new OwnCarriers( $this->settings ) )->get() );
	}

	public function test_a_day_on_which_sendcloud_does_not_answer_changes_nothing(): void {
		$this->ask_account();
		$this->fault( [ 'fault' => 'server_error' ] );
		( new Services( __FILE__ ) )->background_integrations()->refresh();
		self::assertNotSame( [], ( new OwnCarriers( $this->settings ) )->get() );
	}

	/** @return array<string, array{list<array{string, string, list<string>, bool}>, list<string>}> Type, address, carriers, switched on. */
	public function accounts(): array {
		return [
			'one integration'              => [ [ [ 'shopify', '', [ 'ups', 'dhl' ], true ] ], [ 'dhl', 'ups' ] ],
			'one that is off'              => [ [ [ 'api', '', [ 'ups' ], false ] ], [] ],
			'the one of the API'           => [ [ [ 'woocommerce_v2', 'https://shop.example', [ 'ups' ], true ], [ 'api', '', [ 'dhl' ], true ] ], [ 'dhl' ] ],
			'the API\'s of this shop'      => [ [ [ 'api', 'https://other.example', [ 'ups' ], true ], [ 'api', 'https://shop.example/x', [ 'dhl' ], true ] ], [ 'dhl' ] ],
			'this shop\'s'                 => [ [ [ 'woocommerce_v2', 'https://other.example', [ 'ups' ], true ], [ 'woocommerce_v2', 'https://shop.example', [ 'dhl' ], true ] ], [ 'dhl' ] ],
			'several that agree'           => [ [ [ 'api', '', [ 'ups', 'dhl' ], true ], [ 'api', '', [ 'dhl', 'ups' ], true ] ], [ 'dhl', 'ups' ] ],
			'several that do not'          => [ [ [ 'api', '', [ 'ups' ], true ], [ 'api', '', [ 'dhl' ], true ] ], [] ],
			'one without a carrier beside' => [ [ [ 'api', '', [], true ], [ 'api', '', [ 'dhl' ], true ] ], [ 'dhl' ] ],
		];
	}

	/**
	 * @dataProvider accounts
	 * @param list<array{string, string, list<string>, bool}> $account
	 * @param list<string>                                    $expected
	 */
	public function test_which_integration_is_ours( array $account, array $expected ): void {
		$integrations = [];
		foreach ( $account as $index => [ $type, $url, $carriers, $is_on ] ) {
			$integrations[] = Integration::from_fields(
				Fields::from_data(
					[
						'id'                     => $index + 1,
						'type'                   => $type,
						'shop_url'               => $url,
						'service_point_enabled'  => $is_on,
						'service_point_carriers' => $carriers,
					]
				)
			);
		}
		self::assertSame( $expected, OwnCarriers::among( array_filter( $integrations ), 'shop.example' ) );
	}

	private function ask_account(): void {
		( new Services( __FILE__ ) )->integrations()->all();
		$this->sandbox( 'DELETE', '/_requests' );
	}

	/**
	 * @param list<string> $carriers
	 * @return list<string> Of the points found.
	 */
	private function found( string $place, array $carriers = [] ): array {
		return $this->carriers( $this->source->search( SearchQuery::near_address( 'NL', $place, $carriers, limit: 200 ) )->service_points );
	}

	/**
	 * @param list<ServicePoint> $points
	 * @return list<string>
	 */
	private function carriers( array $points ): array {
		$codes = array_unique( array_map( static fn ( ServicePoint $point ): string => $point->carrier_code, $points ) );
		sort( $codes );
		return $codes;
	}

	private function last_search(): string {
		$searches = $this->requests( '/service-points' );
		return (string) end( $searches )['query'];
	}
}
