<?php
/**
 * Which carriers a merchant can choose from: those that Sendcloud named last, whoever asked.
 *
 * @package SendcloudServicePoints
 */

declare( strict_types=1 );

namespace SendcloudServicePoints\Tests\Integration;

use SendcloudServicePoints\Sendcloud\Carriers;

final class CarriersTest extends TestCase {

	use SandboxRequests;

	private const OPTION = 'sendcloud_service_points_carrier_codes';
	private const PANEL  = '/wc-sendcloudshipping/v2/service_point';
	private const ON     = [ 'script_url' => 'https://embed.example.com/spp.js?integration=1' ];

	protected function setUp(): void {
		parent::setUp();
		$this->forget_answers();
		$this->reset_sandbox();
		delete_option( self::OPTION );
		wp_set_current_user( 1 );
	}

	protected function tearDown(): void {
		Clock::start();
		parent::tearDown();
	}

	/** @dataProvider roads */
	public function test_whoever_asks_the_account_the_merchant_can_choose_its_carriers( string $route ): void {
		self::assertArrayHasKey( 'relais_colis', Carriers::labels(), 'Before: the well-known ones.' );
		self::assertSame( 200, $this->rest( 'POST', "/sendcloud-service-points/v1/{$route}" )->get_status() );
		self::assertSame( 'DHL', Carriers::labels()['dhl'] );
		self::assertArrayNotHasKey( 'relais_colis', Carriers::labels() );
	}

	/** @return array<string, array{string}> */
	public function roads(): array {
		return [
			'"Test connection"'            => [ 'connection-test' ],
			'the diagnostics, the set-up guide' => [ 'diagnostics/credentials' ],
		];
	}

	public function test_switching_service_points_on_without_a_word_on_carriers_forgets_none(): void {
		$carriers = [ 'dhl' => 'DHL Parcel' ];
		$this->rest( 'POST', self::PANEL, self::ON + [ 'carriers' => $carriers ] );
		$this->rest( 'POST', self::PANEL, self::ON );
		self::assertSame( $carriers, Carriers::labels() );
	}

	public function test_names_that_the_panel_gave_outlive_an_answer_of_codes(): void {
		$this->rest( 'POST', self::PANEL, self::ON + [ 'carriers' => [ 'dhl' => 'DHL Parcel' ] ] );
		$this->rest( 'POST', '/sendcloud-service-points/v1/connection-test' );
		self::assertSame( [ 'DHL Parcel', 'PostNL' ], [ Carriers::labels()['dhl'], Carriers::labels()['postnl'] ] );
	}

	/**
	 * @testWith ["dhl"]
	 *           [[null, [], false]]
	 *           [{"": "DHL"}]
	 */
	public function test_nonsense_is_as_good_as_nothing( mixed $stored ): void {
		update_option( self::OPTION, $stored );
		self::assertArrayHasKey( 'relais_colis', Carriers::labels() );
	}

	/**
	 * @dataProvider options
	 * @param array<array-key, string> $expected
	 */
	public function test_an_option_of_any_version_is_read( mixed $stored, array $expected ): void {
		update_option( self::OPTION, $stored );
		self::assertSame( $expected, Carriers::labels() );
	}

	/** @return array<string, array{mixed, array<array-key, string>}> */
	public function options(): array {
		return [
			'code => name'       => [ [ 'dhl' => 'DHL Parcel' ], [ 'dhl' => 'DHL Parcel' ] ],
			'codes'              => [ // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
				[ 'dhl', 'acme_post' ],
				[
					'dhl'       => 'DHL',
					'acme_post' => 'Acme Post',
				],
			],
			'codes like numbers' => [ // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
				[
					'24'  => '24 hours',
					'dhl' => '',
				],
				[
					24    => '24 hours',
					'dhl' => 'DHL',
				],
			],
			'objects'            => [ // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
				[
					[
						'code' => 'DHL',
						'name' => 'DHL Parcel',
					],
					[ 'name' => 'Nobody' ],
				],
				[ 'dhl' => 'DHL Parcel' ],
			],
		];
	}
}
